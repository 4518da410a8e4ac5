/** What `samlob` says of itself: all its commands in a line each, one command's usage, and the command that a mistyped word stands nearest to. */

/** A command as the overview shows it. */
export type Purpose = { readonly purpose: string; readonly needsDatabase: boolean };

/** «--help», «-h» among the words before «--», or nothing at all where nothing is an answer. */
export function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

/** Every command with what it is for; those that read no database first. */
export function overview(commands: Readonly<Record<string, Purpose>>): string {
  const named = Object.entries(commands);
  const wide = Math.max(...named.map(([name]) => name.length));
  const lines = (needsDatabase: boolean): readonly string[] =>
    named
      .filter(([, command]) => command.needsDatabase === needsDatabase)
      .map(([name, { purpose }]) => `  ${name.padEnd(wide)}  ${purpose}`);
  return [
    'samlob COMMAND …',
    '',
    'From files and numbers, without a database:',
    ...lines(false),
    '',
    'From the database (the project’s own, or DATABASE_URL):',
    ...lines(true),
    '',
    'samlob COMMAND --help tells how a command is asked, samlob --version which edition this is. --json prints one JSON document and nothing else.',
    'Exit: 0 an answer, also “not identified”; 1 bad input; 2 usage; 3 a check that failed, or a refusal; 4 no database.',
    '',
  ].join('\n');
}

/** The known name that takes the fewest changed letters, at most 2; null when none is that near. */
export function nearest(word: string, names: readonly string[]): string | null {
  const [first] = names
    .map((name) => ({ name, changes: changesBetween(word, name) }))
    .filter(({ changes }) => changes <= 2)
    .sort((one, other) => one.changes - other.changes);
  return first?.name ?? null;
}

/** The known names that a word may have been meant as, at most three, the nearest first: those that hold it, and those half of it away at most. */
export function nearestFew(word: string, names: readonly string[]): readonly string[] {
  const most = Math.max(2, Math.floor(word.length / 2));
  return names
    .map((name) => ({ name, changes: word.length > 2 && name.includes(word) ? 0 : changesBetween(word, name) }))
    .filter(({ changes }) => changes <= most)
    .sort((one, other) => one.changes - other.changes)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Letters put in, taken out or replaced to make one word of another. */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of one.split('').entries()) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to += 1)
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (letter === other[to - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length] ?? 0;
}
