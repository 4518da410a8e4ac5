/**
 * What the answer of an analysis may be used for, and what not (da: hvad svaret kan og ikke kan bruges til): codes beside those of the answer. That a
 * number was worked out is no leave to use it; Whitehead et al. (2021) show where such numbers end when nobody says so.
 */
import type { Conclusion } from './conclusion.ts';
import type { EstimateReport } from './estimate-report.ts';

/** The sentences in English; numbers are persons, written as whole ones. */
export const useSentences = {
  'may.seen': 'To say that at least {seen} are known. They were counted.',
  'may.span':
    'To say, whole as it stands: “According to these lists there are between {low} and {high} in all, if all lists use one definition and one period, nobody enters or leaves in the period, and persons are recognised across lists without error; in pregnancies, lists have to be linked within the pregnancy.” The area and the period of the lists go with it.',
  'may.plan': 'To try a plan with both ends: what if there are {low}, and what if there are {high}?',
  'may.ask': 'To show that these lists do not suffice, and to ask for better: more lists, a longer period or fewer hidden counts.',
  'not.one': 'To give one number, be it an end, the middle or what one method says.',
  'not.other': 'To compare with another place, another period or another definition.',
  'not.end': 'To say that there are {low}, or that there are {high}: neither is an estimate.',
  'not.most': 'To say how many there are at most.',
  'not.more': 'To say how many there are beyond those seen. What a method gives is no answer here.',
  'not.places': 'To decide how many places are needed.',
} as const satisfies Readonly<Record<string, string>>;

export type UseCode = keyof typeof useSentences;
/** One thing that the answer can, or cannot, be used for. */
export type AnswerUse = { readonly code: UseCode; readonly about?: Readonly<Record<string, number>> };
/** All of both, what matters most first. */
export type AnswerUses = { readonly may: readonly AnswerUse[]; readonly not: readonly AnswerUse[] };

/** What the answer that was given may be used for. It follows what was concluded, and is worked out anew for an analysis of an earlier edition. */
export function usesOf({
  observed,
  conclusion,
}: {
  readonly observed: EstimateReport['observed'];
  readonly conclusion: Conclusion;
}): AnswerUses {
  const seen: AnswerUse = { code: 'may.seen', about: { seen: typeof observed === 'number' ? observed : observed[0] } };
  const { status, range } = conclusion;
  const tooLittle: AnswerUses = { may: [seen, { code: 'may.ask' }], not: [{ code: 'not.more' }, { code: 'not.places' }] };
  switch (status) {
    case 'none':
    case 'bounds-only':
      return tooLittle;
    case 'estimate': {
      if (range === null) return tooLittle;
      const { low, high, undecided } = range;
      if (high === null) return { may: [seen, { code: 'may.ask' }], not: [{ code: 'not.most' }, { code: 'not.places' }] };
      const about = { low, high };
      if (undecided) return { may: [seen, { code: 'may.ask' }], not: [{ code: 'not.end', about }, { code: 'not.places' }] };
      return {
        may: [
          { code: 'may.span', about },
          { code: 'may.plan', about },
        ],
        not: [{ code: 'not.one' }, { code: 'not.other' }],
      };
    }
  }
}
