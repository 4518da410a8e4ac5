/**
 * The definitions in use, each dated and readable. The municipal counts are those of the national call of 26 November 2019; the registry
 * definition is the agency's (renewed treatment of the call, 14 May 2024); the others are Samløb's own and say so.
 */
import { day } from '../time.ts';
import { definition, later, residentialDecision, residentialNeed } from './define.ts';
import type { FigureDefinition, Link, Match } from './figure-definition.ts';
import { unitDefinitions } from './unit-definitions.ts';
import { waitDefinitions } from './wait-definitions.ts';

const call = 'Den centrale udmelding af 26. november 2019, spørgeskemaet til kommunerne';

/** In the same pathway, on the day or later. */
function after(match: Match): Link {
  return { match, same: 'case', from: { of: 'happened', plusDays: 0 }, to: null };
}

const once = 'Hun tælles én gang om året, i den kommune der var handlekommune første gang det skete i året.';
const cohort = 'Året er det år, behovet for døgn først blev vurderet i.';

/** A step of the cascade among the women whose need of residential treatment was assessed in the year. */
function step(id: string, title: string, text: string, match: Match | null): FigureDefinition {
  return definition({
    id: `cascade-${id}`,
    theme: 'cascade',
    title,
    text: `${text} ${cohort} ${once}`,
    event: residentialNeed,
    withAny: match === null ? [] : [after(match)],
  });
}

