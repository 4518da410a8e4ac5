/**
 * The competences of the highly specialised residential treatment (da: kompetencetabellen) and how often each is to be at hand: table 2 of
 * the central call of 26 November 2019. How often rests on Norwegian experience and is guidance; that they take part is the criterion.
 */

/** How often somebody is at hand, the most often first (da: tilgængelighed). */
export const availabilities = ['daily', 'once-or-twice-a-week', 'weekly', 'as-needed'] as const;
export type Availability = (typeof availabilities)[number];

/** Where a competence comes from (da: i huset, købt, efter aftale). */
export const competenceSources = ['in-house', 'bought', 'agreement'] as const;
export type CompetenceSource = (typeof competenceSources)[number];

export const competenceIds = [
  'medical-specialist',
  'substance-therapist',
  'nurse',
  'social-worker',
  'midwife',
  'psychologist',
  'psychiatrist',
  'health-visitor',
  'special-educator',
] as const;
export type CompetenceId = (typeof competenceIds)[number];

/**
 * The table: the profession in Danish as it stands there, and how often it is to be at hand. Source: Socialstyrelsen, Central udmelding for
 * udsatte gravide kvinder med et skadeligt rusmiddelbrug, 26. november 2019, tabel 2.
 */
export const competenceTable = {
  'medical-specialist': { profession: 'Speciallæge', availability: 'daily' },
  'substance-therapist': { profession: 'Rusmiddelbehandler', availability: 'daily' },
  nurse: { profession: 'Sygeplejerske', availability: 'daily' },
  'social-worker': { profession: 'Socialrådgiver', availability: 'daily' },
  midwife: { profession: 'Jordemoder', availability: 'once-or-twice-a-week' },
  psychologist: { profession: 'Psykolog', availability: 'once-or-twice-a-week' },
  psychiatrist: { profession: 'Psykiater', availability: 'weekly' },
  'health-visitor': { profession: 'Sundhedsplejerske', availability: 'as-needed' },
  'special-educator': { profession: 'Specialpædagog', availability: 'as-needed' },
} as const satisfies Readonly<Record<CompetenceId, { readonly profession: string; readonly availability: Availability }>>;

/** Whether somebody who is at hand so often is there as often as another. */
export function isAsOften(availability: Availability, as: Availability): boolean {
  return availabilities.indexOf(availability) <= availabilities.indexOf(as);
}
