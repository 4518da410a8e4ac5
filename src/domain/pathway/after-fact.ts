/** What one fact changes in the state of a pathway, by its type (da: forløbets tilstand efter en hændelse). */
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import { nobodysUser } from '../trail.ts';
import type { PathwayFact, RecordedFact, WomansAnswer } from './facts.ts';
import { type PlaceAnswer, yesStanding } from './her-answer.ts';
import { knownYes } from './her-yes.ts';
import { isEarly, type Phase } from './phases.ts';
import { afterPlaceChange, onPlaces, placesUntil } from './planned-places.ts';
import { endedBeforeArrival, type LevelStatus, type PathwayState, type PathwayStay } from './state.ts';

/** The state after a fact; the facts before it are in the state. */
export function afterFact(before: PathwayState, recorded: RecordedFact): PathwayState {
  const { fact, happened: on, byName } = recorded;
  const state = { ...before, lastSequence: Math.max(before.lastSequence, recorded.sequence) };
  const awaiting = (phase: Phase): PathwayState['awaiting'] => ({ phase, since: on });
  const settled = (phase: Phase): PathwayState['awaiting'] => (isEarly(state.awaiting.phase) ? awaiting(phase) : state.awaiting);
  const levelSaid = (level: LevelStatus['level'], status: LevelStatus['status']): LevelStatus => ({ on, byName, level, status });
  switch (fact.type) {
    case 'referral-registered': {
      const { person, calledName, municipality, concern, referrer } = fact;
      return { ...state, person, calledName, municipality, referral: { on, concern, referrer }, awaiting: settled('assessing-criteria') };
    }
    case 'woman-identified':
      return { ...state, person: fact.person };
    case 'identity-withdrawn':
      return { ...state, person: null };
    case 'due-date-set':
      return { ...state, dueDatesSet: [...state.dueDatesSet, { dueDate: fact.dueDate, basis: fact.basis, on }] };
    case 'party-joined': {
      const others = state.team.filter(({ organisation }) => organisation !== fact.organisation);
      const { organisation, organisationName: name, task, sharing = null } = fact;
      return { ...state, team: [...others, { organisation, name, task, joined: on, sharing }] };
    }
    case 'coordinator-named': {
      const { coordinator: name, deputy, organisationName = null, telephone = null } = fact;
      return { ...state, coordinator: { name, deputy, organisationName, telephone, since: on } };
    }
    case 'criteria-assessed': {
      const { edition, outcome, answers } = fact;
      const next = outcome === 'professional-decides' ? 'judging' : 'assessing-need';
      return { ...state, targetGroup: { on, edition, outcome, answers, judged: null }, awaiting: settled(next) };
    }
    case 'target-group-judged': {
      const judged = { on, byName, inTargetGroup: fact.inTargetGroup, reason: fact.reason };
      return { ...state, targetGroup: state.targetGroup && { ...state.targetGroup, judged }, awaiting: settled('assessing-need') };
    }
    case 'need-assessed':
      return { ...state, levelStatus: levelSaid(fact.level, 'assessed'), awaiting: awaiting('offering') };
    case 'offered':
      return {
        ...state,
        offeredLevel: fact.level,
        levelStatus: levelSaid(fact.level, 'offered'),
        awaiting: awaiting('awaiting-answer'),
      };
    case 'answered':
      return afterAnswer(state, fact, recorded);
    case 'care-decided': {
      const { level, legalBasis, municipality, reason } = fact;
      return {
        ...state,
        decision: { on, level, legalBasis, municipality, reason },
        levelStatus: levelSaid(level, 'decided'),
        awaiting: awaiting(level === 'residential' ? 'finding-place' : 'following'),
      };
    }
    case 'alternative-arranged':
      return { ...state, levelStatus: levelSaid(fact.level, 'arranged'), awaiting: awaiting('following') };
    case 'place-held': {
      const { stay: id, unitName, placeName, further = [], arrival, departure, until } = fact;
      const { isOffer: _, ...known } = stayOf(state, id);
      const first = onPlaces({ ...known, placeName }, further);
      const held: PathwayStay = {
        ...first,
        ...(recorded.by === nobodysUser ? { isOffer: true as const } : {}),
        status: 'held',
        since: on,
        heldOn: fact.extended ? (known.heldOn ?? on) : on,
        ...(livesElsewhere(state, id) ? { isMove: true as const } : {}),
        unitName,
        arrival,
        departure,
        heldUntil: until,
      };
      const told = fact.herYes ? answering(held, fact.herYes.answer) : withKnownYes(state, held);
      return withStay(state, told);
    }
    case 'hold-ended': {
      const ended = state.stays.find(({ id }) => id === fact.stay);
      return ended ? withStay(state, { ...ended, status: fact.how, since: on }) : state;
    }
    case 'place-changed':
      return withStays(state, fact.stay, (stay) => afterPlaceChange(stay, fact, on));
    case 'departure-changed':
      return withStays(state, fact.stay, ({ leavesFor: _, ...stay }) => ({
        ...placesUntil(stay, fact.departure),
        departure: fact.departure,
        ...(fact.movesTo ? { leavesFor: { stay: fact.movesTo, before: fact.from } } : {}),
      }));
    case 'move-answered':
      return withStays(state, fact.stay, (stay) => answering(stay, fact.answer));
    case 'place-answered':
      return withStays(state, fact.stay, (stay) => answering(stay, fact.said.answer));
    case 'list-answered': {
      const { type: _, ...said } = fact;
      return { ...state, onList: { ...said, on } };
    }
    case 'list-left': {
      const { onList: _, ...off } = state;
      return off;
    }
    case 'party-left':
      return { ...state, team: state.team.filter(({ organisation }) => organisation !== fact.organisation) };
    case 'place-confirmed': {
      const { legalBasis, paidBy } = fact;
      const known = stayOf(state, fact.stay);
      const hasBegun = known.admittedOn !== null || known.dischargedOn !== null;
      // Confirmed after she came: the stay goes on as it was.
      if (hasBegun) return withStays(state, fact.stay, (stay) => ({ ...stay, confirmedOn: on, legalBasis, paidBy }));
      const confirmed = { ...withKnownYes(state, known), status: 'confirmed', since: on, confirmedOn: on, legalBasis, paidBy } as const;
      return withStay(state, confirmed);
    }
    case 'admitted': {
      const { stay, unitName } = fact;
      const move = fact.fromUnit === undefined ? {} : { isMove: true as const };
      const said = state.onList?.longestWay;
      const known = { ...stayOf(state, stay), ...move, ...(said === undefined ? {} : { longestWay: said }) };
      const admitted = { ...withKnownYes(state, known), unitName, status: 'admitted', since: on, admittedOn: on } as const;
      const { onList: _, ...came } = withStay(state, admitted);
      return { ...came, levelStatus: levelSaid('residential', 'admitted') };
    }
    case 'discharged': {
      const following = state.awaiting.phase === 'finding-place' ? awaiting('following') : state.awaiting;
      const discharged = { ...placesUntil(stayOf(state, fact.stay), on), status: 'discharged', since: on, dischargedOn: on } as const;
      // A contact before it is none since she left; of the same day that is what was written before it.
      const { lastContact: _, ...left } = withStay(state, discharged);
      return { ...left, levelStatus: levelSaid('residential', 'completed'), awaiting: following };
    }
    case 'event':
      return afterEvent(state, fact.kind, on);
    case 'pathway-ended':
      return { ...state, ended: { on, reason: fact.reason } };
    case 'pathway-reopened':
      return { ...state, ended: null };
    case 'concern-notified':
    case 'concern-assessed':
    case 'concern-acknowledged':
    case 'treatment-sought':
    case 'contract-offered':
    case 'leave-begun':
    case 'leave-ended':
    case 'event-withdrawn':
    case 'discharge-withdrawn':
    case 'admission-withdrawn':
      return state;
  }
}

