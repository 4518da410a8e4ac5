/**
 * The screening model (da: screeningsmodel) by which the agency sees whether a unit is highly specialised: dated editions as they were
 * published. The numbers stand in the rows: a new number is a new edition. Published in `docs/rules/screening-model-2019.md` and `-2024.md`.
 */
import { type Day, day } from '../../time.ts';

export const screeningCriterionIds = [
  'volume',
  'staff-years',
  'experience',
  'decisive-competences',
  'active-practice',
  'competences',
  'cooperation',
  'knowledge-distribution',
] as const;
export type ScreeningCriterionId = (typeof screeningCriterionIds)[number];

/** What a unit does that no number tells (da: praksis): stated as yes or no, with what shows it. */
export const practices = [
  'detention-procedures',
  'cooperation-agreement',
  'cross-sector-work',
  'uses-best-knowledge',
  'spreads-knowledge',
  'works-with-similar-units',
] as const;
export type Practice = (typeof practices)[number];

/** How a criterion is held against the facts. */
export type ScreeningMeasure =
  /** At least so many women of the target group in a calendar year. */
  | { readonly kind: 'women-a-year'; readonly atLeast: number }
  /** At least so many full-time equivalents in the work with the target group. */
  | { readonly kind: 'full-time-equivalents'; readonly atLeast: number }
  /** More than half of those who work with the target group have so many years' experience with it or more. */
  | { readonly kind: 'most-with-experience'; readonly years: number }
  /** Every competence of the table takes part in the work with the women, in the house or from outside. */
  | { readonly kind: 'competence-table' }
  | { readonly kind: 'practice'; readonly practice: Practice };

export type ScreeningCriterion = {
  readonly id: ScreeningCriterionId;
  /** As the document words it, in Danish. */
  readonly officialText: string;
  /** All of them must hold. */
  readonly measures: readonly ScreeningMeasure[];
};

export type ScreeningEdition = {
  readonly id: string;
  /** What people call it, in Danish. */
  readonly name: string;
  readonly from: Day;
  readonly source: string;
  readonly criteria: readonly ScreeningCriterion[];
};

const measures2019 = {
  volume: [{ kind: 'women-a-year', atLeast: 3 }],
  staffYears: [{ kind: 'full-time-equivalents', atLeast: 3 }],
  experience: [{ kind: 'most-with-experience', years: 4 }],
  competences: [{ kind: 'competence-table' }, { kind: 'practice', practice: 'detention-procedures' }],
} as const satisfies Readonly<Record<string, readonly ScreeningMeasure[]>>;

export const screeningOf2019: ScreeningEdition = {
  id: 'screeningsmodel-2019-11-26',
  name: 'Screeningsmodellen med fire kriterier (2019)',
  from: day('2019-11-26'),
  source:
    'Socialstyrelsens fire kriterier, gengivet i de syddanske kommuners afrapportering på den centrale udmelding af 26. november 2019, afsnit 3; kompetencer og tilbageholdelse: udmeldingens tabel 2 og «Organisatoriske og strukturelle forudsætninger»',
  criteria: [
    { id: 'volume', officialText: 'Levere indsatser til mindst tre borgere til målgruppen.', measures: measures2019.volume },
    { id: 'staff-years', officialText: 'Have mindst tre årsværk tilknyttet indsatsen til målgruppen.', measures: measures2019.staffYears },
    {
      id: 'experience',
      officialText:
        'Have en overvægt af medarbejdere, der er tilknyttet indsatsen til målgruppen med fire eller flere års erfaring med målgruppen.',
      measures: measures2019.experience,
    },
    {
      id: 'decisive-competences',
      officialText:
        'Sørge for, at de kompetencer, der er vurderet som afgørende i indsatsen til målgruppen er til stede og indgår i den borgerrettede indsats til målgruppen.',
      measures: measures2019.competences,
    },
  ],
};

/**
 * The edition of 2024 names no numbers. Where it speaks of practice and staff, those of 2019 are the measure until a document says
 * otherwise: our reading, told in `docs/rules/screening-model-2024.md`.
 */
export const screeningOf2024: ScreeningEdition = {
  id: 'screeningsmodel-2024-05-14',
  name: 'Fire parametre (2024)',
  from: day('2024-05-14'),
  source:
    'Social- og Boligstyrelsen: Anmodning om fornyet behandling, 14. maj 2024, «Parametre for højt specialiserede indsatser/tilbud», s. 5-6',
  criteria: [
    {
      id: 'active-practice',
      officialText:
        'Aktiv praksis: Det er en grundlæggende præmis for at udvikle specialisering hos tilbuddet/afdelingen, at ”øvelse gør mester”. Det er derfor en forudsætning for varetagelse af indsatser, der kræver høj specialisering, at tilbuddet/afdelingen har – eller inden for en fastsat tidshorisont kan forventes at opnå – en aktiv praksis, hvorigennem de opbygger erfaring og faglig ekspertise på det pågældende område.',
      measures: measures2019.volume,
    },
    {
      id: 'competences',
      officialText:
        'Kompetencer: Det er en forudsætning for varetagelse af en højt specialiseret indsats, at tilbuddet/afdelingen har et tilstrækkeligt antal medarbejdere med kompetencer opnået gennem uddannelse og praksiserfaring, som er relevante for indsatserne.',
      measures: [...measures2019.staffYears, ...measures2019.experience, ...measures2019.competences],
    },
    {
      id: 'cooperation',
      officialText:
        'Samarbejdsformer: Det er en forudsætning for varetagelse af en højt specialiseret indsats, at tilbuddet/afdelingen bidrager til sammenhængende forløb for målgruppen. Det indebærer, at der samarbejdes på tværs af faggrupper og sektorer, som er relevante for målgruppens samlede forløb.',
      measures: [
        { kind: 'practice', practice: 'cooperation-agreement' },
        { kind: 'practice', practice: 'cross-sector-work' },
      ],
    },
    {
      id: 'knowledge-distribution',
      officialText:
        'Vidensdistribution: Det er en forudsætning for varetagelse af en højt specialiseret indsats, at tilbuddet/afdelingen både anvender og bidrager til at udbrede aktuelt bedste viden om faglige tilgange og metoder, samt samarbejder med lignende tilbud i de andre regioner.',
      measures: [
        { kind: 'practice', practice: 'uses-best-knowledge' },
        { kind: 'practice', practice: 'spreads-knowledge' },
        { kind: 'practice', practice: 'works-with-similar-units' },
      ],
    },
  ],
};

/** Every edition, the oldest first. */
export const screeningEditions = [screeningOf2019, screeningOf2024] as const satisfies readonly ScreeningEdition[];

/** The edition in force on a day; the first one before there was any. */
export function screeningEditionOn(on: Day): ScreeningEdition {
  return screeningEditions.findLast(({ from }) => from <= on) ?? screeningOf2019;
}

/** Reads an edition's id; `null` when there is no such edition. */
export function parseScreeningEdition(text: string): ScreeningEdition | null {
  return screeningEditions.find(({ id }) => id === text) ?? null;
}
