import { describe, expect, test } from 'vitest';
import type { NeedAnswer } from '../../domain/planning/proposals/answer.ts';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import { day } from '../../domain/time.ts';
import { admittedSentence, estimateSentences, verdictOf } from './need-verdict.ts';
import { numberRows } from './plan-answer.tsx';
import { pictures } from './plan-document-pictures.ts';
import { baseSentence, needSentence } from './plan-lead.tsx';
import { needsOfScenario, type ShownNeed } from './shown-need.ts';

const rule = roomRuleOn(day('2026-11-26'));
const places = { of: 'each', places: 8 } as const;
const flat = (value: number) => ({ from: value, middle: value, to: value });
const unit = (site: string, from: number, middle: number, to: number) => ({
  site,
  mean: { from, middle, to },
  years: [0, 1, 2] as const,
  outer: { from: 0, to: 3 },
  withThree: { from: from / 100, middle: middle / 100, to: to / 100 },
});

/** Two units; `never` of those who accept, from the lowest to the highest number of the estimate. */
function answered(
  accepts: number,
  never: readonly [number, number],
  need: readonly [number, number],
  units?: NeedAnswer['units'],
): ShownNeed {
  const answer: NeedAnswer = {
    accepts,
    units: units ?? [unit('hvidovre', 20, 22, 24), unit('roskilde', 18, 19, 20)],
    equalShareWithThree: flat(1),
    sustained: flat(2),
    needed: 11,
    neverAdmitted: { from: never[0], middle: never[0], to: never[1] },
    weeksLost: { from: 0.5, middle: 0.5, to: 2 },
    occupancy: flat(0.5),
    minutes: flat(30),
    weeksBeforeBirth: null,
    refused: null,
  };
  const [shown] = needsOfScenario([answer], [{ name: 'Et skøn', from: need[0], to: need[1], source: 'antagelse' }], 'da');
  if (!shown) throw new Error('no answer');
  return shown;
}

/** Everything that is said of who comes in, in the headline, the card, the document and its picture. */
function said(answer: ShownNeed): readonly string[] {
  const room = needSentence(answer, rule, 'da');
  const [lost] = pictures([answer], 'da');
  return [
    room,
    admittedSentence(answer, 'da'),
    numberRows([answer], 'da')
      .map(([head]) => head)
      .find((head) => head.startsWith('Kommer aldrig ind')) ?? '',
    lost?.type === 'picture' ? (lost.columns[0] ?? '') : '',
  ];
}

describe('where some decline, the numbers are said to be of those who accept', () => {
  test.each([
    ['all come in', [0, 0]],
    ['nearly all come in', [0, 0.005]],
    ['some stay outside', [0.01, 0.05]],
    ['there is room for few', [0.12, 0.23]],
  ] as const)('in the headline, the card, the table and the picture when %s', (_, never) => {
    for (const sentence of said(answered(0.56, never, [80, 100]))) expect(sentence).toMatch(/(dem|[Aa]lle), der siger ja/);
    // A card of its own says it without the headline.
    expect(
      admittedSentence(answered(0.56, never, [80, 100]), 'da')
        .split('. ')
        .slice(1)
        .join('. '),
    ).toMatch(/der siger ja/);
    for (const sentence of said(answered(1, never, [80, 100]))) expect(sentence).not.toMatch(/siger (ja|nej)/);
  });

  test('and the share and number who decline stand in the headline, the card and the table', () => {
    const answer = answered(0.56, [0.12, 0.23], [80, 100]);
    expect(needSentence(answer, rule, 'da')).toMatch(
      /^80–100 kvinder om året .*kun plads til 77–88 % af dem, der siger ja, og de, der kommer ind, mister i gennemsnit 0,5–2 uger af graviditeten, mens de venter\.$/,
    );
    expect(baseSentence([answer], places, 'da')).toBe(
      'Der er regnet med 8 pladser i hvert afsnit og med, at 44 % siger nej til en plads. Resten af svaret gælder dem, der siger ja.',
    );
    expect(verdictOf(answer, rule, 'da')?.sentence).toMatch(/plads til 77–88 % af dem, der siger ja\.$/);
    expect(admittedSentence(answer, 'da')).toMatch(/^44 % siger nej til en plads: 35–44 af 80–100 kvinder om året\. 12–23 % af dem, der/);
    const row = numberRows([answer], 'da').find(([head]) => head.startsWith('Siger nej'));
    expect([row?.[0], row?.[1](answer)]).toEqual(['Siger nej til en plads (44 %), kvinder om året', '35–44 (40)']);
    const few = answered(0.56, [0, 0], [6, 8]);
    expect(admittedSentence(few, 'da')).toContain('2,6–3,5 af 6–8 kvinder om året');
    expect(needSentence(few, rule, 'da')).toContain('næsten alle, der siger ja, kommer ind');
    expect(needSentence(few, rule, 'en')).toContain('nearly everybody who accepts is admitted');
  });
});

describe('the unit with the fewest and the one with the most', () => {
  const cells = (answer: ShownNeed): readonly string[] =>
    numberRows([answer], 'da')
      .filter(([head]) => head.startsWith('Indskrivninger'))
      .map(([, text]) => text(answer));

  test('are named where one unit is it throughout the estimate', () => {
    const answer = answered(1, [0, 0], [80, 100]);
    expect(estimateSentences(answer, 'da')).toMatch(/får roskilde færrest: 18–20 .* hvidovre får flest: 20–24 om året/);
    expect(cells(answer)).toEqual(['18–20 (19)', '20–24 (22)']);
  });

  test('change places within the estimate without the fewest ever being more than the most', () => {
    const swapping = answered(1, [0, 0], [6, 8], [unit('roskilde', 1.7, 1.8, 2.1), unit('hvidovre', 1.6, 1.9, 2.3)]);
    expect(cells(swapping)).toEqual(['1,6–2,1 (1,8)', '1,7–2,3 (1,9)']);
    const sentences = estimateSentences(swapping, 'da');
    expect(sentences).not.toMatch(/roskilde|hvidovre/);
    expect(sentences).toMatch(/får færrest, 1,6–2,1 .*skifter inden for skønnet\. Det afsnit, der får flest, får 1,7–2,3 .*skifter/);
  });
});
