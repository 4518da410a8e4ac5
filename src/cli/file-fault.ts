/** What the machine says of a file, in words for the person who named it. */

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file and no folder',
  EACCES: 'this user may not open it',
  EPERM: 'this user may not open it',
  EEXIST: 'it is there already',
  ENOSPC: 'the disk is full',
  EROFS: 'nothing can be written there',
};

/** The end of a sentence such as «x.csv: there is no such file or folder.»; a decoder’s TypeError means that the text is not UTF-8. */
export function fileFault(error: unknown): string {
  if (error instanceof TypeError) return 'the file is not UTF-8';
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  return (code === null ? undefined : sentences[code]) ?? `it could not be opened (${code ?? String(error)})`;
}
