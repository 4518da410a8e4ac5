/** Forms with a file (RFC 7578): small texts only, each field as its text. A file that a spreadsheet saved in Windows' Danish set is read too. */
import type { FastifyInstance } from 'fastify';

/** Lets the pages of this plugin take forms with a file, of at most `most` bytes. */
export function takeFiles(app: FastifyInstance, most: number): void {
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: most }, (request, body, done) => {
    const boundary = /boundary="?([^";]+)"?/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (boundary === undefined || typeof body === 'string')
      done(Object.assign(new Error('a form without a boundary'), { statusCode: 400 }));
    else done(null, partsOf(body, boundary));
  });
}

function partsOf(body: Buffer, boundary: string): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const head = part.indexOf('\r\n\r\n');
    const name = head < 0 ? undefined : /[;\s]name="([^"]*)"/i.exec(part.subarray(0, head).toString('utf8'))?.[1];
    if (name !== undefined) fields.set(name, textOf(part.subarray(head + 4)));
    at = next;
  }
  return Object.fromEntries(fields);
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
