import { describe, expect, test } from 'vitest';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import { day } from '../../domain/time.ts';
import { womenNeeded } from '../../domain/planning/proposals/carried-units.ts';
import { type NeedEstimateId, needEstimateIds } from '../../domain/planning/proposals/need-estimates.ts';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { baseSentence, needSentence, verdictSentence } from './plan-lead.tsx';
import { needsOfPosition, needsOfScenario, type ShownNeed } from './shown-need.ts';

const rule = roomRuleOn(day('2026-11-26'));

function answer(estimate: NeedEstimateId, units: number, [from, to]: readonly [number, number]): ShownNeed {
  const span = { from: 0, middle: 0, to: 0 };
  const plain = {
    accepts: 1,
    units: Array.from({ length: units }, (_, index) => ({
      site: String(index),
      mean: span,
      years: [0, 0, 0] as const,
      outer: span,
      withThree: span,
    })),
    equalShareWithThree: span,
    sustained: { from, middle: from, to },
    needed: womenNeeded(units),
    neverAdmitted: span,
    weeksLost: span,
    occupancy: span,
    minutes: span,
    weeksBeforeBirth: span,
    refused: span,
  };
  const shown = needsOfPosition([plain, plain, plain], documentedEstimates, 'da')[needEstimateIds.indexOf(estimate)];
  if (!shown) throw new Error(`there is no estimate ${estimate}`);
  return shown;
}

const ids = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
type Ends = readonly [from: number, to: number];

function verdict(units: number, ...carried: readonly [Ends, Ends, Ends]): string {
  return verdictSentence(
    ids.map((id, index) => answer(id, units, carried[index] ?? [0, 0])),
    rule,
    'da',
  );
}

describe('the first sentence of the page', () => {
  test('says yes or no alone where all estimates agree', () => {
    expect(verdict(1, [1, 1], [3, 5], [15, 18])).toBe('Ja, under alle skøn er der kvinder nok til forslagets ene afsnit.');
    expect(verdict(20, [1, 1], [3, 5], [15, 18])).toBe('Nej, under intet af skønnene er der kvinder nok til forslagets 20 afsnit.');
  });

  test('begins with the estimates that have women enough, then those that have so at their higher numbers, then those that do not', () => {
    expect(verdict(4, [1, 1], [3, 5], [15, 18])).toBe(
      'Det kommer an på behovet: ved 80–100 kvinder om året er der kvinder nok til forslagets 4 afsnit, hvis kvinderne deles lige; ved 16–30 kun med de højere tal; ved 6–8 er der ikke.',
    );
    expect(verdict(2, [1, 1], [3, 5], [15, 18])).toBe(
      'Det kommer an på behovet: ved 16–30 og 80–100 kvinder om året er der kvinder nok til forslagets 2 afsnit, hvis kvinderne deles lige; ved 6–8 er der ikke.',
    );
    expect(verdict(17, [1, 1], [3, 5], [15, 18])).toBe(
      'Det kommer an på behovet: ved 80–100 kvinder om året er der kun kvinder nok til forslagets 17 afsnit med de højere tal, hvis kvinderne deles lige; ved 6–8 og 16–30 er der ikke.',
    );
  });

  test('has no yes where there is too little room, and says where; those without women enough are not told of twice', () => {
    const outside = { from: 0.45, middle: 0.5, to: 0.53 };
    const [one, other, last] = ids.map((id) => answer(id, 1, [1, 18]));
    if (!one || !other || !last) throw new Error('there are three');
    expect(verdictSentence([one, other, { ...last, neverAdmitted: outside }], rule, 'da')).toBe(
      'Under alle skøn er der kvinder nok til forslagets ene afsnit. Men der er for lidt plads ved 80–100 kvinder om året.',
    );
    const without = { ...one, sustained: { from: 0, middle: 0, to: 0 }, neverAdmitted: outside };
    expect(verdictSentence([without], rule, 'da')).toBe('Nej, der er ikke kvinder nok til forslagets ene afsnit.');
  });
});

