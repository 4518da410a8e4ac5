/** One who asks for pages and sends their forms, as a browser would: only what is between a form's tags is read, so that reading costs little. */
import { load } from 'cheerio';

/** Where somebody asks, and as whom. */
export type From = { readonly address: string; readonly cookie: string };
export type Answer = { readonly status: number; readonly body: string };

/** `boxes` are those that can be ticked and are not. */
export type Form = { readonly action: string; readonly fields: URLSearchParams; readonly boxes: readonly (readonly [string, string])[] };

export async function get({ address, cookie }: From, path: string): Promise<Answer> {
  const response = await fetch(`${address}${path}`, { headers: { cookie }, redirect: 'manual' });
  return { status: response.status, body: await response.text() };
}

export async function post({ address, cookie }: From, path: string, body: URLSearchParams): Promise<Answer> {
  const response = await fetch(`${address}${path}`, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
  return { status: response.status, body: await response.text() };
}

export async function login(address: string): Promise<string> {
  const response = await fetch(`${address}/log-ind`, {
    method: 'POST',
    body: new URLSearchParams({ person: 'visitator' }),
    redirect: 'manual',
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The first form that is sent to an address which ends so, by itself or by one of its buttons; `null` where the page has none. */
export function formIn(body: string, ending: string): Form | null {
  const found = new RegExp(`action="([^"]*${ending})"`, 'i').exec(body);
  const from = found ? body.lastIndexOf('<form', found.index) : -1;
  if (!found || from < 0) return null;
  const form = load(body.slice(from, body.indexOf('</form>', from) + 7))('form');
  const fields = form.serializeArray().map(({ name, value }): [string, string] => [name, value]);
  const boxes = form
    .find('input[type=checkbox]:not([checked])')
    .toArray()
    .map(({ attribs }): readonly [string, string] => [attribs.name ?? '', attribs.value ?? 'on']);
  return { action: found[1] ?? '', fields: new URLSearchParams(fields), boxes };
}

/** Ticks all that is asked about. */
export function tickAll({ fields, boxes }: Form): void {
  for (const [name, value] of boxes) fields.append(name, value);
}

/** Whether a page offers a place. */
export function offers(body: string, place: string): boolean {
  return body.includes(`name="plads" value="${place}"`);
}

/** What the page says went wrong, in its own words. */
export function faultIn({ status, body }: Answer): string {
  const page = load(body);
  const said = page('main [role=alert] p, main [role=alert] li').first().text() || page('h1').first().text();
  // Days and names differ from one to the next.
  return `${status}: ${said.replace(/\d+/g, '…').slice(0, 90)}`;
}
