/** Why a database does not answer, in words for the person who starts the program. */

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'no machine has that name',
  EAI_AGAIN: 'the name of the machine cannot be looked up now',
  ETIMEDOUT: 'the machine does not answer in time',
  EHOSTUNREACH: 'the machine cannot be reached',
  ECONNRESET: 'the connection was broken off',
  '28P01': 'the password is not right',
  '28000': 'the server lets nobody in by that name',
  '3D000': 'the server has no database of that name',
  '42501': 'the user may not make what the program needs; it is to own the database',
  '57P03': 'the server is starting or stopping; try again in a moment',
  '53300': 'the server has no more connections to give',
};

/** A sentence about `DATABASE_URL`, never with the address itself, for that holds a password; null when the error is of another kind. */
export function whyUnreachable(error: unknown): string | null {
  const code = codeOf(error);
  const why = code === null ? undefined : sentences[code];
  return why === undefined ? null : `DATABASE_URL: ${why} (${code}).`;
}

/** Where several addresses were tried, the first error that has a code speaks for all. */
function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== null) ?? null;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
