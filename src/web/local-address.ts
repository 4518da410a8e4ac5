/** Where a link or a form wants to go afterwards: only to addresses on this site, so that nobody is sent elsewhere. */

const here = 'https://samlob.invalid';

/**
 * The address as a browser reads it, from the path on; empty when it is not on this site. Control characters are refused, since
 * browsers leave them out, and so is a path that would be read as the name of another host.
 */
export function localAddress(address: string | undefined): string {
  if (!address?.startsWith('/') || /\p{Cc}/u.test(address) || !URL.canParse(address, here)) return '';
  const { origin, pathname, search, hash } = new URL(address, here);
  return origin !== here || pathname.startsWith('//') ? '' : `${pathname}${search}${hash}`;
}
