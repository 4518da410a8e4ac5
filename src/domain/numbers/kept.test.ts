import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionFor, factsFor, sets } from '../../../test/random-figures.ts';
import { addMinutes, danishDay, moment } from '../time.ts';
import type { CountedFact } from './counted-fact.ts';
import { evaluate, type FigureSum, sumUnits, unitsOf } from './evaluate.ts';
import { addSums, changesBetween, endOfDay, historyOf, isKept, keptPart, type SumChange } from './kept.ts';

const from = moment('2022-01-01T12:00:00Z');
/** What is minutes apart in the random facts is here twelve hours apart each; and a pregnancy has its last day, as it has when it is drawn. */
const spread = (all: readonly CountedFact[]): readonly CountedFact[] =>
  all.map((fact) => {
    const later = (at: CountedFact['recorded']): CountedFact['recorded'] =>
      addMinutes(from, Math.round((Date.parse(at) - Date.parse(from)) / 60_000) * 720);
    const until = fact.kind === 'pregnancy' ? (fact.until ?? fact.happened) : fact.until;
    return { ...fact, until, recorded: later(fact.recorded), withdrawn: fact.withdrawn && later(fact.withdrawn) };
  });

const allYears = [1900, 2100] as const;

function added(changes: readonly SumChange[]): readonly FigureSum[] {
  const sums = new Map<string, FigureSum>();
  for (const { year, municipality, part, cases, total } of changes) {
    const key = `${year}|${municipality}|${part}`;
    const sum = sums.get(key) ?? { year, municipality, part, cases: 0, total: 0 };
    sums.set(key, { ...sum, cases: sum.cases + cases, total: sum.total + total });
  }
  return [...sums.values()].filter(({ cases }) => cases !== 0);
}

const plain = (sums: readonly FigureSum[]): readonly string[] => sums.map((sum) => JSON.stringify(sum)).toSorted();

test('the changes up to a day are the figure of that day, and what is told later changes only the days from then on', () => {
  let [counted, openCounted] = [0, 0];
  fc.assert(
    fc.property(factsFor.map(spread), definitionFor, fc.nat(100), (facts, random, cut) => {
      const definition = isKept(random)
        ? random
        : { ...random, event: { kind: 'need' as const }, period: 'happens' as const, measure: { kind: 'count' as const } };
      const history = historyOf([definition], facts, sets);
      const days = [...new Set(facts.flatMap(({ recorded, withdrawn }) => [recorded, withdrawn ?? recorded]).map(danishDay))];
      for (const known of days) {
        const request = { years: allYears, at: endOfDay(known), valueSets: sets };
        const expected = evaluate(definition, facts, request);
        counted += expected.length;
        // What is not over is counted on the day itself.
        const open = keptPart(definition) === 'all' ? [] : unitsOf(definition, facts, request).filter(({ fact }) => fact.until === null);
        openCounted += open.length;
        const kept = added(history.filter((change) => change.known <= known));
        expect(plain(addSums(kept, sumUnits(open)))).toEqual(plain(expected));
      }
      const before = facts.slice(0, Math.floor((facts.length * cut) / 100));
      const both = [...historyOf([definition], before, sets), ...changesBetween([definition], before, facts, sets)];
      for (const known of days)
        expect(plain(added(both.filter((change) => change.known <= known)))).toEqual(
          plain(added(history.filter((change) => change.known <= known))),
        );
    }),
    { numRuns: 300 },
  );
  expect(counted).toBeGreaterThan(500);
  expect(openCounted).toBeGreaterThan(15);
});
