import { expect, test } from 'vitest';
import { finestCut, type JobChoices, placeCuts, treatmentCuts, yearCuts } from './table-cut.ts';
import { waysFrom } from './ways-on.ts';

const everyChoice: readonly JobChoices[] = (['rounding', 'suppression', 'primary-only', 'report'] as const).flatMap((method) =>
  (['show', 'hide'] as const).flatMap((zeros) =>
    placeCuts.flatMap((places) =>
      yearCuts.flatMap((years) => treatmentCuts.map((treatments) => ({ method, zeros, cut: { places, years, treatments } }))),
    ),
  ),
);

test('no way on from any refusal hides the small counts alone, or asks for the same again', () => {
  for (const choices of everyChoice) {
    const ways = waysFrom(choices);
    expect(ways.map(([, { method }]) => method)).not.toContain('primary-only');
    expect(new Set(ways.map(([way]) => way)).size).toBe(ways.length);
    for (const [, other] of ways) expect(other).not.toEqual(choices);
  }
});

/** What differs between two choices, by name. */
const changedIn = (one: JobChoices, other: JobChoices): readonly string[] => {
  const flat = ({ method, zeros, cut }: JobChoices): readonly [string, string][] => Object.entries({ method, zeros, ...cut });
  const before = Object.fromEntries(flat(one));
  return flat(other).flatMap(([name, value]) => (before[name] === value ? [] : [name]));
};

test('each way changes one thing; from what is no release the method too, and zeros where the way is to show or hide them', () => {
  const most = { rounding: ['method'], suppression: ['method', 'zeros'], zeros: ['method', 'zeros'] } as const;
  for (const choices of everyChoice.filter(({ method }) => method !== 'report')) {
    for (const [way, other] of waysFrom(choices)) {
      const changed = changedIn(choices, other);
      if (choices.method !== 'primary-only') expect(changed).toHaveLength(1);
      else if (way === 'rounding' || way === 'suppression' || way === 'zeros') {
        expect(changed[0]).toBe('method');
        expect(most[way]).toEqual(expect.arrayContaining([...changed]));
      } else throw new Error(`no way on from hiding small counts alone is called «${way}»`);
    }
  }
  const ways = everyChoice.flatMap((choices) => waysFrom(choices).map(([, other]) => changedIn(choices, other).length));
  expect(Math.max(...ways)).toBeGreaterThan(1);
});

test('the report leads on to one table, whatever it was asked with', () => {
  for (const choices of everyChoice.filter(({ method }) => method === 'report'))
    expect(waysFrom(choices)).toEqual([['rounding', { method: 'rounding', zeros: 'show', cut: finestCut }]]);
});

test('the ways on, in their order', () => {
  expect(waysFrom({ method: 'suppression', zeros: 'show', cut: finestCut }).map(([way]) => way)).toEqual([
    'rounding',
    'zeros',
    'treatments',
    'years',
    'region',
  ]);
  expect(waysFrom({ method: 'primary-only', zeros: 'hide', cut: finestCut }).map(([way]) => way)).toEqual([
    'rounding',
    'suppression',
    'zeros',
  ]);
  expect(waysFrom({ method: 'rounding', zeros: 'show', cut: { places: 'region', years: 'together', treatments: 'together' } })).toEqual([]);
});
