/**
 * Three stories retold from the case descriptions in the municipalities' joint report to the national agency (2025, annex 2): names, places, days
 * and details are changed, the ends are as documented.
 */
import { asId } from '../domain/id.ts';
import type { EventKind } from '../domain/pathway/facts.ts';
import { addDays, addMinutes, type Day } from '../domain/time.ts';
import { type CaseCast, coordinatorNamed, criteria, type DemoPathway, type Entry, joins, morningOf, written } from './case-writer.ts';

const retold = 'Genfortalt efter en af casene i kommunernes fælles afrapportering 2025 (bilag 2); navn, tid og detaljer er ændret';

/** Found late; residential care declined to stay near her partner; a crisis centre came instead. */
export function tanja(base: Day, cast: CaseCast): DemoPathway {
  const noticed = addMinutes(morningOf(addDays(base, -150)), 0);
  return {
    id: asId<'pathway'>('tanja'),
    origin: retold,
    facts: written(base, cast, [
      [
        -150,
        'shelter',
        {
          type: 'referral-registered',
          person: cast.persons['tanja'] ?? null,
          calledName: 'Tanja',
          municipality: cast.municipality,
          concern:
            'Bor på herberg sammen med sin kæreste. Får substitutionsmedicin og bruger andre rusmidler ved siden af. Vi har netop fået kendskab til, at hun er gravid og langt henne.',
          referrer: cast.shelter.organisationName,
        },
      ],
      [
        -150,
        'shelter',
        {
          type: 'concern-notified',
          receivedAt: noticed,
          notifier: cast.shelter.organisationName,
          notifierKind: 'professional',
          nameShown: true,
        },
      ],
      [
        -150,
        'familyDepartment',
        {
          type: 'concern-assessed',
          notice: 2,
          assessedAt: addMinutes(noticed, 330),
          urgent: false,
          reason: 'Parterne er i gang samme dag; der er ikke behov for en akut afgørelse.',
        },
      ],
      joins(cast, -150, 'shelter', 'Daglig kontakt og ledsagelse'),
      joins(cast, -150, 'substanceTreatment', 'Medicin, samtaler om rusmidler og forældreskab'),
      joins(cast, -150, 'familyDepartment', 'Undersøgelse af familiens forhold'),
      joins(cast, -149, 'familyClinic', 'Graviditetsomsorg en gang om ugen'),
      [-148, 'familyClinic', { type: 'due-date-set', dueDate: addDays(base, -88), basis: 'ultrasound' }],
      [-148, 'coordinator', coordinatorNamed(cast, cast.familyClinic.name)],
      [-147, 'familyDepartment', { type: 'concern-acknowledged', notice: 2 }],
      [
        -147,
        'familyClinic',
        criteria(
          ['met', 'Rusmidler ved siden af substitutionsmedicinen'],
          ['met', 'Har ikke egen bolig'],
          ['met', 'Er i ambulant behandling og bruger fortsat rusmidler'],
          ['met', 'Har brug for afstand til miljøet'],
          ['not-met', 'Den ambulante indsats har ikke været nok'],
        ),
      ],
      event(-145, 'coordinator', 'network-meeting', 'Første netværksmøde med herberget, rusmiddelbehandlingen og Tanja selv'),
      [
        -145,
        'substanceTreatment',
        { type: 'need-assessed', level: 'residential', reason: 'Ro og afstand til rusmiddelmiljøet den sidste del af graviditeten' },
      ],
      [-144, 'substanceTreatment', { type: 'offered', level: 'residential', what: 'Ophold på et døgntilbud resten af graviditeten' }],
      [
        -143,
        'substanceTreatment',
        { type: 'answered', answer: 'declined', reason: 'partner', inHerWords: 'Jeg vil være i nærheden af min kæreste.' },
      ],
      [
        -139,
        'coordinator',
        {
          type: 'alternative-arranged',
          level: 'intensified-outpatient',
          what: 'Ophold på et krisecenter i nærheden: væk fra miljøet og tæt på kæresten. Krisecentret udleverer medicin, og rusmiddelbehandlingen kommer ugentligt.',
        },
      ],
      joins(cast, -139, 'crisisCentre', 'Daglig omsorg og udlevering af medicin', 'coordinator'),
      event(-113, 'coordinator', 'network-meeting', 'Månedligt møde mellem alle parter'),
      event(-104, 'crisisCentre', 'partner-situation', 'Kæresten er væk i en periode; de holder kontakten'),
      event(-90, 'familyClinic', 'birth', 'Barnet er født'),
      event(-89, 'familyDepartment', 'note', 'Forældrene har givet samtykke til, at barnet bor hos en plejefamilie i begyndelsen'),
      event(-84, 'coordinator', 'network-meeting', 'Plan for samvær og for tiden efter krisecentret'),
      event(-47, 'shelter', 'housing', 'Flyttet fra krisecentret til en udslusningsbolig sammen med kæresten'),
      event(-20, 'coordinator', 'network-meeting', 'Begge er fortsat i behandling og ønsker barnet hjem; der arbejdes på en fast bolig'),
    ]),
  };
}

