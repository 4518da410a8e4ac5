import { describe, expect, test } from 'vitest';
import { asId } from '../domain/id.ts';
import { missingOn, nextStep } from '../domain/pathway/next-step.ts';
import { cascadeSteps } from '../domain/pathway/cascade.ts';
import { flagsOf } from '../domain/pathway/flags.ts';
import { foldPathway } from '../domain/pathway/fold.ts';
import { isInTargetGroup, type Pathway } from '../domain/pathway/state.ts';
import { addDays, danishDay, day, moment } from '../domain/time.ts';
import { type CaseCast, type CaseParty, caseRoles, written } from './case-writer.ts';
import { demoCases } from './cases.ts';
import { livePathways } from './live-pathways.ts';
import { majaJourney } from './maja-case.ts';

const base = day('2026-11-22');
const cast: CaseCast = {
  ...(Object.fromEntries(
    caseRoles.map((role) => [
      role,
      { user: `u-${role}`, name: `N ${role}`, role: 'coordinator', organisation: `o-${role}`, organisationName: `O ${role}` },
    ]),
  ) as unknown as Record<(typeof caseRoles)[number], CaseParty>),
  municipality: asId<'municipality'>('0851'),
  persons: { maja: asId<'person'>('maja') },
};
const all = [...demoCases(base, cast), ...livePathways(base, cast)];

function pathwayOf(name: string): Pathway {
  const found = all.find(({ id }) => id === `${name}`);
  if (!found) throw new Error(`no story of ${name}`);
  return foldPathway(found.facts);
}

describe('the three retold cases', () => {
  test.each([
    ['tanja', 'partner', 'intensified-outpatient', /krisecenter/],
    ['mille', 'home', 'intensified-outpatient', /hjemme/],
    ['karen', 'child', 'outpatient', /ambulante indsats fortsætter/],
  ] as const)('%s was offered residential care, said no for her reason, and something else came', (name, reason, level, what) => {
    const residential = pathwayOf(name).cascades.find((cascade) => cascade.level === 'residential');

    expect(residential?.entries.map(({ step }) => step)).toEqual(['need-assessed', 'offered', 'answered']);
    expect(residential?.answers).toMatchObject([{ answer: 'declined', reason }]);
    expect(residential?.instead).toMatchObject([{ level, what: expect.stringMatching(what) as string }]);
  });

  test('end with the birth and go on after it', () => {
    for (const name of ['tanja', 'mille', 'karen'])
      expect(pathwayOf(name)).toMatchObject({ phase: 'following', bornOn: expect.any(String) as string });
  });

  test('were recorded in an order that needs no remark', () => {
    for (const { id, facts } of demoCases(base, cast)) expect([id, flagsOf(facts)]).toEqual([id, []]);
  });
});

describe('Maja, who is invented', () => {
  test('is registered, and the criteria are the next thing', () => {
    expect(pathwayOf('maja')).toMatchObject({ phase: 'assessing-criteria', targetGroup: null });
    expect(nextStep(pathwayOf('maja'))?.action).toBe('assess-criteria');
    expect(missingOn(pathwayOf('maja'))).toEqual(['deputy', 'target-group']);
  });

  test('comes to a place when every step is taken, with the whole cascade and no remark', () => {
    const stay = asId<'stay'>('ophold-1');
    const steps = majaJourney(cast, {
      held: {
        type: 'place-held',
        stay,
        unitName: 'Fjordhuset',
        placeName: '3',
        arrival: base,
        departure: addDays(base, 120),
        until: moment('2026-11-22T20:00:00Z'),
      },
      confirmed: { type: 'place-confirmed', stay, legalBasis: 'SEL-107-2-2', paidBy: cast.municipality },
    });
    const before = demoCases(base, cast).find(({ id }) => id === 'maja')?.facts ?? [];
    const facts = [...before, ...written(base, cast, steps, before.length + 1)];
    const pathway = foldPathway(facts);

    expect(pathway.phase).toBe('in-stay');
    expect(isInTargetGroup(pathway)).toBe(true);
    expect(pathway.cascades[0]?.entries.map(({ step }) => step)).toEqual(cascadeSteps.slice(0, -1));
    expect(flagsOf(facts)).toEqual([]);
  });
});

describe('all demo pathways', () => {
  test('stand in different phases, so that no list is empty', () => {
    expect(new Set(all.map(({ facts }) => foldPathway(facts).phase))).toEqual(
      new Set(['following', 'assessing-criteria', 'awaiting-answer', 'finding-place', 'judging']),
    );
  });

  test('happened within the year before the base day, and nothing in its future', () => {
    for (const { facts } of all)
      for (const { happened, recorded } of facts) {
        expect(happened <= base && happened >= day('2026-01-01')).toBe(true);
        expect(danishDay(recorded)).toBe(happened);
      }
  });

  test('are numbered from 1 without a gap', () => {
    for (const { facts } of all) expect(facts.map(({ sequence }) => sequence)).toEqual(facts.map((_, index) => index + 1));
  });

  test('call every invented woman invented', () => {
    const invented = all.filter(({ origin }) => origin.startsWith('Opdigtet'));
    for (const { facts } of invented) expect(foldPathway(facts).calledName).toContain('(opdigtet)');
  });
});
