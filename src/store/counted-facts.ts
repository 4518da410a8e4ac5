/**
 * What numbers count, as it became true and untrue with each fact of a pathway. Here and in `drawn-rows.ts` alone facts about people become facts
 * of numbers.
 */
import type { Id } from '../domain/id.ts';
import type { CountedFact } from '../domain/numbers/counted-fact.ts';
import type { RecordedFact } from '../domain/pathway/facts.ts';
import type { Moment } from '../domain/time.ts';
import { type Drawn, drawnFrom, isCounted, type KnownUnits } from './drawn-rows.ts';

/** A stored row. */
export type DrawnRow = CountedFact & { readonly pathway: Id<'pathway'> };

/** All rows of a pathway, those that were withdrawn too: what each fact in turn made true and untrue. */
export function countedHistory(pathway: Id<'pathway'>, facts: readonly RecordedFact[], units: KnownUnits): readonly DrawnRow[] {
  const rows: DrawnRow[] = [];
  let at: Moment | undefined;
  for (const [index, { recorded, fact }] of facts.entries()) {
    at = at === undefined || recorded > at ? recorded : at;
    if (!isCounted(fact)) continue;
    const { withdrawn, added } = changesBy(pathway, facts.slice(0, index), facts.slice(0, index + 1), units, at);
    for (const number of numbersOf(rows, withdrawn)) {
      const row = rows[number - 1];
      if (row) rows[number - 1] = { ...row, withdrawn: at };
    }
    for (const drawn of added) rows.push({ case: pathway, pathway, number: rows.length + 1, recorded: at, withdrawn: null, ...drawn });
  }
  return rows;
}

/** What one more fact, known at that moment, makes untrue and true. */
export function changesBy(
  pathway: Id<'pathway'>,
  before: readonly RecordedFact[],
  after: readonly RecordedFact[],
  units: KnownUnits,
  at: Moment,
): { readonly withdrawn: readonly Drawn[]; readonly added: readonly Drawn[] } {
  if (before.length > 0 && after.slice(before.length).every(({ fact }) => !isCounted(fact))) return { withdrawn: [], added: [] };
  const [old, now] = [drawnFrom(pathway, before, units, at), drawnFrom(pathway, after, units, at)];
  return { withdrawn: without(old, now), added: without(now, old) };
}

/**
 * The numbers of the rows in force that say what is to be withdrawn, one for each. A house may have moved since its row was drawn: the way there
 * makes it no other row. One that is not there is passed over: numbers never stop a fact from being written, and `samlob rebuild --check` tells
 * of it.
 */
export function numbersOf(rows: readonly CountedFact[], withdrawn: readonly Drawn[]): readonly number[] {
  const open = rows
    .filter((row) => row.withdrawn === null)
    .map((row) => ({ number: row.number, said: saidBy({ ...row, minutes: null }), minutes: row.minutes }));
  return withdrawn.flatMap((drawn) => {
    const said = saidBy({ ...drawn, minutes: null });
    const exact = open.findIndex((row) => row.said === said && row.minutes === drawn.minutes);
    const index = exact < 0 ? open.findIndex((row) => row.said === said) : exact;
    return index < 0 ? [] : open.splice(index, 1).map(({ number }) => number);
  });
}

/** Those of the one list that are not in the other, counted: two alike are two. */
function without(all: readonly Drawn[], others: readonly Drawn[]): readonly Drawn[] {
  const left = others.map(saidBy);
  return all.filter((drawn) => {
    const index = left.indexOf(saidBy(drawn));
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}

function saidBy({ subject, kind, happened, until, municipality, level, detail, reason, unit, unitId, minutes, gestation }: Drawn): string {
  return JSON.stringify([subject, kind, happened, until, municipality, level, detail, reason, unit, unitId, minutes, gestation]);
}
