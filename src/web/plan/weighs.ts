/** The few assumptions that the answer of a proposal hangs on, from the same tornado as the lab draws. */
import type { LabMeasure } from '../../domain/planning/lab/paired.ts';
import type { Language } from '../ui/language.ts';
import type { Weighed } from './answers.ts';
import { valuesText } from './lab-words.ts';
import { leverText, linesOf, rangeText, sourceOf } from './sensitivity-view.tsx';

/** What a reader of the answer decides by. */
export const weighedMeasures = ['never-admitted', 'unit-years-with-three'] as const satisfies readonly LabMeasure[];

/** So many assumptions of each measure are told. */
const mostOfEach = 3;

export type WeighedRow = {
  readonly lever: string;
  readonly range: string;
  readonly source: string;
  /** Of each measure: from the least to the most that it becomes. */
  readonly becomes: readonly string[];
};

/** The widest first, each once; and both measures as they are with nothing pulled. */
export function weighedRows(
  { study, answer }: Weighed,
  language: Language,
): { readonly rows: readonly WeighedRow[]; readonly asIs: readonly string[] } {
  const base = (measure: LabMeasure): number => answer.base.find((one) => one.measure === measure)?.value?.mean ?? 0;
  const widest = weighedMeasures.map((measure) => linesOf(answer, measure, language).moved.slice(0, mostOfEach));
  // One of each measure in turn, so that both have their widest on top.
  const pulls = Array.from({ length: mostOfEach }, (_, index) => widest.flatMap((lines) => lines[index]?.pull ?? [])).flat();
  return {
    rows: [...new Set(pulls)].map((pull) => ({
      lever: leverText(pull, language),
      range: rangeText(pull),
      source: sourceOf(study, pull, language),
      becomes: weighedMeasures.map((measure) => {
        const effect = pull.effects.find((one) => one.measure === measure);
        const ends = [0, effect?.low?.mean ?? 0, effect?.high?.mean ?? 0];
        return valuesText(measure, [base(measure) + Math.min(...ends), base(measure) + Math.max(...ends)], language);
      }),
    })),
    asIs: weighedMeasures.map((measure) => valuesText(measure, [base(measure)], language)),
  };
}
