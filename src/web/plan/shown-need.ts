/** An estimate of need with what a proposal would give under it, ready to be told: of a position of the documents or of a saved scenario alike. */
import type { NeedAnswer } from '../../domain/planning/proposals/answer.ts';
import { type NeedEstimate, needEstimateIds } from '../../domain/planning/proposals/need-estimates.ts';
import type { StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import type { Language } from '../ui/language.ts';
import { answerTexts, planTexts } from './texts.ts';

export type ShownNeed = NeedAnswer & {
  readonly key: string;
  readonly need: NeedEstimate;
  /** «kommunernes skøn», in the middle of a sentence. */
  readonly who: string;
  readonly source: string;
};

/** A position is answered under the documents' estimates, in their order. */
export function needsOfPosition(
  answers: readonly NeedAnswer[],
  estimates: readonly StatedEstimate[],
  language: Language,
): readonly ShownNeed[] {
  const say = planTexts(language);
  return needEstimateIds.flatMap((id, index) => {
    const [answer, need] = [answers[index], estimates[index]];
    return answer && need ? [{ ...answer, key: id, need, who: say(`who.estimate.${id}`), source: say(`source.${id}`) }] : [];
  });
}

/** A scenario is answered under its own estimates. */
export function needsOfScenario(
  answers: readonly NeedAnswer[],
  estimates: readonly StatedEstimate[],
  language: Language,
): readonly ShownNeed[] {
  const say = answerTexts(language);
  return estimates.flatMap((need, index) => {
    const answer = answers[index];
    return answer ? [{ ...answer, key: `${index} ${need.name}`, need, who: say('who', { name: need.name }), source: need.source }] : [];
  });
}