/** Found early; residential care declined to keep her home and her network; intensified outpatient care went on at home. */
export function mille(base: Day, cast: CaseCast): DemoPathway {
  return {
    id: asId<'pathway'>('mille'),
    origin: retold,
    facts: written(base, cast, [
      [
        -265,
        'doctor',
        {
          type: 'referral-registered',
          person: cast.persons['mille'] ?? null,
          calledName: 'Mille',
          municipality: cast.municipality,
          concern:
            'Graviditeten er ikke planlagt, og hun bruger kokain i et omfang, der bekymrer. Har arbejde og egen bolig. Barnets far er ikke med.',
          referrer: cast.doctor.organisationName,
        },
      ],
      joins(cast, -265, 'doctor', 'Egen læge'),
      joins(cast, -264, 'familyClinic', 'Graviditetsomsorg'),
      [-263, 'familyClinic', { type: 'due-date-set', dueDate: addDays(base, -55), basis: 'ultrasound' }],
      joins(cast, -262, 'familyDepartment', 'Familiebehandling'),
      joins(cast, -262, 'substanceTreatment', 'Prøver og samtaler'),
      joins(cast, -250, 'careDecider', 'Afgørelse om indsats', 'familyDepartment'),
      [-260, 'coordinator', coordinatorNamed(cast, cast.substanceTreatment.name)],
      [
        -259,
        'familyClinic',
        criteria(
          ['met', 'Dagligt forbrug før graviditeten blev opdaget'],
          ['met', 'Står alene med graviditeten'],
          ['unclear', 'Har ikke været i behandling før'],
          ['unclear', 'Kan først vurderes, når den ambulante indsats er prøvet'],
          ['unclear', 'Kan først vurderes, når den ambulante indsats er prøvet'],
        ),
      ],
      [
        -258,
        'familyClinic',
        {
          type: 'target-group-judged',
          inTargetGroup: false,
          reason: 'Egen bolig og arbejde; den ambulante indsats prøves først og følges tæt',
        },
      ],
      [-258, 'familyClinic', { type: 'need-assessed', level: 'outpatient', reason: 'Egen bolig og arbejde, kort tid i graviditeten' }],
      [-257, 'substanceTreatment', { type: 'offered', level: 'outpatient', what: 'Samtale en gang om ugen og prøver tre gange om ugen' }],
      [
        -255,
        'substanceTreatment',
        { type: 'answered', answer: 'considering', reason: null, inHerWords: 'Jeg er i tvivl om, hvad det skal hjælpe.' },
      ],
      [-250, 'familyDepartment', { type: 'answered', answer: 'accepted', reason: null, inHerWords: 'Jeg prøver.' }],
      [-250, 'familyDepartment', { type: 'treatment-sought', substances: 'drugs' }],
      [
        -247,
        'careDecider',
        {
          type: 'care-decided',
          level: 'outpatient',
          legalBasis: null,
          municipality: cast.municipality,
          reason: 'Social stofmisbrugsbehandling efter serviceloven § 101',
        },
      ],
      event(-241, 'substanceTreatment', 'treatment-started', 'Første samtale og første prøve'),
      event(-226, 'coordinator', 'network-meeting', 'Aftalt, hvem der tager prøver hvornår, så hun ikke belastes dobbelt'),
      event(-190, 'substanceTreatment', 'relapse', 'Fortæller det selv; er tilbage i behandling samme uge'),
      event(-170, 'coordinator', 'network-meeting', 'Fælles møde hjemme hos Mille'),
      event(-140, 'substanceTreatment', 'relapse', 'Anden gang; døgnbehandling drøftes'),
      [-138, 'substanceTreatment', { type: 'need-assessed', level: 'residential', reason: 'To tilbagefald trods ambulant behandling' }],
      [-136, 'substanceTreatment', { type: 'offered', level: 'residential', what: 'Døgnbehandling den sidste del af graviditeten' }],
      [
        -133,
        'substanceTreatment',
        {
          type: 'answered',
          answer: 'declined',
          reason: 'home',
          inHerWords: 'Jeg vil gøre min lejlighed klar til barnet og være tæt på mine nærmeste.',
        },
      ],
      [
        -131,
        'coordinator',
        {
          type: 'alternative-arranged',
          level: 'intensified-outpatient',
          what: 'Forstærket ambulant indsats fortsat hjemme: den ugentlige samtale og prøverne flytter hjem til hende, når graviditeten bliver tung.',
        },
      ],
      event(-100, 'coordinator', 'network-meeting', 'Hun siger selv, at hun har brug for hjælpen'),
      event(-57, 'familyClinic', 'birth', 'Barnet er født'),
      event(
        -25,
        'substanceTreatment',
        'treatment-ended',
        'Aftalt afslutning: mange indsatser på én gang er svære at overskue. Prøver hjemme fortsætter.',
      ),
      event(-25, 'coordinator', 'network-meeting', 'Fælles afslutning på rusmiddelbehandlingen; familieafdelingen fortsætter'),
    ]),
  };
}

