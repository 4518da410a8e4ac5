/** Her needs, each as a property that the place must have on some nights or on all, and why. */
import { legalBases, type LegalBasisId } from '../legal-basis.ts';
import { addDays, day, type Day } from '../time.ts';
import { type NeedNights, needsWithin } from './need-nights.ts';
import type { Nights } from './nights.ts';
import type { PlaceProperty } from './provision.ts';
import { type ToldNeed, toldNeedsEdition } from './told-needs.ts';

/** Why she needs it. `comes-with-her` follows from who is asked to come; `chosen` is a professional's own choice on the page. */
export const needReasons = [
  'stay-passes-birth',
  'birth-with-risk-to-child',
  'target-group-asks-for-shielding',
  'contract-must-be-offered',
  'use-continues',
  'in-substitution-treatment',
  'she-wants-partner-near',
  'she-wants-children-near',
  'comes-with-her',
  'told-by-pathway',
  'chosen',
] as const;
export type NeedReason = (typeof needReasons)[number];

/**
 * Need (da: behov): one property that the place must have, on the nights from one day up to and not with another where it says so, else on every
 * night. `edition` is the one that words were read by, where they told of it.
 */
export type Need = NeedNights & { readonly property: PlaceProperty; readonly why: NeedReason; readonly edition?: string };

/** Who comes (da: hvem der kommer): she, and those who are to stay with her. Ages are whole years; `null` where it is not known. */
export type Party = {
  readonly age: number | null;
  readonly partner: { readonly sex: 'man' | 'woman' | 'unknown' } | null;
  readonly children: readonly { readonly age: number }[];
};

/** She alone, and nothing known of her age. */
export const sheAlone: Party = { age: null, partner: null, children: [] };

/** What is known about her that bears on the place. Anything unknown is left out of the proposal, never guessed. */
export type HerSituation = {
  /** The day of the birth as it is expected, and from then on as it was. */
  readonly dueDate: Day | null;
  /** The day her child was born; null until then. */
  readonly bornOn: Day | null;
  /** The due date as it was set, also once the child is born; null where nobody has. */
  readonly dueOn: Day | null;
  readonly legalBasis: LegalBasisId | null;
  readonly inTargetGroup: boolean;
  readonly relapseRecorded: boolean;
  readonly inSubstitutionTreatment: boolean;
  readonly wantsPartnerNear: boolean;
  readonly wantsChildrenNear: boolean;
  /** What the words of the concern and of what happened tell. */
  readonly told: readonly ToldNeed[];
};

/** Her situation before anything is known of it: nothing is proposed. */
export const nothingKnown: HerSituation = {
  dueDate: null,
  bornOn: null,
  dueOn: null,
  legalBasis: null,
  inTargetGroup: false,
  relapseRecorded: false,
  inSubstitutionTreatment: false,
  wantsPartnerNear: false,
  wantsChildrenNear: false,
  told: [],
};

/**
 * Until how many days after the due date the birth is reckoned to be ahead where nobody has written it. Our own choice, published as
 * `docs/rules/birth-ahead-2026-11.md`: it says why.
 */
export const birthAheadRule = { edition: 'foedsel-venter/2026-11', from: day('2026-11-26'), daysAfterDueDate: 14 } as const satisfies {
  readonly edition: string;
  readonly from: Day;
  readonly daysAfterDueDate: number;
};

/**
 * On which nights the needs of a birth hold: room for mother and child from so many days before the due date, which is the first day of week 37, and
 * from the day of the birth where that is written. The ward is near until the birth is no longer ahead (`birthAheadRule`), also for a child who is born
 * before week 37; any other birth ends it. A place where the contract can be kept is needed until the birth. Our own choice, published as
 * `docs/rules/need-nights-2026-11-27.md`: it says why.
 */
export const needNightsRule = {
  edition: 'behovets-naetter/2026-11-27',
  from: day('2026-11-27'),
  roomDaysBeforeDueDate: 21,
} as const satisfies {
  readonly edition: string;
  readonly from: Day;
  readonly roomDaysBeforeDueDate: number;
};

/** What is needed for a birth, so that its nights follow from when that is: all else holds on every night. */
export const birthProperties: readonly PlaceProperty[] = ['mother-and-baby', 'near-neonatal-ward'];

/**
 * When her child is expected and was born, as far as the reader may know it: `bornOn` (da: fødselsdag) is `null` where it is not born, or not known to
 * be; `dueOn` (da: termin) is the due date as it was set, also after the birth, and left out where it is not known.
 */
export type Birth = { readonly bornOn: Day | null; readonly dueOn?: Day | null };

/** The same of her situation, which counts from the birth once that is written. */
export function birthOf({ dueDate, bornOn, dueOn }: Pick<HerSituation, 'dueDate' | 'bornOn' | 'dueOn'>): Birth {
  return { bornOn, dueOn: bornOn === null ? dueDate : dueOn };
}

/** Whether a child was born before week 37, from when one can usually go with its mother from the ward at once (da: født for tidligt). */
export function isBornEarly({ bornOn, dueOn = null }: Birth): boolean {
  return bornOn !== null && dueOn !== null && bornOn < addDays(dueOn, -needNightsRule.roomDaysBeforeDueDate);
}

/** The first night on which the ward need not be near any more: a birth too early takes nothing from it. `null` where no day is known. */
function wardUntil(birth: Birth): Day | null {
  const { bornOn, dueOn = null } = birth;
  if (bornOn !== null && !isBornEarly(birth)) return bornOn;
  // The last day on which the birth can be ahead is one that she can come on.
  return dueOn === null ? null : addDays(dueOn, birthAheadRule.daysAfterDueDate + 1);
}

