import { describe, expect, test } from 'vitest';
import { needsOf, now, taken, testFacility, testPlace, testUnit } from '../../../test/provision.ts';
import { municipality } from '../geography/municipalities.ts';
import { municipalityLocation } from '../geography/travel.ts';
import { asId } from '../id.ts';
import { addMinutes, day } from '../time.ts';
import { type HerSituation, nothingKnown, proposeNeeds } from './needs.ts';
import { nightsFrom } from './nights.ts';
import { exceedsShieldedGuideline } from './provision.ts';
import { freshnessOf } from './freshness.ts';
import { answerFrom, type Candidate, rankUnits } from './search.ts';

const aalborg = municipality('0851');
const home = aalborg && municipalityLocation(aalborg);
const request = { needs: needsOf('mother-and-baby'), nights: nightsFrom(day('2026-11-25'), 30), home, at: now };

function candidate(name: string, minutesAway: number, differs: Partial<Candidate> = {}): Candidate {
  return {
    facility: { ...testFacility, id: asId<'facility'>(name), name, point: [9.92, 57.04 - minutesAway / 100] },
    unit: testUnit([testPlace(`${name}-1`, ['mother-and-baby'])], { id: asId<'unit'>(name) }),
    occupations: [],
    ...differs,
  };
}

describe('a unit where one who has not come could change places', () => {
  const unit = testUnit([testPlace('x', ['mother-and-baby']), testPlace('y')]);
  const occupations = [taken('x', '2026-12-10', '2026-12-20')];

  test('takes her with that move, after those where nobody has to move and before those with a later day', () => {
    const later = candidate('senere', 1, { occupations: [taken('senere-1', '2026-11-20', '2026-11-26', { status: 'admitted' })] });
    const ranked = rankUnits([later, candidate('flytning', 2, { unit, occupations }), candidate('ledig', 90)], request);

    expect(ranked.map(({ facility }) => facility.name)).toEqual(['ledig', 'flytning', 'senere']);
    expect(ranked[1]?.answer).toMatchObject({
      outcome: 'can-come-with-moves',
      place: { id: 'x' },
      moves: [{ from: { id: 'x' }, to: { id: 'y' } }],
    });
  });

  test('does not take her when the other place lacks what the other needs', () => {
    const [stay] = occupations.map((one) => ({ ...one, mustHave: ['mother-and-baby'] as const }));
    const [ranked] = rankUnits([candidate('flytning', 2, { unit, occupations: stay ? [stay] : [] })], request);

    expect(ranked).toMatchObject({ answer: { outcome: 'cannot-come', explanation: { outcome: 'explained' } }, movesUndecided: false });
  });
});

describe('a unit that is asked when the steps of the page are used', () => {
  const used = (): boolean => false;

  test('says at once that she has a free place', () => {
    expect(answerFrom(candidate('ledig', 1), request, used).answer).toMatchObject({ outcome: 'can-come', place: { id: 'ledig-1' } });
  });

  test('and would have to be searched says that it was not decided', () => {
    const unit = testUnit([testPlace('x', ['mother-and-baby']), testPlace('y')]);
    const occupations = [taken('x', '2026-12-10', '2026-12-20')];

    expect(answerFrom({ unit, occupations }, request, used)).toEqual({ answer: { outcome: 'not-decided-in-time' }, movesUndecided: true });
    expect(answerFrom({ unit, occupations }, request).answer.outcome).toBe('can-come-with-moves');
  });
});