/** Told it herself in the first weeks; declined to leave her child; outpatient care continued and the child was born healthy. */
export function karen(base: Day, cast: CaseCast): DemoPathway {
  return {
    id: asId<'pathway'>('karen'),
    origin: retold,
    facts: written(base, cast, [
      [
        -275,
        'substanceTreatment',
        {
          type: 'referral-registered',
          person: cast.persons['karen'] ?? null,
          calledName: 'Karen',
          municipality: cast.municipality,
          concern:
            'Har fået substitutionsmedicin i flere år og fortæller selv, at hun er gravid. Bor med sin mand og et barn. Er bange for, at barnet får abstinenser.',
          referrer: cast.substanceTreatment.organisationName,
        },
      ],
      joins(cast, -275, 'substanceTreatment', 'Medicin, prøver og samtaler'),
      joins(cast, -274, 'familyClinic', 'Graviditetsomsorg'),
      joins(cast, -271, 'familyDepartment', 'Koordinering og støtte til familien', 'familyClinic'),
      joins(cast, -268, 'careDecider', 'Afgørelse om indsats', 'familyDepartment'),
      [-272, 'familyClinic', { type: 'due-date-set', dueDate: addDays(base, -60), basis: 'ultrasound' }],
      [-271, 'coordinator', coordinatorNamed(cast, cast.familyClinic.name)],
      [
        -270,
        'familyClinic',
        criteria(
          ['met', 'Substitutionsbehandling og risiko for brug ved siden af'],
          ['met', 'Belastet af tidligere forløb'],
          ['not-met', 'Kommer til sine aftaler'],
          ['not-met', 'Hjemmet er trygt'],
          ['met', 'Har god gavn af den ambulante indsats'],
        ),
      ],
      [-270, 'familyClinic', { type: 'need-assessed', level: 'outpatient', reason: 'Kan følges tæt ambulant' }],
      [
        -269,
        'substanceTreatment',
        { type: 'offered', level: 'outpatient', what: 'Overvåget indtagelse af medicin, prøver tre gange om ugen og en ugentlig samtale' },
      ],
      [-269, 'substanceTreatment', { type: 'answered', answer: 'accepted', reason: null, inHerWords: 'Det vil jeg gerne.' }],
      [
        -266,
        'careDecider',
        {
          type: 'care-decided',
          level: 'outpatient',
          legalBasis: null,
          municipality: cast.municipality,
          reason: 'Fortsat behandling efter serviceloven § 101 og sundhedsloven § 142',
        },
      ],
      event(
        -264,
        'substanceTreatment',
        'treatment-started',
        'Stabil dosis gennem graviditeten: et ustabilt indtag vil være værre for barnet end en stabil dosis',
      ),
      event(-230, 'coordinator', 'network-meeting', 'Tæt opfølgning mellem behandler, læge og familieambulatorium'),
      event(-115, 'substanceTreatment', 'relapse', 'Kortere periode; er tilbage på sin plan'),
      [-112, 'familyClinic', { type: 'need-assessed', level: 'residential', reason: 'Støtte døgnet rundt op til fødslen' }],
      [-110, 'familyClinic', { type: 'offered', level: 'residential', what: 'Indlæggelse op til fødslen' }],
      [
        -108,
        'familyClinic',
        { type: 'answered', answer: 'declined', reason: 'child', inHerWords: 'Jeg vil ikke gå fra mit barn, og min mand arbejder meget.' },
      ],
      [
        -106,
        'coordinator',
        { type: 'alternative-arranged', level: 'outpatient', what: 'Den ambulante indsats fortsætter uændret med tæt opfølgning.' },
      ],
      event(-62, 'familyClinic', 'birth', 'Barnet er født sundt og uden abstinenser'),
      event(-15, 'coordinator', 'network-meeting', 'Opfølgning efter fødslen'),
    ]),
  };
}

function event(days: number, who: Entry[1], kind: EventKind, text: string): Entry {
  return [days, who, { type: 'event', kind, text }];
}
