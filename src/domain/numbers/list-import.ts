/**
 * An imported list (da: indlæst liste): its lines without names, the pairs of lines that may be one woman by the rule of repeats, and what a
 * person decided about them. The rule decides where it is certain and nobody has said otherwise; where it is not, two lines are two women until
 * somebody says that they are one.
 */
import { municipalities } from '../geography/municipalities.ts';
import { addDays, day, type Day } from '../time.ts';
import { couldHoldCpr } from './could-hold-cpr.ts';
import { compareLines, type LinePair, type ListLine } from './duplicates.ts';
import { layLines } from './pair-search.ts';

/** A line by its import and its number there. */
export type LineKey = { readonly import: string; readonly line: number };

export type KeptLine = LineKey & { readonly list: string; readonly municipality: string; readonly year: number };

/** Two lines that are or may be one woman. `decided` is what a person said last, null where nobody has said anything. */
export type KeptPair = {
  readonly one: LineKey;
  readonly other: LineKey;
  readonly outcome: LinePair['outcome'];
  readonly decided: boolean | null;
};

/** How long what could tell who is who is kept, in days from the import; the first is the usual. Our own rule: never longer than a year. */
export const keepingDays = [180, 90, 30, 365] as const;

/** As many lines as an organisation keeps at a time: each new line is compared with those that can be one woman with it. */
export const mostKeptLines = 5000;

/**
 * As many pairs as one list may leave to a person, and as many as it may make in all. Our own choice: 2,000 at a minute each are a week's work,
 * and a list that makes more says too little of each woman to be compared.
 */
export const mostOpenPairs = 2000;
export const mostPairs = 10_000;

export type ImportAsked = {
  readonly title: string;
  readonly source: string;
  readonly year: string;
  readonly keep: string;
  readonly lines: readonly ListLine[];
  readonly digest: string;
};

export type ImportDecision =
  | { readonly outcome: 'kept'; readonly year: number; readonly forgetOn: Day }
  | { readonly outcome: 'no-title' }
  | { readonly outcome: 'no-source' }
  | { readonly outcome: 'cpr-in-title' }
  | { readonly outcome: 'cpr-in-source' }
  | { readonly outcome: 'no-year' }
  | { readonly outcome: 'no-keeping' }
  | { readonly outcome: 'already-there'; readonly title: string }
  | { readonly outcome: 'too-many' }
  | { readonly outcome: 'too-many-pairs' }
  | { readonly outcome: 'was-deleted'; readonly title: string };

/** Whether a list is taken in. `there` are the lists that the organisation has and has not deleted. */
export function decideImport(
  asked: ImportAsked,
  there: readonly { readonly digest: string; readonly title: string; readonly lines: number }[],
  today: Day,
): ImportDecision {
  const { lines, digest } = asked;
  const [fault] = faultsAsked(asked, today);
  if (fault) return { outcome: fault };
  const days = daysKept(asked);
  if (days === undefined) return { outcome: 'no-keeping' };
  const same = there.find((one) => one.digest === digest);
  if (same) return { outcome: 'already-there', title: same.title };
  if (there.reduce((sum, one) => sum + one.lines, lines.length) > mostKeptLines) return { outcome: 'too-many' };
  return { outcome: 'kept', year: Number(asked.year), forgetOn: addDays(today, days) };
}

/** Everything that is wrong in what was asked, without the list itself. */
export function faultsAsked({ title, source, year: written, keep }: Omit<ImportAsked, 'lines' | 'digest'>, today: Day) {
  const year = /^\d{4}$/.test(written) ? Number(written) : 0;
  return [
    ...(title.trim() === '' ? (['no-title'] as const) : []),
    ...(source.trim() === '' ? (['no-source'] as const) : []),
    ...(couldHoldCpr(title) ? (['cpr-in-title'] as const) : []),
    ...(couldHoldCpr(source) ? (['cpr-in-source'] as const) : []),
    ...(year < 1990 || year > Number(today.slice(0, 4)) + 1 ? (['no-year'] as const) : []),
    ...(daysKept({ keep }) === undefined ? (['no-keeping'] as const) : []),
  ];
}

function daysKept({ keep }: Pick<ImportAsked, 'keep'>): (typeof keepingDays)[number] | undefined {
  return keepingDays.find((known) => `${known}` === keep);
}

export type PairDecision =
  | { readonly outcome: 'decided'; readonly same: boolean }
  | { readonly outcome: 'no-answer' }
  | { readonly outcome: 'no-reason' }
  | { readonly outcome: 'cpr-in-reason' }
  | { readonly outcome: 'as-before' };