export const figureDefinitions: readonly FigureDefinition[] = [
  definition({
    id: 'decided-any',
    theme: 'municipal',
    title: 'Visiteret til en behandlingsindsats',
    text: `Kvinder, som kommunen har truffet afgørelse om behandling til: døgn, forstærket ambulant eller ambulant. ${once}`,
    origin: call,
    from: day('2019-11-26'),
    event: { kind: 'decided' },
  }),
  definition({
    id: 'decided-residential',
    theme: 'municipal',
    title: 'Visiteret til en døgnbehandlingsindsats',
    text: `Kvinder, som kommunen har truffet afgørelse om døgnbehandling til. Om hun kom, tæller ikke. ${once}`,
    origin: call,
    from: day('2019-11-26'),
    event: residentialDecision,
  }),
  step('need', 'Behov for døgn vurderet', 'Kvinder, hvis behov for døgn er vurderet.', null),
  step('offered', 'Tilbudt døgn', 'Kvinder med vurderet behov for døgn, som fik døgn tilbudt.', { kind: 'offered', level: 'residential' }),
  step('accepted', 'Sagde ja til døgn', 'Kvinder med vurderet behov for døgn, som sagde ja til et tilbud om døgn.', {
    kind: 'answered',
    level: 'residential',
    detail: ['accepted'],
  }),
  step(
    'decided',
    'Afgørelse om døgn',
    'Kvinder med vurderet behov for døgn, som kommunen traf afgørelse om døgn til.',
    residentialDecision,
  ),
  step('held', 'Plads holdt', 'Kvinder med vurderet behov for døgn, som en plads blev holdt til.', { kind: 'held' }),
  step('admitted', 'Kom i døgn', 'Kvinder med vurderet behov for døgn, som kom til døgntilbuddet.', { kind: 'admitted' }),
  step('completed', 'Ophold afsluttet', 'Kvinder med vurderet behov for døgn, hvis ophold er afsluttet ved udskrivning.', {
    kind: 'completed',
  }),
  definition({
    id: 'declined-by-reason',
    theme: 'acceptance',
    title: 'Nej til døgn efter hendes grund',
    text: 'Hvert nej til et tilbud om døgn, delt efter den grund hun gav. Et senere ja tager det ikke ud.',
    counts: 'fact',
    event: { kind: 'answered', level: 'residential', detail: ['declined'] },
    splitBy: 'reason',
  }),
  definition({
    id: 'held-by-travel',
    theme: 'acceptance',
    title: 'Holdte pladser efter rejsetid',
    text: 'Hver plads, der blev holdt, delt efter minutter i bil fra hendes kommune til tilbuddet.',
    counts: 'fact',
    event: { kind: 'held' },
    splitBy: 'travel',
  }),
  definition({
    id: 'admitted-by-travel',
    theme: 'acceptance',
    title: 'Indskrivninger efter rejsetid',
    text: 'Hver indskrivning, delt efter minutter i bil fra hendes kommune til tilbuddet.',
    counts: 'fact',
    event: { kind: 'admitted' },
    splitBy: 'travel',
  }),
  definition({
    id: 'offers-accepted',
    from: later,
    theme: 'acceptance',
    title: 'Sagde ja til døgn, i procent af dem der svarede',
    text: 'Hvor mange af hundrede forløb med et svar på et tilbud om døgn hun sagde ja i, også når hun først sagde nej. Et forløb tælles én gang om året.',
    counts: 'pathway',
    event: { kind: 'answered', level: 'residential' },
    measure: {
      kind: 'share-with',
      match: { kind: 'answered', level: 'residential', detail: ['accepted'] },
      same: 'case',
      sameUnit: false,
    },
  }),
  definition({
    id: 'came-by-travel',
    from: later,
    theme: 'acceptance',
    title: 'Kom til den holdte plads, i procent efter rejsetid',
    text: 'Hvor mange af hundrede holdte pladser hun kom til: samme forløb og samme afdeling. Delt efter minutter i bil fra hendes kommune til tilbuddet.',
    counts: 'fact',
    event: { kind: 'held' },
    measure: { kind: 'share-with', match: { kind: 'admitted' }, same: 'case', sameUnit: true },
    splitBy: 'travel',
  }),
  definition({
    id: 'births',
    theme: 'outcome',
    title: 'Fødsler i forløb',
    text: `Kvinder, hvis fødsel er registreret i et forløb. ${once}`,
    event: { kind: 'birth' },
  }),
  definition({
    id: 'births-in-residence',
    theme: 'outcome',
    title: 'Fødsler under døgnophold',
    text: `Kvinder, som fødte mens de boede i døgn: indskrevet før fødslen og ikke udskrevet før den. ${once}`,
    event: { kind: 'birth' },
    withAny: [{ match: { kind: 'admitted' }, same: 'case', from: null, to: { of: 'happened', plusDays: 0 } }],
    without: [{ match: { kind: 'completed' }, same: 'case', from: null, to: { of: 'happened', plusDays: -1 } }],
  }),
  definition({
    id: 'discharges-by-destination',
    theme: 'outcome',
    title: 'Udskrivninger efter hvor hun tog hen',
    text: 'Hver udskrivning fra døgn, delt efter hvor hun tog hen. Den, der flyttede til et andet døgntilbud, er ikke udskrevet endnu.',
    counts: 'fact',
    event: { kind: 'completed' },
    splitBy: 'detail',
  }),
  definition({
    id: 'pathways-ended',
    theme: 'outcome',
    title: 'Afsluttede forløb',
    text: 'Forløb, der er afsluttet. Et forløb, der er åbnet igen, tæller ikke, før det afsluttes igen.',
    counts: 'pathway',
    event: { kind: 'ended' },
  }),
  definition({
    id: 'registry-substance-use',
    theme: 'registry',
    title: 'Registreret rusmiddelbrug i graviditeten',
    text:
      'Kvinder, der var gravide mindst én dag i året, og som enten (a) er registreret i rusmiddelbehandling i graviditeten, (b) har en ' +
      'diagnose- eller procedurekode for rusmiddelbrug i graviditeten, (c) har en kode ved kontrol fra graviditetens start til 8 uger ' +
      'efter dens slutning, eller (d) mellem 1. januar i året og 31. oktober i det næste fødte et barn, der senest ved udgangen af det ' +
      'næste år fik en diagnose for prænatal eksposition. Ingen grænse for sværhed. Kodelisterne kan redigeres.',
    origin: 'Social- og Boligstyrelsen, anmodning om fornyet behandling, 14. maj 2024',
    from: day('2024-05-14'),
    event: { kind: 'pregnancy' },
    period: 'lasts',
    withAny: [
      {
        match: { kind: 'treatment-registered' },
        same: 'subject',
        from: { of: 'happened', plusDays: 0 },
        to: { of: 'until', plusDays: 0 },
      },
      {
        match: { kind: 'code', codes: 'substance-in-pregnancy' },
        same: 'subject',
        from: { of: 'happened', plusDays: 0 },
        to: { of: 'until', plusDays: 0 },
      },
      {
        match: { kind: 'code', codes: 'postpartum-substance' },
        same: 'subject',
        from: { of: 'happened', plusDays: 0 },
        to: { of: 'until', plusDays: 56 },
      },
      {
        match: { kind: 'child-code', codes: 'prenatal-exposure' },
        same: 'subject',
        from: { of: 'year', plusYears: 0, monthDay: '01-01' },
        to: { of: 'year', plusYears: 1, monthDay: '10-31' },
        untilAtMost: { of: 'year', plusYears: 1, monthDay: '12-31' },
      },
    ],
  }),
  ...waitDefinitions,
  ...unitDefinitions,
  definition({
    id: 'women-on-lists',
    from: later,
    theme: 'lists',
    title: 'Kvinder på indlæste lister',
    text: 'Kvinder på de lister, der er læst ind. Linjer, der er samme kvinde efter reglen for gengangere eller efter en afgørelse, er én. Uafgjorte par er to. Året er listens, kommunen den, der står på linjen.',
    event: { kind: 'listed' },
  }),
];

/** The definition with an id; null when there is none. */
export function figureDefinition(id: string): FigureDefinition | null {
  return figureDefinitions.find((known) => known.id === id) ?? null;
}
