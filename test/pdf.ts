/** What a test reads in a PDF that the house's template has made: its pages, and the heads of its tables as they are drawn. */
import { inflateSync } from 'node:zlib';

/** In points, from the left edge of the page. */
export type DrawnCell = { readonly left: number; readonly width: number; readonly height: number };

export function pageCount(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}

/** The cells of each table's head, from left to right: the template fills each with one colour of its own. */
export function tableHeads(pdf: Uint8Array): readonly (readonly DrawnCell[])[] {
  return contentStreams(pdf).flatMap((stream) => {
    const heads = new Map<string, DrawnCell[]>();
    for (const [, left = '', top = '', width = '', height = ''] of stream.matchAll(headCell))
      heads.set(top, [...(heads.get(top) ?? []), { left: Number(left), width: Number(width), height: Number(height) }]);
    return [...heads.values()];
  });
}

const number = String.raw`(-?[\d.]+)`;
/** Moved to its corner, filled with the colour of a head, and drawn by its right and lower edges. */
const headCell = new RegExp(
  String.raw`1 0 0 -1 ${number} ${number} cm\s+/c0 cs\s+0\.8901961 0\.9372549 0\.94509804 scn\s+0 0 m\s+${number} 0 l\s+[\d.]+ ${number} l`,
  'g',
);

/** The drawing of each page, unpacked. */
function contentStreams(pdf: Uint8Array): readonly string[] {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: word }) => {
    const start = index + word.length;
    if (text.slice(index - 3, index) === 'end') return [];
    const packed = bytes.subarray(start, text.indexOf('endstream', start));
    // Fonts and pictures are packed too; the drawing of a page has text in it.
    if (packed[0] !== 0x78) return [];
    const unpacked = inflateSync(packed).toString('latin1');
    return /\bBT\b/.test(unpacked) ? [unpacked] : [];
  });
}
