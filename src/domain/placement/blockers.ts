/**
 * Why she cannot come, though she and others may change places: the smallest explanation. Where there are things of which any one alone is
 * what stands in the way, they are named; otherwise a set of which each must be gone, and together that is enough.
 */
import type { Id } from '../id.ts';
import { addDays, type Day, danishDay, type Moment } from '../time.ts';
import { notOpened, outside, suitablePlaces } from './availability.ts';
import { type Asked, type Board, boardOf, puzzleOf } from './board.ts';
import { possible } from './feasibility.ts';
import { needDays, needStretches, needsWithin, nightsOfNeed, partlyOn } from './need-nights.ts';
import type { Need } from './needs.ts';
import type { Nights } from './nights.ts';
import type { AdmissionRules, Closure, Place, PlaceProperty, Staffing } from './provision.ts';
import type { Steps } from './puzzle.ts';
import { everythingLeft, spellFitting } from './remaining.ts';
import { type AdmissionRule, rulesBroken, type Situation, understaffed } from './situation.ts';
import { hasRunOut } from './stay.ts';

/** One thing that stands in the way and that a person can name. Stays are nights on a place: nobody is named. */
export type Blocker =
  /**
   * She must have it: no place of the unit does, none has it together with her other needs, or those that do cannot be had. `nights` are those of
   * hers on which she needs it; left out where they are all.
   */
  | {
      readonly kind: 'need';
      readonly property: PlaceProperty;
      readonly offered: 'nowhere' | 'apart' | 'not-then';
      readonly nights?: Nights;
    }
  /**
   * On these nights every place with these properties is taken or cannot be had, whoever moves and whatever is closed; or, `joint`, they cannot be
   * had together with the others of hers. Gone when there is one place more for her on these nights. `dissolves`, in an explanation: another thing that
   * is named there, gone, gives her some of these nights.
   */
  | {
      readonly kind: 'full';
      readonly nights: Nights;
      readonly properties: readonly PlaceProperty[];
      readonly joint: boolean;
      readonly dissolves?: true;
    }
  | { readonly kind: 'held'; readonly stay: Id<'stay'>; readonly place: Place; readonly nights: Nights; readonly until: Moment }
  /**
   * `place` is `null` where the whole unit is closed. `elsewhere`, of the closure of one place in an explanation: whether the unit has another
   * place for her on those nights of hers, taken by themselves; left out where the closure does not meet her nights or it was not decided.
   */
  | { readonly kind: 'closed'; readonly place: Place | null; readonly closure: Closure; readonly elsewhere?: boolean }
  | { readonly kind: 'not-open'; readonly from: Day; readonly to: Day | null }
  /** A flexible place that cannot be open before a day. */
  | { readonly kind: 'lead-time'; readonly place: Place; readonly openFrom: Day }
  | { readonly kind: 'staffing'; readonly staffing: Staffing; readonly nights: Nights }
  | { readonly kind: 'admission'; readonly rule: AdmissionRule; readonly rules: AdmissionRules };

export type Explanation =
  /** `each`: any one of them gone, she could come. `together`: all of them gone she could, and with any one left she could not. */
  | { readonly outcome: 'explained'; readonly gone: 'each' | 'together'; readonly blockers: readonly Blocker[] }
  | { readonly outcome: 'can-come' }
  | { readonly outcome: 'not-decided-in-time' };

/** Explains a no. Nights without number are not a stay and have no explanation: ask `faultIn` first. */
export function explain(situation: Situation, step: Steps): Explanation {
  const all = blockersIn(situation, step);
  if (all === 'not-decided-in-time') return { outcome: all };
  const isEnough = (gone: readonly Blocker[]): boolean | 'not-decided-in-time' => isPossible(without(situation, gone), step);

  const already = isEnough([]);
  if (already !== false) return { outcome: already === true ? 'can-come' : already };
  // With a hold gone there may be staff enough: that is asked. Nothing else takes away the other's no.
  const isInVain = ({ kind }: Blocker, other: Blocker): boolean =>
    other.kind === 'admission' || (other.kind === 'staffing' && kind !== 'held');
  const alone: Blocker[] = [];
  for (const blocker of all) {
    if (all.some((other) => other !== blocker && isInVain(blocker, other))) continue;
    const enough = isEnough([blocker]);
    if (enough === 'not-decided-in-time') return { outcome: enough };
    if (enough) alone.push(blocker);
  }
  const told = (blockers: readonly Blocker[]): readonly Blocker[] =>
    withDissolved(situation, blockers).map((one) => withElsewhere(situation, one, step));
  if (alone.length > 0) return { outcome: 'explained', gone: 'each', blockers: told(alone) };

  let together = all;
  // A hold or a notice that says why nights are full is kept before the nights: it has a name, and a time at which it ends.
  const inTurn = [...all.filter(({ kind }) => kind === 'need'), ...all.filter(({ kind }) => kind === 'full'), ...all];
  for (const blocker of new Set(inTurn)) {
    const others = together.filter((one) => one !== blocker);
    const enough = isEnough(others);
    if (enough === 'not-decided-in-time') return { outcome: enough };
    if (enough) together = others;
  }
  return { outcome: 'explained', gone: 'together', blockers: told(narrowed(situation, together, step)) };
}

