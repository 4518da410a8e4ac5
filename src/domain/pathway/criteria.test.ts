import { describe, expect, test } from 'vitest';
import { assessTargetGroup, type CriteriaAnswers, criteriaOf2019, criterionIds, type TargetGroupResult } from './criteria.ts';
import type { CriterionAnswer } from './facts.ts';

const said: readonly CriterionAnswer[] = ['not-met', 'unclear', 'met'];

function answers(...given: readonly CriterionAnswer[]): CriteriaAnswers {
  const pairs = criterionIds.map((id, index) => [id, { answer: given[index] ?? 'unclear', reason: `fordi ${index + 1}` }] as const);
  return Object.fromEntries(pairs) as CriteriaAnswers;
}

function everyCombination(length: number): readonly (readonly CriterionAnswer[])[] {
  if (length === 0) return [[]];
  return everyCombination(length - 1).flatMap((start) => said.map((next) => [...start, next]));
}

/** The rule as a sentence of the call, worked out by counting instead of by looking for what decides. */
function byCounting(given: readonly CriterionAnswer[]): TargetGroupResult['outcome'] {
  const [exclusion, ...inclusion] = given.toReversed();
  const yes = inclusion.filter((answer) => answer === 'met').length + (exclusion === 'not-met' ? 1 : 0);
  const no = inclusion.filter((answer) => answer === 'not-met').length + (exclusion === 'met' ? 1 : 0);
  if (yes === 5) return 'in-target-group';
  return no === 0 ? 'professional-decides' : 'not-in-target-group';
}

const rank = { 'not-in-target-group': 0, 'professional-decides': 1, 'in-target-group': 2 } as const;

describe('the target group of 2019', () => {
  test('holds for her when all four inclusion criteria hold and the exclusion does not', () => {
    expect(assessTargetGroup(answers('met', 'met', 'met', 'met', 'not-met'))).toMatchObject({
      outcome: 'in-target-group',
      edition: 'udmelding-2019-11-26',
      contradicting: false,
    });
  });

  test('does not hold when outpatient care is enough, and says which criterion and what instead', () => {
    expect(assessTargetGroup(answers('met', 'met', 'not-met', 'unclear', 'met'))).toMatchObject({
      outcome: 'not-in-target-group',
      because: ['not-held-outpatient', 'profits-from-outpatient'],
      instead: 'outpatient',
    });
  });

  test('is left to a professional when an answer is unclear and no other decides', () => {
    expect(assessTargetGroup(answers('met', 'met', 'unclear', 'met', 'not-met'))).toMatchObject({
      outcome: 'professional-decides',
      unclear: ['not-held-outpatient'],
    });
  });

  test('shows answers that contradict each other and still follows the call', () => {
    expect(assessTargetGroup(answers('met', 'met', 'met', 'met', 'met'))).toMatchObject({
      outcome: 'not-in-target-group',
      contradicting: true,
    });
  });

  test('gives one finding per criterion with the reason that was given', () => {
    const { findings } = assessTargetGroup(answers('met', 'met', 'met', 'met', 'not-met'));
    expect(findings.map(({ criterion }) => criterion)).toEqual(criterionIds);
    expect(findings[2]).toEqual({ criterion: 'not-held-outpatient', answer: 'met', reason: 'fordi 3', pointsTo: 'in' });
  });

  test('has four inclusion criteria and one exclusion criterion, each in the words of the call', () => {
    expect(criteriaOf2019.criteria.map(({ kind }) => kind)).toEqual(['inclusion', 'inclusion', 'inclusion', 'inclusion', 'exclusion']);
    expect(new Set(criteriaOf2019.criteria.map(({ officialText }) => officialText)).size).toBe(5);
  });
});

describe('over all 243 combinations of answers', () => {
  const every = everyCombination(5);

  test('the outcome is the one found by counting', () => {
    expect(every).toHaveLength(243);
    for (const given of every) expect([given, assessTargetGroup(answers(...given)).outcome]).toEqual([given, byCounting(given)]);
  });

  test('an answer that speaks more for the target group never takes her further from it', () => {
    for (const given of every)
      for (const [index, answer] of given.entries()) {
        const step = index === 4 ? -1 : 1;
        const more = said[said.indexOf(answer) + step];
        if (more === undefined) continue;
        const before = rank[assessTargetGroup(answers(...given)).outcome];
        const after = rank[assessTargetGroup(answers(...given.with(index, more))).outcome];
        expect(after).toBeGreaterThanOrEqual(before);
      }
  });
});
