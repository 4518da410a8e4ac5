/** Call package (da: central udmelding): all that the national agency asks of the municipalities, as issued on a day. */
import type { Id } from '../id.ts';
import type { Definition } from '../numbers/figure.ts';
import type { GridRow } from '../numbers/published-estimate.ts';
import type { Day } from '../time.ts';

/** The two counts a municipality gives: women decided to any treatment, and of them women decided to residential treatment. */
export const countQuestionIds = ['any', 'residential'] as const;
export type CountQuestionId = (typeof countQuestionIds)[number];

/** The ways of the definition grid in which somebody counts: a call asks for no judgement. */
export const countAscertainments = ['manual-count', 'register-linkage'] as const satisfies readonly GridRow['ascertainment'][];
export type CountAscertainment = (typeof countAscertainments)[number];

/** Count question (da: talspørgsmål): one count per year, with its definition. */
export type CountQuestion = {
  readonly id: CountQuestionId;
  readonly title: string;
  /** Short form for the head of a table. */
  readonly shortTitle: string;
  readonly definition: Definition;
  /** How the municipalities were asked to count, in the words of the definition grid. */
  readonly ascertainment: CountAscertainment;
  readonly source: string;
};

/** A text of the package with the place it is read from. */
export type SourcedText = { readonly text: string; readonly source: string };

/** One criterion of the target group (da: inklusionskriterium, eksklusionskriterium). */
export type TargetGroupCriterion = SourcedText & { readonly id: string };

/** Target group (da: målgruppe): all inclusion criteria hold and no exclusion criterion does. */
export type TargetGroup = {
  readonly edition: string;
  readonly name: SourcedText;
  readonly inclusion: readonly TargetGroupCriterion[];
  readonly exclusion: readonly TargetGroupCriterion[];
};

/** Theme (da: tema) of the report. */
export type Theme = SourcedText & { readonly number: 1 | 2 | 3 | 4 };

/** What a document says that does not agree with the answers: kept as it stands, never used as an answer. */
export type ContradictingQuotation = SourcedText & {
  /** The numbers it gives for counts of women: an edition that hides small counts leaves the quotation out when one is small. */
  readonly numbers: readonly number[];
  /** What it does not agree with. */
  readonly contradicts: string;
};

/** A total that a document has printed, to compare the answers' sum with. */
export type PrintedTotal = {
  readonly place: string;
  readonly question: CountQuestionId;
  /** One count per year, in the order of the package's years. */
  readonly counts: readonly number[];
  readonly source: string;
};

/** What a document has said of how a place's women are spread over its municipalities and years. */
export type PrintedSpread = {
  readonly place: string;
  readonly question: CountQuestionId;
  /** So many municipalities had any woman in the years together. */
  readonly withAny: number;
  /** So many times had a municipality any woman in a year. */
  readonly yearsWithAny: number;
  /** The most that a municipality had in a year; `null` where that is not said. */
  readonly mostInYear: number | null;
  readonly source: string;
};

/** Call package (da: udmelding) in its dated edition. `published` is the day it became a public document. */
export type CallPackage = {
  readonly id: Id<'call'>;
  readonly edition: string;
  readonly title: string;
  readonly published: Day;
  readonly issued: Day;
  readonly answerBy: Day;
  readonly issuedBy: string;
  readonly legalBasis: SourcedText;
  readonly source: string;
  readonly background: readonly SourcedText[];
  readonly targetGroup: TargetGroup;
  readonly themes: readonly Theme[];
  /** The years that are asked about, earliest first. */
  readonly years: readonly number[];
  readonly questions: Readonly<Record<CountQuestionId, CountQuestion>>;
  readonly reservations: readonly SourcedText[];
  readonly process: readonly SourcedText[];
  readonly quotations: readonly ContradictingQuotation[];
  readonly printedTotals: readonly PrintedTotal[];
  readonly printedSpreads: readonly PrintedSpread[];
};

/** The years as a period, such as `2017-2019`. */
export function periodOf({ years }: Pick<CallPackage, 'years'>): string {
  return years.length === 1 ? `${years[0]}` : `${years[0]}-${years.at(-1)}`;
}

/** The national agency's name on a day: Socialstyrelsen until 2022, then Social- og Boligstyrelsen. */
export function agencyNameOn(date: Day): string {
  return date < '2022-07-01' ? 'Socialstyrelsen' : 'Social- og Boligstyrelsen';
}

/** Issued package (da: udmeldingen som udsendt): what the agency asked, without what later documents have printed of counts. */
export type IssuedPackage = Omit<CallPackage, 'quotations' | 'printedTotals' | 'printedSpreads'>;

/** Takes out what holds small counts: for everyone who may read that there is a call. */
export function issuedPackage({
  quotations: _quotations,
  printedTotals: _printedTotals,
  printedSpreads: _printedSpreads,
  ...issued
}: CallPackage): IssuedPackage {
  return issued;
}

/** What a call's releases count: all of them are attacked together. */
export function matterOf({ id }: Pick<CallPackage, 'id'>): string {
  return `call/${id}`;
}
