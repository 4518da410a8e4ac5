/** A form with a file (multipart/form-data, RFC 7578): the fields as text, and of each file its name and bytes. */
import type { FastifyInstance } from 'fastify';

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };
export type Upload = { readonly fields: Readonly<Record<string, string>>; readonly files: Readonly<Record<string, UploadedFile>> };

/** The routes of this plugin take forms with files; their body is an `Upload`. `most`: bytes of a body, where the server's own limit is not meant. */
export function acceptUploads(app: FastifyInstance, most?: number): void {
  const limit = most === undefined ? {} : { bodyLimit: most };
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', ...limit }, (request, body, done) => {
    const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(request.headers['content-type'] ?? '');
    done(null, uploadIn(Buffer.from(body), boundary?.[1] ?? boundary?.[2] ?? ''));
  });
}

/** A body that is not one has no fields and no files. */
export function uploadIn(body: Buffer, boundary: string): Upload {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  const files: Record<string, UploadedFile> = Object.create(null) as Record<string, UploadedFile>;
  if (boundary === '') return { fields, files };
  const mark = Buffer.from(`\r\n--${boundary}`);
  // The first mark has no line before it.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  let from = whole.indexOf(mark);
  while (from >= 0) {
    const begins = from + mark.length;
    const to = whole.indexOf(mark, begins);
    if (to < 0) break;
    const part = whole.subarray(begins, to);
    const headEnd = part.indexOf('\r\n\r\n');
    if (headEnd >= 0) {
      const head = part.subarray(0, headEnd).toString('utf8');
      const content = part.subarray(headEnd + 4);
      const name = /\bname="([^"]*)"/i.exec(head.replace(/filename="[^"]*"/i, ''))?.[1];
      const file = /filename="([^"]*)"/i.exec(head)?.[1];
      if (name !== undefined && file !== undefined) files[name] = { name: file.replace(/^.*[\\/]/, ''), bytes: new Uint8Array(content) };
      else if (name !== undefined) fields[name] = content.toString('utf8');
    }
    from = to;
  }
  return { fields, files };
}

/** What the other fields of a form said, with a file or without; for `fieldsOf`. */
export function fieldsBeside(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'files' in body && 'fields' in body ? body.fields : body;
}

/** The file that was chosen in a field of a form; null where none was. */
export function fileIn(body: unknown, name: string): UploadedFile | null {
  if (typeof body !== 'object' || body === null || !('files' in body)) return null;
  const { files } = body as Upload;
  const file = files[name];
  return file === undefined || (file.name === '' && file.bytes.length === 0) ? null : file;
}

/** A file as text. One that a spreadsheet saved in Windows' Danish set is read too. */
export function textIn({ bytes }: UploadedFile): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
