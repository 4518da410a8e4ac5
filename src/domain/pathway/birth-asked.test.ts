import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, day, startOfDanishDay } from '../time.ts';
import { birthAsked } from './birth-asked.ts';
import type { PathwayFact, RecordedFact } from './facts.ts';
import { flagsOf } from './flags.ts';

const due = day('2027-02-18');
/** The day on which she is so many weeks and days by the due date. */
const at = (weeks: number, days: number) => addDays(due, weeks * 7 + days - 280);

describe('a birth', () => {
  test.each([
    [0, 0, true],
    [11, 3, true],
    [21, 6, true],
    [22, 0, false],
    [40, 0, false],
    [42, 6, false],
    [43, 0, true],
  ])('at %i+%i is asked about: %s', (weeks, days, asked) => {
    const found = birthAsked(due, at(weeks, days));
    expect(found).toEqual(asked ? { outcome: 'far-from-term', weeks, days, edition: 'foedsel-spurgt/2026-11' } : null);
  });

  test('before the pregnancy is asked about as that, and where no due date is known nothing is', () => {
    expect(birthAsked(due, at(0, -1))).toEqual({ outcome: 'not-begun', edition: 'foedsel-spurgt/2026-11' });
    expect(birthAsked(null, at(11, 3))).toBeNull();
  });

  test('that was kept is remarked on by the due date in force, whenever that was written, and no longer where another one fits it', () => {
    const told = (sequence: number, on: ReturnType<typeof at>, fact: PathwayFact): RecordedFact => ({
      sequence,
      fact,
      by: asId<'user'>('jordemoder'),
      byName: 'Opdigtet',
      capacity: 'family-clinic',
      organisation: asId<'organisation'>('familieambulatorium'),
      organisationName: 'Opdigtet',
      happened: on,
      recorded: startOfDanishDay(at(40, 0)),
    });
    const dueDate = (on: typeof due): PathwayFact => ({ type: 'due-date-set', dueDate: on, basis: 'ultrasound' });
    const flags = (...facts: readonly RecordedFact[]): readonly string[] =>
      flagsOf(facts).flatMap(({ flag, sequence }) => (sequence === 2 ? [flag] : []));
    // The due date is written about a day after the birth.
    const known = told(1, at(27, 0), dueDate(due));
    const birth = (on: typeof due): RecordedFact => told(2, on, { type: 'event', kind: 'birth', text: 't' });

    expect(flags(known, birth(at(11, 3)))).toContain('birth-far-from-term');
    expect(flags(known, birth(at(22, 0)))).not.toContain('birth-far-from-term');
    expect(flags(known, birth(at(11, 3)), told(3, at(28, 0), dueDate(at(11, 3))))).not.toContain('birth-far-from-term');
  });
});