/** What frees places for her when it is gone, and what is full is looked for with it in place. */
function freesPlaces({ kind }: Blocker): boolean {
  return kind === 'held' || kind === 'lead-time';
}

/**
 * A set of which each must be gone, with only those nights called full that are so when its holds and places by need are gone too: nights that a hold
 * keeps are named by the hold. The set as it is, where that would not be enough or would name too much.
 */
function narrowed(situation: Situation, together: readonly Blocker[], step: Steps): readonly Blocker[] {
  const others = together.filter(({ kind }) => kind !== 'full');
  const frees = together.filter(freesPlaces);
  if (frees.length === 0 || others.length === together.length) return together;
  const full = fullNights(without(situation, others), step);
  if (full === 'not-decided-in-time' || full.length === 0) return together;
  const set = [...others, ...full];
  const isEnough = isPossible(without(situation, set), step) === true;
  const isLeast = set.every(
    (one) =>
      isPossible(
        without(
          situation,
          set.filter((other) => other !== one),
        ),
        step,
      ) === false,
  );
  return isEnough && isLeast ? set : together;
}

/** What is full, with whether the other things named would give her some of those nights. */
function withDissolved(situation: Situation, blockers: readonly Blocker[]): readonly Blocker[] {
  const frees = blockers.filter(freesPlaces);
  // Nights are called full whatever is closed, staffed or asked for by rule: what is left of them is asked for without those.
  const open = blockers.filter(({ kind }) => kind !== 'full' && kind !== 'need');
  return blockers.map((blocker) => {
    if (blocker.kind !== 'full' || frees.length === 0) return blocker;
    const { properties } = blocker;
    const needs = situation.needs.filter(({ property }) => properties.includes(property));
    const isFull = !blocker.joint && isFullThroughout(without({ ...situation, needs }, open), blocker.nights);
    return isFull ? blocker : { ...blocker, dissolves: true };
  });
}

/** The closure of a place, with whether another place takes her on the nights of hers that it meets. */
function withElsewhere(situation: Situation, blocker: Blocker, step: Steps): Blocker {
  if (blocker.kind !== 'closed' || blocker.place === null) return blocker;
  const { from, to } = blocker.closure;
  const { arrival, departure } = situation.nights;
  const met = { arrival: from > arrival ? from : arrival, departure: to !== null && to < departure ? to : departure };
  if (met.arrival >= met.departure) return blocker;
  const elsewhere = isPossible({ ...without(situation, []), nights: met }, step);
  return elsewhere === 'not-decided-in-time' ? blocker : { ...blocker, elsewhere };
}

