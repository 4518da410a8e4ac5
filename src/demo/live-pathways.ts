/** More pathways for the demo, all invented, in different phases, so that the lists of a working day are not empty. */
import { asId } from '../domain/id.ts';
import { addDays, addMinutes, type Day } from '../domain/time.ts';
import {
  type CaseCast,
  coordinatorNamed,
  criteria,
  type DemoPathway,
  type Entry,
  invented,
  joins,
  morningOf,
  written,
} from './case-writer.ts';

/** Four pathways that are under way on the base day. */
export function livePathways(base: Day, cast: CaseCast): readonly DemoPathway[] {
  return [considering(base, cast), placeSought(base, cast), judgementAwaited(base, cast), unidentified(base, cast)];
}

/** Residential care offered four days ago; she is thinking about it. */
function considering(base: Day, cast: CaseCast): DemoPathway {
  return {
    id: asId<'pathway'>('freja'),
    origin: invented,
    facts: written(base, cast, [
      referred(cast, -30, 'freja', 'Freja (opdigtet)', 'Fortæller om et forbrug af alkohol, som hun ikke kan stoppe alene.'),
      ...team(cast, -29),
      [-28, 'familyClinic', { type: 'due-date-set', dueDate: addDays(base, 124), basis: 'ultrasound' }],
      [-27, 'coordinator', coordinatorNamed(cast, cast.familyClinic.name)],
      [
        -25,
        'familyClinic',
        criteria(
          ['met', 'Alkohol flere gange om ugen'],
          ['met', 'Konfliktfyldt forhold derhjemme'],
          ['met', 'Tre aflyste aftaler på tre uger'],
          ['met', 'Har brug for et sted med ro'],
          ['not-met', 'Den ambulante indsats rækker ikke'],
        ),
      ],
      [-10, 'familyClinic', { type: 'need-assessed', level: 'residential', reason: 'Den ambulante indsats rækker ikke, og hun ønsker ro' }],
      [-4, 'coordinator', { type: 'offered', level: 'residential', what: 'Ophold på et døgntilbud i regionen' }],
      [
        -3,
        'coordinator',
        { type: 'answered', answer: 'considering', reason: 'distance', inHerWords: 'Jeg skal vide, hvor langt væk det er.' },
      ],
    ]),
  };
}

/** Residential care decided yesterday; a place is to be found, and the contract is to be offered. */
function placeSought(base: Day, cast: CaseCast): DemoPathway {
  return {
    id: asId<'pathway'>('alma'),
    origin: invented,
    facts: written(base, cast, [
      referred(cast, -40, 'alma', 'Alma (opdigtet)', 'Har søgt hjælp sammen med sin søster. Bor midlertidigt hos venner.'),
      ...team(cast, -39),
      [-38, 'familyClinic', { type: 'due-date-set', dueDate: addDays(base, 96), basis: 'ultrasound' }],
      [-38, 'coordinator', coordinatorNamed(cast, cast.substanceTreatment.name)],
      [
        -36,
        'familyClinic',
        criteria(
          ['met', 'Dagligt brug af stoffer'],
          ['met', 'Ingen egen bolig'],
          ['met', 'Ambulant behandling er prøvet to gange'],
          ['met', 'Ønsker selv afstand til miljøet'],
          ['not-met', 'Ambulant behandling har ikke hjulpet nok'],
        ),
      ],
      [-30, 'substanceTreatment', { type: 'need-assessed', level: 'residential', reason: 'Ambulant behandling er prøvet to gange' }],
      [-21, 'coordinator', { type: 'offered', level: 'residential', what: 'Ophold på et døgntilbud til efter fødslen' }],
      [-14, 'coordinator', { type: 'answered', answer: 'accepted', reason: null, inHerWords: 'Ja, hvis min søster kan komme på besøg.' }],
      [
        -1,
        'careDecider',
        {
          type: 'care-decided',
          level: 'residential',
          legalBasis: 'SEL-107-2-2',
          municipality: cast.municipality,
          reason: 'Midlertidigt ophold på grund af særlige sociale problemer og behov for behandling',
        },
      ],
    ]),
  };
}

/** The criteria leave it open whether outpatient care is enough: a professional decides. */
function judgementAwaited(base: Day, cast: CaseCast): DemoPathway {
  return {
    id: asId<'pathway'>('ida'),
    origin: invented,
    facts: written(base, cast, [
      referred(cast, -9, 'ida', 'Ida (opdigtet)', 'Er bekymret for sit forbrug af hash og medicin.'),
      ...team(cast, -8),
      [-7, 'familyClinic', { type: 'due-date-set', dueDate: addDays(base, 171), basis: 'last-menstruation' }],
      [
        -2,
        'familyClinic',
        criteria(
          ['met', 'Hash dagligt og medicin, som ikke er ordineret'],
          ['met', 'Psykisk sårbar'],
          ['unclear', 'Har været til to af fire aftaler'],
          ['unclear', 'Afhænger af de næste uger'],
          ['not-met', 'Har endnu ikke haft gavn af den ambulante indsats'],
        ),
      ],
    ]),
  };
}

/** A notice of concern reached the municipality this morning about a woman nobody has named yet. */
function unidentified(base: Day, cast: CaseCast): DemoPathway {
  const shelter = cast.shelter.organisationName;
  return {
    id: asId<'pathway'>('ukendt'),
    origin: invented,
    facts: written(base, cast, [
      referred(
        cast,
        0,
        'ukendt',
        'Ukendt (opdigtet)',
        'En kvinde, som har fået nattely, er synligt gravid og påvirket. Hun har ikke givet sit navn.',
        'shelter',
      ),
      [
        0,
        'shelter',
        {
          type: 'concern-notified',
          receivedAt: addMinutes(morningOf(base), -60),
          notifier: shelter,
          notifierKind: 'professional',
          nameShown: true,
        },
      ],
      joins(cast, 0, 'shelter', 'Daglig kontakt'),
      joins(cast, 0, 'familyDepartment', 'Vurdering af underretningen', 'shelter'),
    ]),
  };
}

function referred(cast: CaseCast, days: number, person: string, calledName: string, concern: string, who: Entry[1] = 'doctor'): Entry {
  const { municipality, persons } = cast;
  const referrer = cast[who].organisationName;
  return [days, who, { type: 'referral-registered', person: persons[person] ?? null, calledName, municipality, concern, referrer }];
}

function team(cast: CaseCast, days: number): readonly Entry[] {
  return [
    joins(cast, days, 'familyClinic', 'Graviditetsomsorg'),
    joins(cast, days, 'substanceTreatment', 'Rusmiddelbehandling'),
    joins(cast, days, 'familyDepartment', 'Undersøgelse og støtte'),
    joins(cast, days, 'careDecider', 'Afgørelse om indsats', 'familyDepartment'),
  ];
}
