/** An estimate of need with what a proposal would give under it, ready to be told: of a position of the documents or of a saved scenario alike. */
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import type { NeedAnswer } from '../../domain/planning/proposals/answer.ts';
import {
  needCountedIn,
  type NeedEstimate,
  type NeedEstimateId,
  needEstimateIds,
  needNames,
} from '../../domain/planning/proposals/need-estimates.ts';
import type { StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import type { Language } from '../ui/language.ts';
import { needWords } from './need-words.ts';
import { shownSource } from './source-words.ts';

export type ShownNeed = NeedAnswer & {
  readonly key: string;
  readonly need: NeedEstimate;
  /** «Styrelsens skøn 2024»: the same words everywhere. */
  readonly name: string;
  /** The name in the middle of a sentence. */
  readonly who: string;
  /** What it is a number of, of when, and who says so. */
  readonly source: string;
  /** The published numbers that it is made of, by their ids; none where somebody else has stated it. */
  readonly numbers: readonly string[];
};

/** The documents' estimate that a stated one is a copy of. */
function documentedId({ from, to, source }: StatedEstimate): NeedEstimateId | undefined {
  return needEstimateIds[documentedEstimates.findIndex((one) => one.from === from && one.to === to && one.source === source)];
}

/** The published numbers that a scenario's estimate is made of: those of the documents' estimate that it is a copy of. */
export function numbersOf(stated: StatedEstimate): readonly string[] {
  const id = documentedId(stated);
  return id ? needCountedIn[id] : [];
}

/** In the reader's language where it is one of the documents' under its own name; what somebody called hers is not translated. */
export function statedName(stated: StatedEstimate, language: Language): string {
  const id = documentedId(stated);
  return id && needNames[id] === stated.name ? needWords(language)(`name.${id}`) : stated.name;
}

/** A position is answered under the documents' estimates, in their order. */
export function needsOfPosition(
  answers: readonly NeedAnswer[],
  estimates: readonly StatedEstimate[],
  language: Language,
): readonly ShownNeed[] {
  const say = needWords(language);
  return needEstimateIds.flatMap((id, index) => {
    const [answer, need] = [answers[index], estimates[index]];
    return answer && need
      ? [{ ...answer, key: id, need, ...named(say(`name.${id}`), language), source: say(`is.${id}`), numbers: needCountedIn[id] }]
      : [];
  });
}

/** A scenario is answered under its own estimates. */
export function needsOfScenario(
  answers: readonly NeedAnswer[],
  estimates: readonly StatedEstimate[],
  language: Language,
): readonly ShownNeed[] {
  return estimates.flatMap((need, index) => {
    const answer = answers[index];
    return answer
      ? [
          {
            ...answer,
            key: `${index} ${need.name}`,
            need,
            ...named(statedName(need, language), language),
            source: shownSource(need.source, language),
            numbers: numbersOf(need),
          },
        ]
      : [];
  });
}

function named(name: string, language: Language): Pick<ShownNeed, 'name' | 'who'> {
  return { name, who: needWords(language)('quoted', { name }) };
}