describe('the ranking', () => {
  test('puts those that can take her on the day first, then the next possible day, then the shortest way, then those that cannot', () => {
    const candidates = [
      candidate('kan aldrig', 1, { unit: testUnit([testPlace('x')]) }),
      candidate('fuld til jul', 2, { occupations: [taken('fuld til jul-1', '2026-11-01', '2026-12-24')] }),
      candidate('langt væk', 90),
      candidate('fuld til advent', 60, { occupations: [taken('fuld til advent-1', '2026-11-01', '2026-11-29')] }),
      candidate('nær', 10),
    ];

    const ranked = rankUnits(candidates, request);

    expect(ranked.map(({ facility }) => facility.name)).toEqual(['nær', 'langt væk', 'fuld til advent', 'fuld til jul', 'kan aldrig']);
    expect(ranked.map(({ answer }) => answer.outcome)).toEqual(['can-come', 'can-come', 'cannot-come', 'cannot-come', 'cannot-come']);
  });

  test('lets an age that nobody has asked for move no unit down, and capacity that nobody has confirmed do so', () => {
    const confirmed = { by: 'Test leder', at: now };
    const near = candidate('nær', 10);
    const limits = { ...near.unit.admission, youngest: 18 };
    const asks = { ...near, unit: { ...near.unit, admission: limits, confirmed } };
    const far = candidate('langt væk', 200);
    const ranked = rankUnits([{ ...far, unit: { ...far.unit, confirmed: null } }, asks], request);

    expect(ranked.map(({ facility }) => facility.name)).toEqual(['nær', 'langt væk']);
    expect(ranked[0]?.answer).toMatchObject({ warnings: ['age-unknown'] });
    expect(ranked.map(({ position }) => position.facts.warnings)).toEqual([0, 1]);
    // With nothing to tell them apart but the confirmation, that one decides, also over the way.
    const nearButUnconfirmed = rankUnits(
      [
        { ...asks, unit: { ...asks.unit, confirmed: null } },
        { ...far, unit: { ...far.unit, confirmed } },
      ],
      request,
    );
    expect(nearButUnconfirmed.map(({ position }) => position.before?.criterion)).toEqual([undefined, 'warnings']);
    expect(nearButUnconfirmed[0]?.facility.name).toBe('langt væk');
  });

  test('takes any other model of travel', () => {
    const [one, two] = [candidate('a', 1), candidate('b', 90)];
    const backwards = rankUnits([one, two], request, (_, to) => (to.point[1] < 56.5 ? 5 : 300));

    expect(backwards.map(({ facility, minutes }) => [facility.name, minutes])).toEqual([
      ['b', 5],
      ['a', 300],
    ]);
  });

  test('leaves the travel open when nobody knows where she lives', () => {
    expect(rankUnits([candidate('a', 1)], { ...request, home: null })[0]?.minutes).toBeNull();
  });
});

test('capacity is fresh for a day and a night after someone confirmed it', () => {
  const confirmed = { by: 'Test leder', at: now };

  expect([1440, 1441].map((minutes) => freshnessOf(confirmed, addMinutes(now, minutes)))).toEqual(['fresh', 'old']);
  expect(freshnessOf(null, now)).toBe('never-confirmed');
});

test('nine shielded places in a unit are more than the guideline, eight are not', () => {
  const shielded = (count: number) => testUnit(Array.from({ length: count }, (_, index) => testPlace(String(index), ['shielded'])));

  expect([8, 9].map((count) => exceedsShieldedGuideline(shielded(count)))).toEqual([false, true]);
});

describe('her needs', () => {
  test('are not guessed: nothing known, nothing proposed', () => {
    expect(proposeNeeds(nothingKnown, request.nights)).toEqual([]);
  });

  test('include a place for the baby and a neonatal ward when the stay passes the birth', () => {
    const proposed = (dueDate: string) =>
      proposeNeeds({ ...nothingKnown, dueDate: day(dueDate) }, request.nights).map(({ property }) => property);

    expect(proposed('2026-12-24')).toEqual(['mother-and-baby', 'near-neonatal-ward']);
    expect(proposed('2026-12-25')).toEqual([]);
  });

  test('include detention with prior consent where the legal basis has the contract offered, and not otherwise', () => {
    const proposed = (legalBasis: HerSituation['legalBasis']) => proposeNeeds({ ...nothingKnown, legalBasis }, request.nights);

    expect(proposed('SEL-107-2-2')).toEqual([{ property: 'detention-possible', why: 'contract-must-be-offered' }]);
    expect(proposed('SUL-141')).toHaveLength(1);
    expect(proposed('BL-32-1-6')).toEqual([]);
  });
});