/** The nights of a need that follow from when the child is expected, or was born; `{}` for one that holds on every night. */
function nightsByBirth(why: NeedReason, birth: Birth): NeedNights {
  const { bornOn, dueOn = null } = birth;
  if (why === 'stay-passes-birth') {
    if (bornOn !== null) return { from: bornOn };
    return dueOn === null ? {} : { from: addDays(dueOn, -needNightsRule.roomDaysBeforeDueDate) };
  }
  if (why !== wardReason) return {};
  const until = wardUntil(birth);
  return until === null ? {} : { until };
}

/** The ward is near for a birth that puts the child at risk. */
const wardReason = 'birth-with-risk-to-child' satisfies NeedReason;

/**
 * Needs that were written before, with the nights that follow from the due date as it is now: those that are there for the birth move with it, as a
 * proposal does. What a professional chose stands as it is.
 */
export function needsByDueDate(needs: readonly Need[], birth: Birth): readonly Need[] {
  return needs.map((need): Need => {
    const { from: _, until: __, ...same } = need;
    const nights = nightsByBirth(need.why, birth);
    return nights.from === undefined && nights.until === undefined ? need : { ...same, ...nights };
  });
}

/** The same of a stay that is agreed on: what holds on every night there was agreed so, and does. */
export function agreedByDueDate(needs: readonly Need[], birth: Birth): readonly Need[] {
  const isDated = ({ from, until }: Need): boolean => from !== undefined || until !== undefined;
  return needs.flatMap((need) => (isDated(need) ? needsByDueDate([need], birth) : [need]));
}

/**
 * The needs that follow from what is known, as a proposal that the professional changes on the page.
 * Shielding is the fourth inclusion criterion of the target group (2019 call); the contract is the legal basis's own duty to offer.
 */
export function proposeNeeds(situation: HerSituation, nights: Nights): readonly Need[] {
  const { dueDate, bornOn, legalBasis } = situation;
  const birth = birthOf(situation);
  const passesBirth = dueDate !== null && dueDate < nights.departure;
  // Who comes when her child is born needs nothing for the birth, unless it came so early that it may need the ward still.
  const until = bornOn === null || isBornEarly(birth) ? wardUntil(birth) : null;
  const nearWard = passesBirth && until !== null && nights.arrival < until;
  // The contract holds until the birth: after it there is none to offer.
  const contract = bornOn === null && legalBasis !== null && legalBases[legalBasis].contractMustBeOffered;
  const proposals: readonly (readonly [boolean, PlaceProperty, NeedReason])[] = [
    [passesBirth, 'mother-and-baby', 'stay-passes-birth'],
    [nearWard, 'near-neonatal-ward', 'birth-with-risk-to-child'],
    [situation.inTargetGroup, 'shielded', 'target-group-asks-for-shielding'],
    [situation.relapseRecorded, 'accepts-active-use', 'use-continues'],
    [situation.inSubstitutionTreatment, 'substitution-treatment', 'in-substitution-treatment'],
    [contract, 'detention-possible', 'contract-must-be-offered'],
    [situation.wantsPartnerNear, 'partner', 'she-wants-partner-near'],
    [situation.wantsChildrenNear, 'other-children', 'she-wants-children-near'],
  ];
  const known = proposals.filter(([holds]) => holds).map(([, property, why]): Need => ({ property, why, ...nightsByBirth(why, birth) }));
  const told = situation.told
    .filter(({ property, certainty }) => certainty === 'said' && !known.some((need) => need.property === property))
    .map(({ property }): Need => ({ property, why: 'told-by-pathway', edition: toldNeedsEdition }));
  return [...known, ...told];
}

/** The needs that hold on at least one of some nights and that a place does not meet. */
export function unmetNeeds(needs: readonly Need[], properties: readonly PlaceProperty[], nights: Nights): readonly Need[] {
  return needsWithin(needs, nights).filter(({ property }) => !properties.includes(property));
}

/** What a place lacks that she needs there on some nights, after the birth where her child is born by then. */
export function lackedThere(
  { needs, ...birth }: { readonly needs: readonly Need[] } & Birth,
  { properties }: { readonly properties: readonly PlaceProperty[] },
  nights: Nights,
): readonly PlaceProperty[] {
  return unmetNeeds(needsAfterBirth(needs, birth), properties, nights).map(({ property }) => property);
}

/** Needs that fall away with the birth: the ward, but for a child that came too early, and a place where the contract can be kept. */
const untilBirth: ReadonlySet<NeedReason> = new Set([wardReason, 'contract-must-be-offered']);

/** Needs that still hold: once her child is born, those until the birth do not. What a professional has chosen stands. */
export function needsStillHeld(needs: readonly Need[], birth: Birth): readonly Need[] {
  if (birth.bornOn === null) return needs;
  return needs.flatMap((need): readonly Need[] => {
    if (!untilBirth.has(need.why)) return [need];
    return need.why === wardReason && isBornEarly(birth) ? [{ ...need, ...nightsByBirth(need.why, birth) }] : [];
  });
}

/**
 * What her place must have from the birth on: room for both, and no longer what was needed until it. What a professional has chosen stands. Our own
 * choice: no guidance says how long a place must be near the ward.
 */
export function needsAfterBirth(needs: readonly Need[], birth: Birth): readonly Need[] {
  const { bornOn } = birth;
  if (bornOn === null) return needs;
  const standing = needsStillHeld(needs, birth);
  // A child that came before the room was to be there needs it from then on.
  const isRoom = ({ property, until }: Need): boolean => property === 'mother-and-baby' && until === undefined;
  if (!standing.some(isRoom)) return [...standing, { property: 'mother-and-baby', why: 'stay-passes-birth', from: bornOn }];
  return standing.map((need) => (isRoom(need) && need.from !== undefined && need.from > bornOn ? { ...need, from: bornOn } : need));
}
