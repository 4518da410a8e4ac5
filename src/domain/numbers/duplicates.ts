/**
 * The same woman on several lists, or twice on one (da: gengangere). The rule, edition `gengangere/2026-2`, after Fellegi and Sunter (1969):
 * each field that is known on both lines adds or takes away a weight, the logarithm to base 2 of how much likelier it is to agree when the
 * two are the same than when they are not. A pseudonym that agrees decides alone. Two that differ decide only within one list: each list may have
 * its own, so between lists they say nothing for or against, and a person must look before the two are one. Nothing is decided where too little is known: then two
 * lines may be one, and a person must look.
 */
import { type Day, daysBetween } from '../time.ts';

export const duplicateRule = 'gengangere/2026-2';

/** One line of an imported list. What is not known is null. */
export type ListLine = {
  readonly list: string;
  readonly line: number;
  /** One for each woman within a list; alike on two lists only where they use the same key. */
  readonly pseudonym: string | null;
  /** A day, or what stands for it: it is only asked whether two are alike. */
  readonly born: string | null;
  readonly initials: string | null;
  readonly municipality: string | null;
  readonly dueDate: Day | null;
};

export const comparedFields = ['born', 'initials', 'municipality', 'dueDate'] as const;
export type ComparedField = (typeof comparedFields)[number];

/**
 * How often a field agrees when the lines are of one woman (`same`) and when they are not (`other`). Assumed, and to be replaced by what a
 * list's own known repeats show: days of birth are spread over 25 years, two initials over some hundred, and a term agrees within a week.
 */
export const fieldChances: Readonly<Record<ComparedField, { readonly same: number; readonly other: number }>> = {
  born: { same: 0.98, other: 1 / 9000 },
  initials: { same: 0.95, other: 1 / 150 },
  municipality: { same: 0.85, other: 1 / 40 },
  dueDate: { same: 0.9, other: 15 / 365 },
};

/** From this weight on two lines are one woman; from the lower one on they may be. */
export const sameFrom = 14;
export const perhapsFrom = 6;

export type LinePair = {
  readonly one: ListLine;
  readonly other: ListLine;
  readonly outcome: 'same' | 'perhaps';
  /** Infinite where the pseudonym decides. */
  readonly weight: number;
  readonly agrees: readonly ComparedField[];
  readonly differs: readonly ComparedField[];
};

export type Duplicates = {
  readonly pairs: readonly LinePair[];
  /** How many women there are at least, when all that may be one are one, and at most, when none of them is. */
  readonly women: { readonly least: number; readonly most: number };
  /** How many women are on which lists, when only the certain pairs are one: what an estimate of the hidden number is made from. */
  readonly overlaps: readonly { readonly lists: readonly string[]; readonly women: number }[];
};

export function findDuplicates(lines: readonly ListLine[]): Duplicates {
  const pairs = lines.flatMap((one, index) => lines.slice(index + 1).flatMap((other) => compareLines(one, other) ?? []));
  const certain = groupsOf(
    lines,
    pairs.filter(({ outcome }) => outcome === 'same'),
  );
  const all = groupsOf(lines, pairs);
  const overlaps = new Map<string, { lists: readonly string[]; women: number }>();
  for (const group of certain) {
    const lists = [...new Set(group.map(({ list }) => list))].toSorted();
    const key = JSON.stringify(lists);
    overlaps.set(key, { lists, women: (overlaps.get(key)?.women ?? 0) + 1 });
  }
  return {
    pairs: pairs.toSorted((one, other) => other.weight - one.weight || one.one.line - other.one.line),
    women: { least: all.length, most: certain.length },
    overlaps: [...overlaps.values()].toSorted((one, other) => (one.lists.join() < other.lists.join() ? -1 : 1)),
  };
}

/** Null where two lines are taken to be two women. */
export function compareLines(one: ListLine, other: ListLine): LinePair | null {
  const agrees: ComparedField[] = [];
  const differs: ComparedField[] = [];
  let weight = 0;
  for (const field of comparedFields) {
    const alike = agree(field, one, other);
    if (alike === null) continue;
    const { same, other: by } = fieldChances[field];
    weight += alike ? Math.log2(same / by) : Math.log2((1 - same) / (1 - by));
    (alike ? agrees : differs).push(field);
  }
  const bothKeyed = one.pseudonym !== null && other.pseudonym !== null;
  if (bothKeyed && one.pseudonym === other.pseudonym) return { one, other, outcome: 'same', weight: Infinity, agrees, differs };
  if ((bothKeyed && one.list === other.list) || weight < perhapsFrom) return null;
  return { one, other, outcome: weight >= sameFrom && !bothKeyed ? 'same' : 'perhaps', weight, agrees, differs };
}

function agree(field: ComparedField, one: ListLine, other: ListLine): boolean | null {
  if (field === 'dueDate') {
    return one.dueDate === null || other.dueDate === null ? null : Math.abs(daysBetween(one.dueDate, other.dueDate)) <= 7;
  }
  const [left, right] = [one[field], other[field]];
  return left === null || right === null ? null : left === right;
}

/** Lines that are bound together by pairs, each line in one group. */
function groupsOf(lines: readonly ListLine[], pairs: readonly LinePair[]): readonly (readonly ListLine[])[] {
  const leader = new Map<ListLine, ListLine>(lines.map((line) => [line, line]));
  const find = (line: ListLine): ListLine => {
    let here = line;
    for (let next = leader.get(here); next !== undefined && next !== here; next = leader.get(here)) here = next;
    return here;
  };
  for (const { one, other } of pairs) leader.set(find(one), find(other));
  const groups = new Map<ListLine, ListLine[]>();
  for (const line of lines) {
    const first = find(line);
    groups.set(first, [...(groups.get(first) ?? []), line]);
  }
  return [...groups.values()];
}
