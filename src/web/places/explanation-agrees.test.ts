/**
 * What a unit's no says never contradicts itself. A contradiction is one of these: nights are called full without a reservation beside another thing
 * that is named, and that thing gone gives her one of them; nights on which the unit is said to have a place for her are called full; one thing is
 * called the only one in the way; and a thing that ends by itself is said to stay.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTrying, smallQuestion } from '../../../test/feasibility-by-trying.ts';
import { now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import type { Asked } from '../../domain/placement/board.ts';
import { comesWithTime, endsWithTime } from '../../domain/placement/blocker-end.ts';
import { type Blocker, explain, without } from '../../domain/placement/blockers.ts';
import { countNights, nightsFrom, type Nights, shareANight } from '../../domain/placement/nights.ts';
import { sheAlone } from '../../domain/placement/needs.ts';
import { stepsUpTo } from '../../domain/placement/puzzle.ts';
import { addDays, addMinutes, danishDay } from '../../domain/time.ts';
import { languages } from '../ui/language.ts';
import { reasonSentences, reasonsHeading } from './answer-words.ts';

const today = danishDay(now);
const steps = () => stepsUpTo(50_000_000);
const whileOthers = { da: 'så længe det andet her står', en: 'as long as the rest of this stands' };
const stays = { da: 'Det falder ikke væk med tiden.', en: 'Time does not remove it.' };
const only = /eneste|the only/i;

const eachOf = (nights: Nights): readonly Nights[] =>
  Array.from({ length: countNights(nights) }, (_, index) => nightsFrom(addDays(nights.arrival, index), 1));

/** Whether she could have a night with some things gone, asking only for these properties. */
function canHave(asked: Asked, night: Nights, gone: readonly Blocker[], properties?: readonly string[]): boolean {
  const needs = properties === undefined ? asked.needs : asked.needs.filter(({ property }) => properties.includes(property));
  return byTrying({ ...without({ ...asked, needs }, gone), nights: night }) !== null;
}

/** Checks one no, and says which of the rarer things it said. */
function check(asked: Asked): readonly string[] {
  const explanation = explain(asked, steps());
  if (explanation.outcome !== 'explained') return [];
  const { blockers } = explanation;
  const comes = comesWithTime(asked);
  const places = blockers.filter(({ kind }) => kind !== 'full' && kind !== 'need');
  for (const language of languages) {
    expect(reasonsHeading(explanation, asked.unit, comes, language)).not.toMatch(only);
    const said = reasonSentences(explanation, asked.unit, comes, language);
    for (const [index, blocker] of blockers.entries()) {
      const sentence = said[index] ?? '';
      expect(sentence).not.toMatch(only);
      if (sentence.endsWith(stays[language])) expect(endsWithTime(blocker, asked.unit, comes)).toBe(false);
      if (blocker.kind !== 'full' || asked.unit.places.length === 0) continue;
      expect(sentence.includes(whileOthers[language])).toBe(blocker.dissolves === true);
    }
  }
  return blockers.flatMap((blocker): readonly string[] => {
    if (blocker.kind === 'closed' && blocker.elsewhere === true) {
      const { from, to } = blocker.closure;
      const met = { arrival: from, departure: to ?? asked.nights.departure };
      for (const full of blockers) if (full.kind === 'full' && !full.joint) expect(shareANight(full.nights, met)).toBe(false);
      return ['elsewhere'];
    }
    if (blocker.kind !== 'full') return [];
    const given = eachOf(blocker.nights).some((night) => canHave(asked, night, places, blocker.properties));
    const besides = places.some(({ kind }) => kind === 'held' || kind === 'lead-time');
    if (blocker.dissolves) expect(besides).toBe(true);
    if (!blocker.joint) expect(given).toBe(blocker.dissolves === true);
    return [blocker.dissolves ? 'dissolves' : besides ? 'full-beside-a-hold' : 'full'];
  });
}

/** Small units in which some of the others' places are only held. */
const heldQuestion = fc.tuple(smallQuestion, fc.nat(255)).map(([asked, which]): Asked => ({
  ...asked,
  stays: asked.stays.map((stay, index) =>
    (which >> index) % 2 === 1 ? { ...stay, status: 'held', heldUntil: addMinutes(now, 20) } : stay,
  ),
}));

test('for any small unit what is said of a no never contradicts itself', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(heldQuestion, (asked) => {
      for (const one of check(asked)) seen.set(one, (seen.get(one) ?? 0) + 1);
    }),
    { numRuns: 2500 },
  );
  for (const one of ['dissolves', 'full', 'full-beside-a-hold']) expect(seen.get(one) ?? 0, one).toBeGreaterThan(4);
});

/** A question of nine nights to a unit with a place a and a place b: on each of them stays as days from her arrival, and whether they are held. */
function nineNights(onA: readonly Row[], onB: readonly Row[] | null) {
  const arrival = addDays(today, 3);
  const stays = (place: string, rows: readonly Row[]) =>
    rows.map(([from, to, isHeld]) =>
      taken(place, addDays(arrival, from), addDays(arrival, to), isHeld ? { status: 'held', heldUntil: addMinutes(now, 20) } : {}),
    );
  const unit = testUnit(onB === null ? [testPlace('a')] : [testPlace('a'), testPlace('b')]);
  const explanation = explain(
    { unit, stays: [...stays('a', onA), ...stays('b', onB ?? [])], needs: [], party: sheAlone, nights: nightsFrom(arrival, 9), at: now },
    steps(),
  );
  if (explanation.outcome !== 'explained') throw new Error('she cannot come');
  return { ...explanation, said: reasonSentences(explanation, unit, true, 'da') };
}
type Row = readonly [from: number, to: number, isHeld: boolean];

test('nights that a hold keeps are named by the hold, and only the rest is called full', () => {
  const { gone, blockers } = nineNights(
    [
      [0, 7, true],
      [7, 9, false],
    ],
    [
      [0, 3, false],
      [5, 9, false],
    ],
  );
  expect([gone, blockers]).toMatchObject([
    'together',
    [{ kind: 'held' }, { kind: 'full', nights: nightsFrom(addDays(today, 3 + 7), 2), joint: false }],
  ]);
  expect(blockers.some((one) => one.kind === 'full' && one.dissolves)).toBe(false);
});

test('a hold that is enough by itself stands beside nights that are full as long as it lasts', () => {
  const { gone, blockers, said } = nineNights([[0, 9, true]], null);
  expect([gone, blockers]).toMatchObject(['each', [{ kind: 'held' }, { kind: 'full', dissolves: true }]]);
  expect(said[1]).toMatch(/^Fuldt .*, så længe det andet her står: ingen anden plads kan blive ledig, heller ikke når andre flytter\.$/);
});
