/**
 * Which lines can be one woman at all. By the weights of the rule two lines reach the threshold only where certain fields agree: lines are laid by
 * these, so that a new line is compared with those that share one of them and with no other.
 */
import { daysBetween, day } from '../time.ts';
import { type ComparedField, comparedFields, fieldChances, type ListLine, perhapsFrom } from './duplicates.ts';

/** The smallest sets of fields that reach the threshold when they agree and nothing else is known. */
export const reachingFields: readonly (readonly ComparedField[])[] = smallest(
  subsetsOf(comparedFields).filter((fields) => fields.reduce((sum, field) => sum + weightOf(field), 0) >= perhapsFrom),
);

/** Lines that are laid by what they could share with others. */
export type LaidLines<Line extends ListLine> = {
  lay(line: Line): void;
  /** Those of the lines laid so far that may be one woman with this one, in the order they were laid. */
  near(line: ListLine): readonly Line[];
};

export function layLines<Line extends ListLine>(): LaidLines<Line> {
  const lines: Line[] = [];
  const places = new Map<string, number[]>();
  return {
    lay(line) {
      const number = lines.push(line) - 1;
      for (const [key] of keysOf(line)) {
        const there = places.get(key);
        if (there) there.push(number);
        else places.set(key, [number]);
      }
    },
    near(line) {
      const found = new Set(keysOf(line).flatMap((keys) => keys.flatMap((key) => places.get(key) ?? [])));
      return [...found].toSorted((one, other) => one - other).flatMap((number) => lines[number] ?? []);
    },
  };
}

/** A term agrees within a week: two that do lie in the same eight days or in those beside them. */
const daysTogether = 8;
const firstDay = day('2000-01-01');

/** For each thing that lines may share: where this line lies, and after that the places beside it. */
function keysOf(line: ListLine): readonly (readonly [string, ...string[]])[] {
  const byKey: readonly (readonly [string, ...string[]])[] = line.pseudonym === null ? [] : [[JSON.stringify(['key', line.pseudonym])]];
  return [...byKey, ...reachingFields.flatMap((fields) => keysBy(fields, line))];
}

function keysBy(fields: readonly ComparedField[], line: ListLine): readonly (readonly [string, ...string[]])[] {
  if (fields.some((field) => line[field] === null)) return [];
  const alike = fields.flatMap((field) => (field === 'dueDate' ? [] : [field, line[field]]));
  if (!fields.includes('dueDate') || line.dueDate === null) return [[JSON.stringify(alike)]];
  const here = Math.floor(daysBetween(firstDay, line.dueDate) / daysTogether);
  const at = (place: number): string => JSON.stringify([...alike, place]);
  return [[at(here), at(here - 1), at(here + 1)]];
}

/** What a field adds when it agrees. */
function weightOf(field: ComparedField): number {
  const { same, other } = fieldChances[field];
  return Math.log2(same / other);
}

function subsetsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.reduce<readonly (readonly Item[])[]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

function smallest(sets: readonly (readonly ComparedField[])[]): readonly (readonly ComparedField[])[] {
  return sets.filter((set) => !sets.some((other) => other.length < set.length && other.every((field) => set.includes(field))));
}
