/**
 * What stands above an overlap table in lines that begin with `#` (da: skemaets definitioner): who is on each list, of which period, who drew it. The
 * form asks for it there, and it comes back with the counts: it is kept with the analysis, for a number without its definition is half a number.
 */
import { couldHoldCpr } from '../numbers/could-hold-cpr.ts';

export type ToldLines =
  | { readonly outcome: 'told'; readonly lines: readonly string[] }
  /** A line could hold somebody's civil number: it is not said which number, and nothing is kept. */
  | { readonly outcome: 'cpr'; readonly line: number }
  | { readonly outcome: 'too-long'; readonly line: number };

/** So many lines of definitions, and so long each: a form of nine lists has fewer. */
export const [mostToldLines, longestToldLine] = [60, 1000];

/** The lines above the table, in their order, without what a spreadsheet made of them. `isOwn` says which are the form's own rules. */
export function toldAbove(text: string, isOwn: (line: string) => boolean = () => false): ToldLines {
  const all = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const lines: string[] = [];
  for (const [index, written] of all.entries()) {
    // Below the header a line is counts.
    if (written.trim() !== '' && !/^\s*"?#|^sep=.?$/.test(written)) break;
    if (!/^\s*"?#/.test(written)) continue;
    const line = plain(written);
    if (couldHoldCpr(line)) return { outcome: 'cpr', line: index + 1 };
    if (line === '' || isOwn(line)) continue;
    if (line.length > longestToldLine || lines.length === mostToldLines) return { outcome: 'too-long', line: index + 1 };
    lines.push(line);
  }
  return { outcome: 'told', lines };
}

/** The text of a line: its mark is gone, its cells stand after each other, and their quotes are off. */
function plain(line: string): string {
  const cells = [...line.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^;\t]*))\s*(?:[;\t]|$)/g)];
  return cells
    .map(([, quoted, bare]) => (quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"')).trim())
    .filter((cell) => cell !== '')
    .join(' ')
    .replace(/^#\s*/, '')
    .replace(/,+$/, '')
    .trim();
}
