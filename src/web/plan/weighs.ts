/** The few assumptions that the answer of a proposal hangs on, from the same tornado as the lab draws. */
import type { LabMeasure } from '../../domain/planning/lab/paired.ts';
import type { Pull } from '../../domain/planning/lab/study-answer.ts';
import { catalogue, type Language } from '../ui/language.ts';
import type { Weighed } from './answers.ts';
import { valuesText } from './lab-words.ts';
import { leadWords } from './lead-words.ts';
import { middleText } from './plan-words.ts';
import { leverText, linesOf, rangeText, sourceOf } from './sensitivity-view.tsx';
import { labTexts } from './texts.ts';

const words = catalogue(
  {
    'never-admitted': 'Aldrig ind',
    'weeks-lost': 'Uger tabt',
    'unit-years-with-three': 'År med tre',
    note: 'Aldrig ind: andelen af {yes, select, some {dem, der siger ja, som} other {kvinderne, der}} aldrig kommer ind. Uger tabt: uger af graviditeten for de indskrevne. År med tre: afsnittenes år med mindst tre indskrivninger.',
  },
  {
    'never-admitted': 'Never in',
    'weeks-lost': 'Weeks lost',
    'unit-years-with-three': 'Years of three',
    note: 'Never in: the share of {yes, select, some {those who accept} other {the women}} never admitted. Weeks lost: weeks of pregnancy of those admitted. Years of three: unit years with at least three admissions.',
  },
);

/** What a reader of the answer decides by. */
const weighedMeasures = ['never-admitted', 'weeks-lost', 'unit-years-with-three'] as const satisfies readonly LabMeasure[];

/** So many assumptions of each measure are told, on the page and in a document alike: who has only the paper decides by the same. */
export const mostOfEach = 2;

export type WeighedRow = {
  readonly lever: string;
  readonly range: string;
  readonly source: string;
  /** Under each head: from the least to the most that it becomes. */
  readonly becomes: readonly string[];
};

export type WeighedTable = {
  /** Each measure, under each estimate where there are several. */
  readonly heads: readonly string[];
  /** The same in a word or two, for a sheet that has no room; `headsNote` says what they are. */
  readonly shortHeads: readonly string[];
  readonly headsNote: string;
  readonly rows: readonly WeighedRow[];
  /** With nothing pulled. */
  readonly asIs: readonly string[];
};

/** The widest first, each once: of each measure under each of the estimates. */
export function weighedTable(weighed: readonly Weighed[], most: number, language: Language): WeighedTable {
  const columns = weighedMeasures.flatMap((measure) => weighed.map((one) => ({ measure, one })));
  const base = (measure: LabMeasure, { answer }: Weighed): number => answer.base.find((one) => one.measure === measure)?.value?.mean ?? 0;
  const widest = columns.map(({ measure, one }) => linesOf(one.answer, measure, language).moved.slice(0, most));
  // One of each measure in turn, so that all have their widest on top.
  const levers = new Set(Array.from({ length: most }, (_, at) => widest.flatMap((lines) => lines[at]?.pull.lever ?? [])).flat());
  return {
    heads: columns.map(({ measure, one }) => {
      const head = measureHead(measure, one, language);
      return weighed.length === 1 ? head : `${head} (${middleText({ need: one.study.estimate }, language)})`;
    }),
    shortHeads: columns.map(({ measure, one }) => `${words(language)(measure)} (${middleText({ need: one.study.estimate }, language)})`),
    headsNote: words(language)('note', { yes: weighed.some(declines) ? 'some' : 'all' }),
    rows: [...levers].map((lever) => {
      const pulled = (one: Weighed): readonly Pull[] => one.answer.pulls.filter((pull) => pull.lever === lever);
      const said = (text: (pull: Pull, one: Weighed) => string): string =>
        [...new Set(weighed.flatMap((one) => pulled(one).map((pull) => text(pull, one))))].join(' · ');
      return {
        lever: leverText({ lever }, language),
        range: said(rangeText),
        source: said((pull, { study }) => sourceOf(study, pull, language)),
        becomes: columns.map(({ measure, one }) => {
          const effect = pulled(one)[0]?.effects.find((other) => other.measure === measure);
          const ends = [0, effect?.low?.mean ?? 0, effect?.high?.mean ?? 0];
          return valuesText(measure, [base(measure, one) + Math.min(...ends), base(measure, one) + Math.max(...ends)], language);
        }),
      };
    }),
    asIs: columns.map(({ measure, one }) => valuesText(measure, [base(measure, one)], language)),
  };
}

/** Of whom the share who never come in is: where some decline, or their share is what is pulled, it is said. */
function measureHead(measure: LabMeasure, weighed: Weighed, language: Language): string {
  return measure === 'never-admitted'
    ? leadWords(language)('row.never', { yes: declines(weighed) ? 'some' : 'all' })
    : labTexts(language)(`measure.${measure}`);
}

function declines({ study, answer }: Weighed): boolean {
  return (study.proposal.scenario.accepts ?? 1) < 1 || answer.pulls.some(({ lever }) => lever === 'accepts');
}
