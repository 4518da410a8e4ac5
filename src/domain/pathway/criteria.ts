/**
 * Target-group criteria (da: målgruppekriterier) of the national call of 26 November 2019: all four inclusion criteria hold and the
 * exclusion criterion does not. Where an answer is unclear and nothing else decides, a professional decides: an outcome, not an error.
 */
import { type Day, day } from '../time.ts';
import type { CriterionAnswer } from './facts.ts';

export const criterionIds = [
  'pregnant-harmful-use',
  'social-problems',
  'not-held-outpatient',
  'needs-residential',
  'profits-from-outpatient',
] as const;
export type CriterionId = (typeof criterionIds)[number];

/** What can come instead when a criterion puts her outside the target group. */
export type Instead = 'ordinary-antenatal-care' | 'outpatient' | 'intensified-outpatient';

export type Criterion = {
  readonly id: CriterionId;
  readonly kind: 'inclusion' | 'exclusion';
  /** The criterion as the call words it, in Danish. */
  readonly officialText: string;
  /** The offer that is near at hand when this criterion decides that she is outside. */
  readonly instead: Instead;
};

/** A dated set of criteria (da: udgave) with its source. Stored with each assessment, so that an old one can be explained. */
export type CriteriaEdition = {
  readonly id: string;
  /** What people call it, in Danish. */
  readonly name: string;
  readonly from: Day;
  readonly source: string;
  readonly criteria: readonly Criterion[];
};

export const criteriaOf2019: CriteriaEdition = {
  id: 'udmelding-2019-11-26',
  name: 'Den centrale udmelding af 26. november 2019',
  from: day('2019-11-26'),
  source: 'Socialstyrelsen: Central udmelding for udsatte gravide kvinder med et skadeligt rusmiddelbrug, 26. november 2019, afsnit 2',
  criteria: [
    {
      id: 'pregnant-harmful-use',
      kind: 'inclusion',
      officialText: 'De er gravide og har et samtidigt skadeligt rusmiddelforbrug af stoffer og/eller alkohol',
      instead: 'ordinary-antenatal-care',
    },
    {
      id: 'social-problems',
      kind: 'inclusion',
      officialText: 'De har derudover en eller flere sociale problemstillinger som fx hjemløshed eller psykisk sårbarhed',
      instead: 'outpatient',
    },
    {
      id: 'not-held-outpatient',
      kind: 'inclusion',
      officialText:
        'De kan ikke fastholdes og hjælpes tilstrækkeligt i den ambulante misbrugsbehandling samt i den specialiserede ambulante svangreomsorg',
      instead: 'outpatient',
    },
    {
      id: 'needs-residential',
      kind: 'inclusion',
      officialText:
        'De har behov for en specialiseret og intensiv døgnbehandlingsindsats, hvor de skærmes og modtager helhedsorienteret behandling og støtte',
      instead: 'intensified-outpatient',
    },
    {
      id: 'profits-from-outpatient',
      kind: 'exclusion',
      officialText:
        'De er gravide og har et misbrug, men kan fastholdes i og profiterer tilstrækkeligt af den specialiserede ambulante svangreomsorg, der tilbydes i familieambulatorierne og i eksisterende ambulante misbrugsbehandling',
      instead: 'outpatient',
    },
  ],
};

/** One criterion's answer and the professional's reason for it. */
export type GivenAnswer = { readonly answer: CriterionAnswer; readonly reason: string };
export type CriteriaAnswers = Readonly<Record<CriterionId, GivenAnswer>>;

/** What one criterion's answer points to, with the reason that was given. */
export type CriterionFinding = {
  readonly criterion: CriterionId;
  readonly answer: CriterionAnswer;
  readonly reason: string;
  readonly pointsTo: 'in' | 'out' | 'unclear';
};

export type TargetGroupResult = {
  readonly edition: string;
  readonly findings: readonly CriterionFinding[];
  /** She cannot be held outpatient and yet profits from it: the answers contradict each other and are worth a second look. */
  readonly contradicting: boolean;
} & (
  | { readonly outcome: 'in-target-group' }
  | { readonly outcome: 'not-in-target-group'; readonly because: readonly CriterionId[]; readonly instead: Instead }
  | { readonly outcome: 'professional-decides'; readonly unclear: readonly CriterionId[] }
);

/** Assesses the answers against the edition: outside when one criterion puts her outside, else open when one is unclear, else inside. */
export function assessTargetGroup(answers: CriteriaAnswers, edition: CriteriaEdition = criteriaOf2019): TargetGroupResult {
  const findings = edition.criteria.map(({ id, kind }): CriterionFinding => {
    const { answer, reason } = answers[id];
    return { criterion: id, answer, reason, pointsTo: pointing(kind, answer) };
  });
  const contradicting = answers['not-held-outpatient'].answer === 'met' && answers['profits-from-outpatient'].answer === 'met';
  const found = { edition: edition.id, findings, contradicting };
  const out = edition.criteria.filter((_, index) => findings[index]?.pointsTo === 'out');
  const [decisive] = out;
  if (decisive) return { ...found, outcome: 'not-in-target-group', because: out.map(({ id }) => id), instead: decisive.instead };
  const unclear = findings.filter(({ pointsTo }) => pointsTo === 'unclear').map(({ criterion }) => criterion);
  return unclear.length > 0 ? { ...found, outcome: 'professional-decides', unclear } : { ...found, outcome: 'in-target-group' };
}

function pointing(kind: Criterion['kind'], answer: CriterionAnswer): CriterionFinding['pointsTo'] {
  if (answer === 'unclear') return 'unclear';
  return (kind === 'inclusion') === (answer === 'met') ? 'in' : 'out';
}
