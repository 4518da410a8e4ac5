/** What was done travels to the next page in a cookie, which holds four thousand characters: what is said is kept within it, and never lost whole. */
import type { Notice } from './ui/receipt.tsx';

/** The longest value of the cookie as it is sent, where «æ» is six characters: browsers throw away one that with its name is longer than 4,096. */
export const longestNotice = 3_900;

/** How long a text is as it is sent. */
export function sentLength(text: string): number {
  return encodeURIComponent(text).length;
}

/** The tone, the id of what it is about and the text: «attention ophold-1 Hun er indskrevet …». A text that is too long ends after a whole sentence. */
export function noticeValue({ tone, at, text }: Omit<Notice, 'at'> & { readonly at: string }): string {
  const head = `${tone} ${at} `;
  return `${head}${cutTo(text, longestNotice - sentLength(head))}`;
}

export function readNotice(value: string): Notice {
  const [tone, at = '', ...words] = value.split(' ');
  return { tone: tone === 'attention' ? 'attention' : 'notice', text: words.join(' '), at: at === '' ? null : decodeURIComponent(at) };
}

/** The text where it is short enough; else as many whole sentences as there is room for, or whole words of the first, and an ellipsis. */
function cutTo(text: string, most: number): string {
  if (sentLength(text) <= most) return text;
  const room = most - sentLength(' …');
  const kept = whileShort(text.split(/(?<=\.) /), room) || whileShort(text.split(' '), room);
  return `${kept} …`;
}

function whileShort(pieces: readonly string[], room: number): string {
  let kept = '';
  for (const piece of pieces) {
    const longer = kept === '' ? piece : `${kept} ${piece}`;
    if (sentLength(longer) > room) break;
    kept = longer;
  }
  return kept;
}
