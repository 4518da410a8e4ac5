/** What the facts of a stay say in words. */
import type { DischargeDestination, PathwayFact } from '../../domain/pathway/facts.ts';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import { herYesText } from '../places/her-yes.tsx';
import { describeHerAnswer } from '../places/her-answer-words.ts';
import { placeTexts } from '../places/texts.ts';
import { dayText, momentText, timeText, weekdayText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';

export const destinationTexts = catalogue(
  {
    'own-home': 'eget hjem',
    'family-or-network': 'familie eller netværk',
    'other-unit': 'en anden afdeling',
    'family-institution': 'familieinstitution',
    'crisis-centre-or-shelter': 'krisecenter eller herberg',
    hospital: 'sygehus',
    'own-choice': 'rejst efter eget ønske',
    'not-known': 'ikke kendt',
  } satisfies Readonly<Record<DischargeDestination, string>>,
  {
    'own-home': 'her own home',
    'family-or-network': 'family or network',
    'other-unit': 'another unit',
    'family-institution': 'family institution',
    'crisis-centre-or-shelter': 'crisis centre or shelter',
    hospital: 'hospital',
    'own-choice': 'left by her own choice',
    'not-known': 'not known',
  },
);

const texts = catalogue(
  {
    held: 'Plads holdt: {unit}',
    extended: 'Holdet på pladsen er forlænget til {time}: {unit}',
    heldDetail: '{place} · ankomst {arrival} · holdes til {until}',
    then: '{before}, fra {day} {place}',
    placeChanged: 'Ny plads i samme afdeling: {unit}',
    moveUndone: 'Planlagt flytning fortrudt: {unit}',
    moveUndoneDetail: 'Hun bliver på {place}',
    placeChangedBefore: 'Fra {from} til {to}, før hun kom',
    placeChangedFrom: 'Fra {from} til {to}, fra {day}',
    leavesEarlier: 'Rejser tidligere: {day} i stedet for {from}',
    staysLonger: 'Rejser senere: {day} i stedet for {from}',
    dayKept: 'Afrejsen er beholdt: {day}',
    followsBirth: 'Opholdet følger fødslen fra nu af; afrejsen er stadig {day}',
    fixedDay: 'Opholdet følger ikke fødslen mere; afrejsen er fast {day}',
    movesYes: 'Hun siger ja til at flytte til {unit}',
    movesNotYet: 'Hun har ikke sagt ja til at flytte til {unit} endnu',
    movesNotYetDetail: 'Nætterne, hvor hun bor, er hendes, til hun siger ja',
    admitted: 'Indskrevet: {unit}',
    admittedFrom: 'Kom samme dag fra {unit}',
    leave: 'Orlov fra {from} til {day}',
    leaveBack: 'Orlov: hun er tilbage {day}',
    leaveDetail: 'Pladsen er hendes imens',
    leaveCorrected: 'Orlov rettet: fra {from} til {day}',
    leaveCorrectedBack: 'Orlov rettet: hun er tilbage {day}',
    leaveWithdrawn: 'Orlov trukket tilbage',
    back: 'Tilbage fra orlov',
    discharged: 'Udskrevet til: {to}',
    admissionWithdrawn: 'Indskrivningen er taget tilbage: {unit}',
    dischargeWithdrawn: 'Udskrivning rettet: hun er stadig i {unit}',
    left: '{who} deltager ikke længere',
  },
  {
    held: 'Place held: {unit}',
    extended: 'The hold on the place is extended until {time}: {unit}',
    heldDetail: '{place} · arrival {arrival} · held until {until}',
    then: '{before}, from {day} {place}',
    placeChanged: 'New place in the same unit: {unit}',
    moveUndone: 'Planned move undone: {unit}',
    moveUndoneDetail: 'She stays on {place}',
    placeChangedBefore: 'From {from} to {to}, before she came',
    placeChangedFrom: 'From {from} to {to}, from {day}',
    leavesEarlier: 'Leaves earlier: {day} instead of {from}',
    dayKept: 'The departure is kept: {day}',
    followsBirth: 'The stay follows the birth from now on; the departure is still {day}',
    fixedDay: 'The stay follows the birth no more; the departure is fixed on {day}',
    staysLonger: 'Leaves later: {day} instead of {from}',
    movesYes: 'She says yes to moving to {unit}',
    movesNotYet: 'She has not said yes to moving to {unit} yet',
    movesNotYetDetail: 'The nights where she lives are hers until she says yes',
    admitted: 'Admitted: {unit}',
    admittedFrom: 'Came the same day from {unit}',
    leave: 'Leave from {from} to {day}',
    leaveBack: 'Leave: she is back on {day}',
    leaveDetail: 'The place is hers meanwhile',
    leaveCorrected: 'Leave corrected: from {from} to {day}',
    leaveCorrectedBack: 'Leave corrected: she is back on {day}',
    leaveWithdrawn: 'Leave withdrawn',
    back: 'Back from leave',
    discharged: 'Discharged to: {to}',
    admissionWithdrawn: 'Admission taken back: {unit}',
    dischargeWithdrawn: 'Discharge put right: she is still in {unit}',
    left: '{who} takes no part any more',
  },
);

export type Described = { readonly what: string; readonly detail: string | null };

type StayFact = Extract<
  PathwayFact,
  {
    readonly type:
      | 'place-held'
      | 'place-changed'
      | 'move-answered'
      | 'place-answered'
      | 'departure-changed'
      | 'admitted'
      | 'leave-begun'
      | 'leave-ended'
      | 'discharged'
      | 'discharge-withdrawn'
      | 'admission-withdrawn'
      | 'party-left';
  }
>;

export function describeStayFact(fact: StayFact, language: Language): Described {
  const say = texts(language);
  switch (fact.type) {
    case 'place-held': {
      const place = (fact.further ?? []).reduce(
        (before, { placeName, from }) => say('then', { before, day: dayText(from, language), place: placeName }),
        fact.placeName,
      );
      const values = { place, arrival: dayText(fact.arrival, language), until: momentText(fact.until, language) };
      const herYes = fact.herYes ? [herYesText(fact.herYes, language)] : [];
      const what = fact.extended
        ? say('extended', { unit: fact.unitName, time: timeText(fact.until, language) })
        : say('held', { unit: fact.unitName });
      return { what, detail: [say('heldDetail', values), ...herYes].join(' · ') };
    }
    case 'place-changed': {
      const names = { from: fact.fromPlace, to: fact.toPlace };
      const detail = fact.from
        ? say('placeChangedFrom', { ...names, day: dayText(fact.from, language) })
        : say('placeChangedBefore', names);
      return {
        what: say(fact.undone ? 'moveUndone' : 'placeChanged', { unit: fact.unitName }),
        detail: fact.undone ? say('moveUndoneDetail', { place: fact.toPlace }) : detail,
      };
    }
    case 'departure-changed': {
      const days = { day: dayText(fact.departure, language), from: dayText(fact.from, language) };
      return { what: say(departureLine(fact), days), detail: fact.reason || null };
    }
    case 'move-answered': {
      const what = say(fact.answer === 'yes' ? 'movesYes' : 'movesNotYet', { unit: fact.unitName });
      return { what, detail: fact.answer === 'yes' ? null : say('movesNotYetDetail') };
    }
    case 'place-answered':
      return describeHerAnswer(fact, language);
    case 'admitted':
      return {
        what: say('admitted', { unit: fact.unitName }),
        detail: fact.fromUnit ? say('admittedFrom', { unit: fact.fromUnit }) : null,
      };
    case 'leave-begun': {
      const day = weekdayText(fact.back, language);
      const line = fact.corrected ? 'leaveCorrected' : 'leave';
      const what = fact.from
        ? say(line, { from: weekdayText(fact.from, language), day })
        : say(fact.corrected ? 'leaveCorrectedBack' : 'leaveBack', { day });
      return { what, detail: say('leaveDetail') };
    }
    case 'leave-ended':
      return { what: say(fact.withdrawn ? 'leaveWithdrawn' : 'back'), detail: null };
    case 'discharged':
      return { what: say('discharged', { to: dischargedTo(fact, language) }), detail: null };
    case 'discharge-withdrawn':
      return { what: say('dischargeWithdrawn', { unit: fact.unitName }), detail: fact.reason };
    case 'admission-withdrawn':
      return { what: say('admissionWithdrawn', { unit: fact.unitName }), detail: fact.reason };
    case 'party-left':
      return { what: say('left', { who: fact.organisationName }), detail: null };
  }
}

/** The unit's reason for its no, in the words of its closed list; null where none was asked for. */
export function refusalText(reason: string | undefined, language: Language): string | null {
  const known = refusalReasons.find((one) => one === reason);
  return known ? placeTexts(language)(`refusal.${known}`) : null;
}

/** «eget hjem, hos sin søster»: the destination and what was written beside it; older facts have the words alone. */
function dischargedTo({ destination, to }: Extract<PathwayFact, { type: 'discharged' }>, language: Language): string {
  return [destination && destinationTexts(language)(destination), to].filter(Boolean).join(', ');
}

function departureLine(fact: Extract<PathwayFact, { readonly type: 'departure-changed' }>) {
  if (fact.agreedByBirth === true) return 'followsBirth';
  if (fact.agreedFixedDay === true) return 'fixedDay';
  if (fact.departure === fact.from) return 'dayKept';
  return fact.departure < fact.from ? 'leavesEarlier' : 'staysLonger';
}