/** All that could stand in her way, first what is most readily left in place while others are taken away. */
export function blockersIn(situation: Situation, step: Steps): readonly Blocker[] | 'not-decided-in-time' {
  const { unit, needs, stays, party, nights, at } = situation;
  const today = danishDay(at);
  const ahead = ({ to }: { readonly to: Day | null }): boolean => to === null || to > today;
  const placeOf = (id: Id<'place'>): Place | undefined => unit.places.find((place) => place.id === id);
  const held = stays.flatMap((stay): readonly Blocker[] => {
    const place = placeOf(stay.place);
    if (stay.status !== 'held' || stay.heldUntil === null || hasRunOut(stay, at) || !place) return [];
    return [{ kind: 'held', stay: stay.stay, place, nights: stay.nights, until: stay.heldUntil }];
  });
  const lead = unit.places.flatMap((place): readonly Blocker[] => {
    const openFrom = addDays(today, place.flexible?.leadDays ?? 0);
    return notOpened(place, at).some((gap) => ahead(gap) && gap.from < nights.departure) ? [{ kind: 'lead-time', place, openFrom }] : [];
  });
  const closed = [
    ...unit.places.flatMap((place) => place.closures.filter(ahead).map((closure): Blocker => ({ kind: 'closed', place, closure }))),
    ...unit.closures.filter(ahead).map((closure): Blocker => ({ kind: 'closed', place: null, closure })),
  ];
  const wholeUnit: readonly Blocker[] = [
    ...outside(unit).filter(ahead),
    ...understaffed(situation).map(({ staffing, nights: when }): Blocker => ({ kind: 'staffing', staffing, nights: when })),
    ...rulesBroken(unit.admission, party).map((rule): Blocker => ({ kind: 'admission', rule, rules: unit.admission })),
  ];
  const isSomewhere = ({ property }: Need): boolean => unit.places.some(({ properties }) => properties.includes(property));
  // On some nights of hers no place has all of these together.
  const apart = needStretches(needs.filter(isSomewhere), nights)
    .filter((stretch) => suitablePlaces(unit, stretch.needs, stretch.nights).length === 0)
    .flatMap((stretch) => stretch.needs);
  const needBlockers = needsWithin(needs, nights).map((need): Extract<Blocker, { readonly kind: 'need' }> => {
    const partly = partlyOn(need, nights);
    const offered = !isSomewhere(need) ? 'nowhere' : apart.includes(need) ? 'apart' : 'not-then';
    return { kind: 'need', property: need.property, offered, ...(partly === null ? {} : { nights: partly }) };
  });

  // What is full is looked for as if nothing were closed and the unit as a whole were open to her, and as if what no place of it can ever give
  // were not asked for: nights that are full because of a closure are named by the closure.
  const aside = [...wholeUnit, ...closed, ...needBlockers.filter(({ offered }) => offered !== 'not-then')];
  const full = fullNights(without(situation, aside), step);
  return full === 'not-decided-in-time' ? full : [...needBlockers, ...held, ...lead, ...closed, ...full, ...wholeUnit];
}

function isOfNeed(blocker: Extract<Blocker, { readonly kind: 'need' }>, need: Need, nights: Nights): boolean {
  const hers = nightsOfNeed(need, nights);
  const named = blocker.nights ?? nights;
  return blocker.property === need.property && hers?.arrival === named.arrival && hers.departure === named.departure;
}

/** The question with some blockers gone. */
export function without(situation: Situation, gone: readonly Blocker[]): Asked {
  const { unit, stays, needs } = situation;
  const closures = gone.flatMap((blocker) => (blocker.kind === 'closed' ? [blocker.closure] : []));
  const rules = gone.flatMap((blocker) => (blocker.kind === 'admission' ? [blocker.rule] : []));
  const { admission } = unit;
  const { womenOnly, ...limits } = admission;
  const lifted = Object.fromEntries(
    Object.entries(limits).map(([rule, limit]) => [rule, rules.some((one) => one === rule) ? null : limit]),
  );
  return {
    ...situation,
    unit: {
      ...unit,
      open: [...unit.open, ...gone.flatMap((blocker) => (blocker.kind === 'not-open' ? [blocker] : []))],
      closures: unit.closures.filter((closure) => !closures.includes(closure)),
      places: unit.places.map((place) => ({
        ...place,
        closures: place.closures.filter((closure) => !closures.includes(closure)),
        flexible: gone.some((blocker) => blocker.kind === 'lead-time' && blocker.place.id === place.id) ? null : place.flexible,
      })),
      staffing: unit.staffing.filter((staffing) => !gone.some((blocker) => blocker.kind === 'staffing' && blocker.staffing === staffing)),
      admission: { ...admission, ...lifted, womenOnly: womenOnly && !rules.includes('womenOnly') },
    },
    stays: stays.filter(({ stay }) => !gone.some((blocker) => blocker.kind === 'held' && blocker.stay === stay)),
    needs: needs.filter((need) => !gone.some((blocker) => blocker.kind === 'need' && isOfNeed(blocker, need, situation.nights))),
    spare: gone.flatMap((blocker) => (blocker.kind === 'full' ? [blocker.nights] : [])),
  };
}

/**
 * The nights on which no place can be had, each run of them as one blocker. Where every night has a place and the nights still do not go
 * together, the shortest stretch that would have to be spared.
 */