/** Puts a stay in its place among the others, and says which one holds now. */
function withStay(state: PathwayState, changed: PathwayStay): PathwayState {
  const isKnown = state.stays.some(({ id }) => id === changed.id);
  const stays = isKnown ? state.stays.map((stay) => (stay.id === changed.id ? changed : stay)) : [...state.stays, changed];
  const stay = stays.findLast((one) => !endedBeforeArrival(one)) ?? changed;
  return { ...state, stays, stay };
}

/** Changes what is known of one stay, where it is known; which one holds stays the same. */
function withStays(state: PathwayState, id: Id<'stay'>, change: (stay: PathwayStay) => PathwayStay): PathwayState {
  const stays = state.stays.map((stay) => (stay.id === id ? change(stay) : stay));
  return { ...state, stays, stay: state.stay?.id === id ? change(state.stay) : state.stay };
}

/**
 * A stay with what is told of her answer now: what was told before counts no more, but that her no is taken back by no other word than her own yes.
 * `not-yet` says most often that nobody has asked her again; that she thinks it over is a reason, and reasons are not read by all who add this up.
 */
function answering(before: PathwayStay, answer: PlaceAnswer): PathwayStay {
  const { saidYes: _, yesBefore: __, answered, ...stay } = before;
  if (answer === 'yes') return { ...stay, saidYes: true };
  if (answered === 'no') return before;
  return answer === 'not-yet' ? stay : { ...stay, answered: answer };
}

