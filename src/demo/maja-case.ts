/** The story of the fourth woman, who is invented: as it stands when the demo opens, and how it goes on when every step is taken. */
import { asId } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { addDays, type Day } from '../domain/time.ts';
import { type CaseCast, coordinatorNamed, criteria, type DemoPathway, type Entry, invented, joins, written } from './case-writer.ts';

/** Invented. Registered, with the criteria still to be answered: the story a newcomer can click through. */
export function maja(base: Day, cast: CaseCast): DemoPathway {
  return {
    id: asId<'pathway'>('maja'),
    origin: invented,
    facts: written(base, cast, [
      [
        -2,
        'doctor',
        {
          type: 'referral-registered',
          person: cast.persons['maja'] ?? null,
          calledName: 'Maja (opdigtet)',
          municipality: cast.municipality,
          concern: 'Bruger stoffer og alkohol, har ikke fast bolig og er udeblevet fra flere aftaler. Ønsker hjælp.',
          referrer: cast.doctor.organisationName,
        },
      ],
      joins(cast, -2, 'doctor', 'Egen læge'),
      joins(cast, -2, 'familyClinic', 'Graviditetsomsorg'),
      joins(cast, -2, 'substanceTreatment', 'Rusmiddelbehandling'),
      joins(cast, -2, 'familyDepartment', 'Undersøgelse og støtte'),
      joins(cast, -1, 'careDecider', 'Afgørelse om indsats', 'familyDepartment'),
      [-2, 'doctor', { type: 'treatment-sought', substances: 'drugs' }],
      [-1, 'familyClinic', { type: 'due-date-set', dueDate: addDays(base, 82), basis: 'ultrasound' }],
      [-1, 'coordinator', coordinatorNamed(cast, null)],
    ]),
  };
}

/** One step of Maja's way to a place: who does it and what is recorded. */
export type JourneyStep = Entry;

/** How her story goes on when every step is taken and she says yes. The place is given by the caller: it is held where places are held. */
export function majaJourney(
  cast: CaseCast,
  place: {
    readonly held: Extract<PathwayFact, { type: 'place-held' }>;
    readonly confirmed: Extract<PathwayFact, { type: 'place-confirmed' }>;
  },
): readonly JourneyStep[] {
  const { stay, unitName } = place.held;
  return [
    [
      0,
      'familyClinic',
      criteria(
        ['met', 'Bruger stoffer og alkohol i graviditeten'],
        ['met', 'Har ikke fast bolig'],
        ['met', 'Er udeblevet fra flere aftaler trods ledsagelse'],
        ['unclear', 'Har ikke selv taget stilling endnu'],
        ['not-met', 'Har ikke kunnet holde aftalerne'],
      ),
    ],
    [
      0,
      'familyClinic',
      { type: 'target-group-judged', inTargetGroup: true, reason: 'Ambulant indsats er prøvet, og hun har brug for ro og afstand' },
    ],
    [0, 'familyClinic', { type: 'need-assessed', level: 'residential', reason: 'Skærmet ophold med støtte døgnet rundt' }],
    [0, 'coordinator', { type: 'offered', level: 'residential', what: 'Ophold på et døgntilbud til efter fødslen' }],
    [0, 'coordinator', { type: 'answered', answer: 'accepted', reason: null, inHerWords: 'Ja, jeg vil gerne væk herfra og have ro.' }],
    [
      0,
      'careDecider',
      {
        type: 'care-decided',
        level: 'residential',
        legalBasis: 'SEL-107-2-2',
        municipality: cast.municipality,
        reason: 'Midlertidigt ophold på grund af særlige sociale problemer og behov for behandling',
      },
    ],
    [0, 'careDecider', { type: 'contract-offered', legalBasis: 'SEL-107-2-2', answer: 'accepted' }],
    [0, 'careDecider', place.held],
    [0, 'careDecider', place.confirmed],
    [0, 'unitLeader', { type: 'admitted', stay, unitName }],
  ];
}