function fullNights(asked: Asked, step: Steps): readonly Blocker[] | 'not-decided-in-time' {
  const at = isPossible(asked, step);
  if (at !== false) return at === true ? [] : at;
  const board = boardOf(asked);
  const runs = runsThatDoNotFit(board, needDays(asked.needs, asked.nights));
  const enough = isPossible({ ...asked, spare: runs }, step);
  if (enough === 'not-decided-in-time') return enough;
  const stretches = enough ? runs : shortestStretch(asked, board, step);
  if (stretches === 'not-decided-in-time') return stretches;
  const full: Extract<Blocker, { readonly kind: 'full' }>[] = [];
  for (const nights of stretches) {
    // The properties it takes: without any of those left out each of the nights would be as full.
    let { needs } = asked;
    for (const need of asked.needs) {
      const fewer = needs.filter((one) => one !== need);
      const free = enough ? !isFullThroughout({ ...asked, needs: fewer }, nights) : isPossible({ ...asked, nights, needs: fewer }, step);
      if (free === 'not-decided-in-time') return free;
      if (!free) needs = fewer;
    }
    const properties = needs.map(({ property }) => property);
    const last = full.at(-1);
    // A run that was cut where a need begins or ends is one again where that need made no difference.
    if (enough && last?.nights.departure === nights.arrival && isSame(last.properties, properties))
      full[full.length - 1] = { ...last, nights: { arrival: last.nights.arrival, departure: nights.departure } };
    else full.push({ kind: 'full', nights, properties, joint: !enough });
  }
  return full;
}

function isSame(these: readonly PlaceProperty[], those: readonly PlaceProperty[]): boolean {
  return these.length === those.length && these.every((one, index) => one === those[index]);
}

/** Whether none of some nights can be had, each by itself. */
function isFullThroughout(asked: Asked, nights: Nights): boolean {
  const [run, ...others] = runsThatDoNotFit(boardOf({ ...asked, nights }), []);
  return others.length === 0 && run?.arrival === nights.arrival && run.departure === nights.departure;
}

/** Runs of nights, each with the same needs on all of its nights. */
function runsThatDoNotFit(board: Board, needsChange: readonly Day[]): readonly Nights[] {
  const puzzle = puzzleOf(board, Infinity);
  const fits = spellFitting(puzzle, everythingLeft(puzzle));
  const runs: Nights[] = [];
  for (const index of board.may.keys()) {
    const [arrival, departure] = [board.days[board.from + index], board.days[board.from + index + 1]];
    if (!arrival || !departure || fits(board.from + index)) continue;
    const last = runs.at(-1);
    if (last?.departure === arrival && !needsChange.includes(arrival)) runs[runs.length - 1] = { arrival: last.arrival, departure };
    else runs.push({ arrival, departure });
  }
  return runs;
}

/** From as late as it can begin, then to as early as it can end. */
function shortestStretch({ nights, ...asked }: Asked, { days, from, may }: Board, step: Steps): readonly Nights[] | 'not-decided-in-time' {
  const ends = days.slice(from, from + may.length + 1);
  const dayAt = (index: number): Day => ends[index] ?? nights.departure;
  const search = (low: number, high: number, stretch: (index: number) => Nights): number | 'not-decided-in-time' => {
    // `low` is known to be enough, and the further towards `high` the less is spared.
    let [enough, tooFar] = [low, high];
    while (Math.abs(tooFar - enough) > 1) {
      const middle = Math.trunc((enough + tooFar) / 2);
      const answer = isPossible({ ...asked, nights, spare: [stretch(middle)] }, step);
      if (answer === 'not-decided-in-time') return answer;
      if (answer) enough = middle;
      else tooFar = middle;
    }
    return enough;
  };
  const begins = search(0, may.length, (index) => ({ arrival: dayAt(index), departure: nights.departure }));
  if (begins === 'not-decided-in-time') return begins;
  const ended = search(may.length, begins, (index) => ({ arrival: dayAt(begins), departure: dayAt(index) }));
  if (ended === 'not-decided-in-time') return ended;
  return [{ arrival: dayAt(begins), departure: dayAt(ended) }];
}

function isPossible(asked: Asked, step: Steps): boolean | 'not-decided-in-time' {
  const { outcome } = possible(asked, step);
  return outcome === 'not-decided-in-time' ? outcome : outcome === 'possible';
}