describe('the sentence of an estimate', () => {
  const span = (from: number, to: number) => ({ from, middle: from, to });
  const said = (changes: Partial<ShownNeed>, units = 5, carried: Ends = [5, 5]): string =>
    needSentence({ ...answer('municipalities-2025', units, carried), ...changes }, rule, 'da');
  const head = '16–30 kvinder om året («Døgnophold med rusmiddelbehandling 2020»)';
  const enough = (units: number): Pick<ShownNeed, 'units'> => ({
    units: answer('municipalities-2025', units, [5, 5]).units.map((unit) => ({ ...unit, withThree: span(0.9, 0.99) })),
  });

  test('says whether there are women enough, and who comes in', () => {
    expect(said(enough(5))).toBe(`${head}: kvinder nok; næsten alle kommer ind, næsten uden ventetid.`);
    expect(said({ ...enough(5), neverAdmitted: span(0, 0.0099), weeksLost: span(0, 6.94) })).toBe(
      `${head}: kvinder nok; næsten alle kommer ind og mister i gennemsnit højst 6,9 uger af graviditeten, mens de venter.`,
    );
    expect(said({ ...enough(5), neverAdmitted: span(0, 0.01) })).toBe(`${head}: kvinder nok; 0–1 % af dem kommer aldrig ind.`);
    expect(said({ ...enough(5), neverAdmitted: span(0.45, 0.53) })).toBe(`${head}: kvinder nok; der er kun plads til 47–55 % af dem.`);
    // Those who do come in where others do not wait the longest: that stands there too.
    const waits = ', og de, der kommer ind, mister i gennemsnit 11,5–14,2 uger af graviditeten, mens de venter.';
    expect(said({ ...enough(5), neverAdmitted: span(0.02, 0.04), weeksLost: span(11.5, 14.2) })).toBe(
      `${head}: kvinder nok; 2–4 % af dem kommer aldrig ind${waits}`,
    );
    expect(said({ ...enough(5), neverAdmitted: span(0.45, 0.53), weeksLost: span(11.5, 14.2) })).toBe(
      `${head}: kvinder nok; der er kun plads til 47–55 % af dem${waits}`,
    );
    expect(said(enough(5), 5, [3, 5])).toMatch(/: kvinder nok, hvis der kommer mindst 2[67](,\d)?; /);
    expect(said({}, 5, [2, 3])).toContain(': ikke kvinder nok, kun til 2–3 afsnit; ');
    expect(said({}, 5, [0, 0])).toContain(': ikke kvinder nok; ');
    // Where nobody accepts, nobody is said to come in.
    expect(said({ accepts: 0 }, 5, [0, 0])).toBe(`${head}: ikke kvinder nok.`);
  });

  test('says what it costs in full units and long journeys, from the limits of the rule on; that what is too small is full is no news', () => {
    const dear = { ...enough(5), occupancy: span(0.9, 0.9), minutes: span(100, 102) };
    expect(said(dear)).toContain('; 90 af 100 åbne pladser er optaget; rejsen i bil er ca. 100 minutter hver vej i gennemsnit.');
    expect(said({ ...dear, occupancy: span(0.5, 0.84), minutes: span(30, 59) })).not.toMatch(/optaget|rejsen/);
    const short = said({ ...dear, neverAdmitted: span(0.2, 0.3) });
    expect([short.includes('optaget'), short.includes('rejsen')]).toEqual([false, true]);
  });

  test('says what the nearest unit gets where it is too little, and only where an equal share is enough', () => {
    const reaching = (from: number, to: number, units: number, carried: number): string =>
      said({ units: answer('municipalities-2025', units, [5, 5]).units.map((unit) => ({ ...unit, withThree: span(from, to) })) }, units, [
        carried,
        carried,
      ]);
    expect(reaching(0.5, 0.84, 5, 5)).toContain(
      '; men kommer de til det nærmeste afsnit med plads, får det afsnit, der får færrest, kun tre eller flere indskrivninger i 50–84 % af årene; ',
    );
    for (const none of [reaching(0.9, 0.99, 5, 5), reaching(0.5, 0.84, 5, 4), reaching(0.5, 0.84, 1, 1)])
      expect(none).not.toContain('nærmeste');
  });
});

test('a saved scenario is told under its own estimates by their names, with its places in all where its units differ', () => {
  const [own] = needsOfScenario([answer('agency-2024', 2, [1, 2])], [{ name: 'Register 2026', from: 10, to: 13, source: 'tal' }], 'da');
  if (!own) throw new Error('there is no estimate');
  expect(needSentence(own, rule, 'da')).toMatch(/^10–13 kvinder om året \(«Register 2026»\): kvinder nok, hvis der kommer mindst 11; /);
  // One estimate is not «all estimates».
  const alone = { ...own, sustained: { from: 2, middle: 2, to: 2 } };
  expect(verdictSentence([alone], rule, 'da')).toBe('Ja, der er kvinder nok til forslagets 2 afsnit, hvis kvinderne deles lige.');
  expect(baseSentence([own], { of: 'all', places: 9 }, 'da')).toBe('Der er regnet med 9 pladser i alt.');
  expect(baseSentence([own], { of: 'each', places: 1 }, 'da')).toBe('Der er regnet med 1 plads i hvert afsnit.');
  expect(baseSentence([own], { of: 'all', places: 1 }, 'en')).toBe('It is reckoned with 1 place in all.');
});
