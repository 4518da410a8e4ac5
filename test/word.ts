/** Reads a Word document back: its files and its texts. */
import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive, found by its central directory. */
export function unzipped(archive: Uint8Array, name: string): string {
  const bytes = Buffer.from(archive);
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = bytes.readUInt32LE(at + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
      return (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`the archive holds no ${name}`);
}

/** The texts of a Word document, one line per paragraph. */
export function wordTexts(archive: Uint8Array): readonly string[] {
  return unzipped(archive, 'word/document.xml')
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
}

/** Words of a page that say nothing in a document: the page itself, its links and the hints of its forms. */
export function wordsOfAPage(texts: readonly string[]): readonly string[] {
  return texts.filter((text) =>
    /\b[Ss]iden (her|«|afgør|viser|regner)|på siden|denne side|skemaet|se stederne|står under «|; tom:|\b[Tt]he page\b|this page|on the page|see the sites|; empty:/.test(
      text,
    ),
  );
}
