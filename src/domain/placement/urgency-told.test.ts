import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../time.ts';
import { urgencyOn, urgencyRisks } from './urgency.ts';
import { urgencyToldToUnit } from './urgency-told.ts';

const today = day('2026-11-27');

test('a unit is told the same of two who have waited as long and were refused as often, whatever their weeks and risks', () => {
  const circumstances = fc.record({
    countedFrom: fc.option(fc.integer({ min: 1, max: 300 }).map((days) => addDays(today, -days))),
    bornOn: fc.option(fc.integer({ min: 0, max: 60 }).map((days) => addDays(today, -days))),
    risks: fc.subarray([...urgencyRisks]).map((risks) => risks.map((risk) => ({ risk, since: addDays(today, -3) }))),
  });
  const known = fc.record({
    askedOn: fc.integer({ min: 0, max: 300 }).map((days) => addDays(today, -days)),
    refusals: fc.integer({ min: 0, max: 8 }),
    herNoes: fc.constant(0),
  });
  fc.assert(
    fc.property(known, circumstances, circumstances, (alike, hers, others) => {
      const [one, other] = [
        urgencyToldToUnit(urgencyOn({ ...alike, ...hers }, today)),
        urgencyToldToUnit(urgencyOn({ ...alike, ...others }, today)),
      ];
      expect(one.contributions).toEqual(other.contributions);
      expect(one.contributions.map(({ kind }) => kind)).toEqual(['waited', 'refusals']);
      // No sum is told, from which the rest could be reckoned.
      expect(Object.keys(one).toSorted()).toEqual(['band', 'contributions', 'edition']);
    }),
  );
});