/** A stay with the yes that her pathway has, where she has said nothing to the place itself: the yes stays with it, whatever she is offered later. */
function withKnownYes<Known extends Pick<PathwayStay, 'saidYes' | 'yesBefore' | 'answered' | 'isMove'>>(
  state: PathwayState,
  stay: Known,
): Known {
  const isKnown = stay.isMove !== true && stay.saidYes === undefined && stay.answered === undefined && knownYes(state) !== null;
  return isKnown ? { ...stay, saidYes: true, yesBefore: true } : stay;
}

/** A yes leads to the decision, unless it was already made for that level; a no leads to something else; doubt leaves the offer open. */
function afterAnswer(
  before: PathwayState,
  fact: Extract<PathwayFact, { type: 'answered' }>,
  { happened: on, byName }: RecordedFact,
): PathwayState {
  const { answer, reason } = fact;
  const state = answeredToPlace(before, answer);
  const latestAnswer = { on, answer, reason };
  // An answer before any offer is about no level that is known: what was assessed stands.
  const levelStatus: LevelStatus | null = state.offeredLevel
    ? { on, byName, level: state.offeredLevel, status: answer }
    : state.levelStatus;
  if (answer === 'considering') {
    const isOpen = state.awaiting.phase === 'awaiting-answer';
    return { ...state, latestAnswer, levelStatus, awaiting: isOpen ? state.awaiting : { phase: 'awaiting-answer', since: on } };
  }
  if (answer === 'declined') return { ...state, latestAnswer, levelStatus, awaiting: { phase: 'finding-alternative', since: on } };
  const decidedAlready = state.decision !== null && state.decision.level === state.offeredLevel && state.awaiting.phase === 'finding-place';
  return decidedAlready ? { ...state, latestAnswer } : { ...state, latestAnswer, levelStatus, awaiting: { phase: 'deciding', since: on } };
}

const asPlaceAnswer = { accepted: 'yes', declined: 'no', considering: 'not-yet' } as const satisfies Readonly<
  Record<WomansAnswer, PlaceAnswer>
>;

/**
 * Her answer to residential care is her answer to the place that is found for her too; to a move she is asked by itself. It is always her own word:
 * that she wants to think takes back a no as well as a yes.
 */
function answeredToPlace(state: PathwayState, answer: WomansAnswer): PathwayState {
  const { stay, offeredLevel } = state;
  if (!stay || yesStanding(stay) === null || stay.isMove || offeredLevel !== 'residential') return state;
  return withStays(state, stay.id, ({ answered: _, ...one }) => answering(one, asPlaceAnswer[answer]));
}

function afterEvent(state: PathwayState, kind: Extract<PathwayFact, { type: 'event' }>['kind'], on: Day): PathwayState {
  if (kind === 'network-meeting') return { ...state, lastNetworkMeeting: on };
  if (kind === 'contact') return { ...state, lastContact: on };
  if (kind === 'birth') return { ...state, bornOn: state.bornOn ?? on };
  return state;
}

function livesElsewhere({ stays }: PathwayState, stay: Id<'stay'>): boolean {
  return stays.some((one) => one.status === 'admitted' && one.id !== stay);
}

/** The stay a fact speaks of; one that was never held is recorded all the same, with what is known. */
function stayOf({ stays }: PathwayState, id: Id<'stay'>): Omit<PathwayStay, 'status' | 'since'> {
  const planned = { unitName: '', placeName: null, arrival: null, departure: null, heldUntil: null, legalBasis: null, paidBy: null };
  const reached = { heldOn: null, confirmedOn: null, admittedOn: null, dischargedOn: null };
  return stays.find((stay) => stay.id === id) ?? { id, ...planned, ...reached };
}