/** What a person says of a pair: the same woman or not, with the reason. */
export function decidePair({ decided }: Pick<KeptPair, 'decided'>, answer: string, because: string): PairDecision {
  if (answer !== 'same' && answer !== 'not-same') return { outcome: 'no-answer' };
  const wrong = reasonProblem(because);
  if (wrong) return { outcome: wrong };
  const same = answer === 'same';
  return decided === same ? { outcome: 'as-before' } : { outcome: 'decided', same };
}

/** What is wrong with a reason, for a decision or for a deletion; null where nothing is. */
export function reasonProblem(because: string): 'no-reason' | 'cpr-in-reason' | null {
  if (because.trim() === '') return 'no-reason';
  return couldHoldCpr(because) ? 'cpr-in-reason' : null;
}

/** True when two lines are taken to be one woman. */
export function isOneWoman({ outcome, decided }: Pick<KeptPair, 'outcome' | 'decided'>): boolean {
  return decided ?? outcome === 'same';
}

/** True while a person is to look. */
export function isOpen({ outcome, decided }: Pick<KeptPair, 'outcome' | 'decided'>): boolean {
  return decided === null && outcome === 'perhaps';
}

/** A pair of lines, the later one as `other`. */
export type FoundPair<Line extends ListLine> = { readonly one: Line; readonly other: Line; readonly pair: LinePair };

/** The pairs that new lines make, with each other and with those that are kept already; or that they are more than a list may make. */
export function pairsOf<Line extends ListLine>(
  fresh: readonly Line[],
  kept: readonly Line[],
): { readonly outcome: 'found'; readonly pairs: readonly FoundPair<Line>[] } | { readonly outcome: 'too-many-pairs' } {
  const laid = layLines<Line>();
  for (const line of kept) laid.lay(line);
  const pairs: FoundPair<Line>[] = [];
  let open = 0;
  for (const other of fresh) {
    for (const one of laid.near(other)) {
      const pair = compareLines(one, other);
      if (!pair) continue;
      pairs.push({ one, other, pair });
      if (pair.outcome === 'perhaps') open += 1;
      if (open > mostOpenPairs || pairs.length > mostPairs) return { outcome: 'too-many-pairs' };
    }
    laid.lay(other);
  }
  return { outcome: 'found', pairs };
}

export type ListedWomen = {
  /** The woman that a line is of, named after the first of her lines. */
  readonly womanOf: (line: LineKey) => string;
  readonly women: number;
  /** How many there would be if all open pairs were one woman. */
  readonly least: number;
  /** Pairs that somebody said are not one woman, and that other pairs make one all the same. */
  readonly contradicted: readonly KeptPair[];
};

/** The women on some lists: lines that are bound together, directly or by others, are one. */
export function womenOn(lines: readonly LineKey[], pairs: readonly KeptPair[]): ListedWomen {
  const certain = bind(lines, pairs.filter(isOneWoman));
  const possible = bind(
    lines,
    pairs.filter((pair) => isOneWoman(pair) || isOpen(pair)),
  );
  const count = (find: (line: LineKey) => string): number => new Set(lines.map(find)).size;
  return {
    womanOf: certain,
    women: count(certain),
    least: count(possible),
    contradicted: pairs.filter(({ one, other, decided }) => decided === false && certain(one) === certain(other)),
  };
}

function bind(lines: readonly LineKey[], pairs: readonly KeptPair[]): (line: LineKey) => string {
  const leader = new Map<string, string>(lines.map((line) => [keyOf(line), keyOf(line)]));
  const find = (start: string): string => {
    let [here, key] = [start, start];
    for (let next = leader.get(here); next !== undefined && next !== here; next = leader.get(here)) here = next;
    // Whoever was passed on the way is led there straight from now on.
    for (let next = leader.get(key); next !== undefined && next !== here; next = leader.get(key)) {
      leader.set(key, here);
      key = next;
    }
    return here;
  };
  for (const { one, other } of pairs) {
    const [left, right] = [find(keyOf(one)), find(keyOf(other))];
    // The smaller name leads, so that a woman keeps hers whatever the order of the pairs.
    if (left < right) leader.set(right, left);
    else leader.set(left, right);
  }
  return (line) => find(keyOf(line));
}

function keyOf(line: LineKey): string {
  return `${line.import} ${String(line.line).padStart(6, '0')}`;
}

/** The municipality that a list means, by name or code; empty when it is none. */
export function municipalityNamed(said: string | null): string {
  if (said === null) return '';
  const wanted = said
    .trim()
    .toLowerCase()
    .replace(/ kommune$/, '');
  return municipalities.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)?.id ?? '';
}

/** The day that a line of a year's list is counted on. */
export function listedOn(year: number): Day {
  return day(`${year}-01-01`);
}
