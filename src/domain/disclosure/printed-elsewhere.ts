/**
 * Which hidden or rounded numbers of a release can be worked out all the same, because others have printed them (da: trykt andre steder). Decision
 * 0035 lets them be opened: nobody can take a document back. So no sentence may promise that nobody can work a number out without naming them.
 * Worked out from what all can read alone, by one sum at a time: no true count is looked at, and to be told of a cell tells nothing new.
 */
import { type CellCodes, keyOf, type ToldCell } from './beside.ts';
import { namesOf } from './count-table.ts';
import type { KnownPublication } from './known.ts';
import { type EarlierRelease, joinReleases } from './ledger.ts';
import { propagate } from './propagate.ts';
import type { NumberedRelease } from './shared-cells.ts';

export type PrintedElsewhere = {
  /** The cells of the release, in its order, that can be only one number. */
  readonly cells: readonly CellCodes[];
  /** The documents that tell them, in the order they were given. */
  readonly sources: readonly string[];
  /** The earlier releases that print any of them. */
  readonly releases: readonly string[];
};

/** A document as an entry beside the ledger, whatever the true counts are. */
function entryOf(
  { id, matter, source }: KnownPublication,
  told: readonly ToldCell[],
  counted: KnownPublication['counted'],
): EarlierRelease {
  return {
    id,
    matter,
    source,
    table: { layout: { dimensions: [], size: 0, sums: [] }, published: [] },
    terms: { threshold: 1, zeros: 'hide', protect: 'exact', rounding: null },
    beside: { absent: [], most: [], counted, told },
  };
}

/** The cells that a reader of the release, the releases before it and the documents knows exactly; empty where none is hidden or rounded. */
export function printedElsewhere(
  { id, release }: NumberedRelease,
  others: readonly NumberedRelease[],
  known: readonly KnownPublication[],
): PrintedElsewhere {
  const { matter, table, terms, beside } = release;
  const { layout, published } = table;
  const absent = new Set(beside.absent);
  const own: EarlierRelease = { id, matter, table, terms, beside };
  const before = others.filter((one) => Number(one.id) < Number(id)).map((one): EarlierRelease => ({ id: one.id, ...one.release }));
  /** The cells that can be only one number for one who has read these; null where no counts agree with all of them. */
  const exactFor = (read: readonly EarlierRelease[]): readonly number[] | null => {
    const ledger = joinReleases({ layout, matter }, read, 'plain');
    const all = propagate([...layout.sums, ...ledger.sums], ledger.bounds);
    if (!all) return null;
    return published.flatMap((value, cell) =>
      (value === null || terms.rounding !== null) && !absent.has(cell) && all.lower[cell] === all.upper[cell] ? [cell] : [],
    );
  };
  const ours = [...before, own];
  const documents = known.filter((one) => one.matter === matter);
  const entries = agreeing(documents, (read) => exactFor([...ours, ...read]) !== null);
  const exact = exactFor([...ours, ...entries]) ?? [];
  const codes = exact.map((cell) => namesOf(layout, cell));
  // Each is told by one document alone, or by several together.
  const alone = entries.filter((entry) => (exactFor([entry]) ?? []).some((cell) => exact.includes(cell)));
  const told = new Set(alone.flatMap((entry) => exactFor([entry]) ?? []));
  const printed = new Set(codes.map(keyOf));
  const releases = before.filter(
    (one) =>
      one.terms.rounding === null &&
      one.table.published.some((value, cell) => value !== null && printed.has(keyOf(namesOf(one.table.layout, cell)))),
  );
  const isLeft = exact.some((cell) => !told.has(cell)) && releases.length === 0;
  const sources = [...new Set((isLeft ? entries : alone).flatMap(({ source }) => (source === undefined ? [] : [source])))];
  return { cells: codes, sources, releases: releases.map((one) => one.id) };
}

/** The documents, without the numbers and sentences that no counts could agree with: what disagrees helps no reader. */
function agreeing(
  documents: readonly KnownPublication[],
  isPossible: (read: readonly EarlierRelease[]) => boolean,
): readonly EarlierRelease[] {
  const whole = documents.map((one) => entryOf(one, one.told, one.counted));
  if (isPossible(whole)) return whole;
  const kept: EarlierRelease[] = [];
  for (const one of documents) {
    const told: ToldCell[] = [];
    for (const number of one.told) if (isPossible([...kept, entryOf(one, [...told, number], [])])) told.push(number);
    const counted = isPossible([...kept, entryOf(one, told, one.counted)]) ? one.counted : [];
    kept.push(entryOf(one, told, counted));
  }
  return kept;
}
