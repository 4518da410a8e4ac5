/** Invented women for whom a place is sought and none is free: so that the waiting list has somebody on it. */
import { municipality, municipalityTitle } from '../domain/geography/municipalities.ts';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact, RecordedFact } from '../domain/pathway/facts.ts';
import { addDays, addMinutes, type Day, startOfDanishDay } from '../domain/time.ts';
import type { ImportedPathway } from '../store/pathway-import.ts';

type Row = readonly [name: string, home: string, dueIn: number, decidedAgo: number, relapseAgo: number | null, shelter: boolean];

/** Days are counted from the base day. The first lives in Aalborg, so that the demo's own people have an offer to answer. */
const rows: readonly Row[] = [
  ['Nadja', '0851', 62, 24, 9, true],
  ['Olga', '0461', 118, 31, null, false],
  ['Pernille', '0787', 90, 12, 5, false],
  ['Rosa', '0550', 45, 8, null, true],
  ['Sanne', '0101', 150, 52, null, false],
  ['Tilde', '0825', 133, 40, 30, false],
  ['Ursula', '0615', 77, 3, null, false],
];

/** Their pathways, up to the decision of residential care and what happened since. */
export function waitingWomen(base: Day): readonly ImportedPathway[] {
  return rows.map((row) => ({ id: asId<'pathway'>(`venter-${row[0].toLowerCase()}`), facts: factsOf(base, row) }));
}

function factsOf(base: Day, [name, home, dueIn, decidedAgo, relapseAgo, shelter]: Row): readonly RecordedFact[] {
  const place = municipality(home);
  if (!place) throw new Error(`there is no municipality ${home}`);
  const decider = { id: asId<'organisation'>(`kom-${home}`), name: municipalityTitle(home) };
  const told: (readonly [agoDays: number, fact: PathwayFact])[] = [
    [
      decidedAgo + 40,
      {
        type: 'referral-registered',
        person: null,
        calledName: `${name} (opdigtet)`,
        municipality: place.id,
        concern: 'Opdigtet til demonstration',
        referrer: decider.name,
      },
    ],
    [decidedAgo + 40, joins(decider.id, decider.name, 'Afgørelse om indsats')],
    [decidedAgo + 39, joins(asId<'organisation'>(`fam-${home}`), `Familieafdelingen, ${municipalityTitle(home)}`, 'Familiebehandling')],
    [decidedAgo + 38, { type: 'due-date-set', dueDate: addDays(base, dueIn), basis: 'ultrasound' }],
    ...(shelter ? [[decidedAgo + 20, joins(asId<'organisation'>('kc-0851'), 'Krisecenter (opdigtet)', 'Ophold')] as const] : []),
    [decidedAgo + 12, { type: 'need-assessed', level: 'residential', reason: 'Opdigtet til demonstration' }],
    [decidedAgo + 8, { type: 'offered', level: 'residential', what: 'Ophold på et døgntilbud' }],
    [decidedAgo + 6, { type: 'answered', answer: 'accepted', reason: null, inHerWords: 'Ja.' }],
    [
      decidedAgo,
      {
        type: 'care-decided',
        level: 'residential',
        legalBasis: 'SEL-107-2-2',
        municipality: place.id,
        reason: 'Opdigtet til demonstration',
      },
    ],
    ...(relapseAgo === null ? [] : [[relapseAgo, { type: 'event', kind: 'relapse', text: 'Fortæller selv om det' }] as const]),
  ];
  return told
    .toSorted(([one], [other]) => other - one)
    .map(([ago, fact], index) => ({
      sequence: index + 1,
      fact,
      by: asId<'user'>('demo'),
      byName: 'Opdigtet sagsbehandler',
      capacity: 'care-decider',
      organisation: decider.id,
      organisationName: decider.name,
      happened: addDays(base, -ago),
      recorded: addMinutes(startOfDanishDay(addDays(base, -ago)), 9 * 60 + index),
    }));
}

function joins(organisation: Id<'organisation'>, organisationName: string, task: string): PathwayFact {
  return { type: 'party-joined', organisation, organisationName, task };
}
