/** What is asked and told of her answer to the very place that is found for her, and of the condition of her yes; in both languages. */
import { catalogue } from '../ui/language.ts';

export const ofThisPlaceTexts = catalogue(
  {
    before: 'Hendes ja til et døgnophold er fra før, denne plads blev fundet. Spørg hende også om pladsen her.',
    condition: 'Hendes betingelse for at komme, hvis hun har en',
    conditionWithYes: 'Ved ja: hendes betingelse for at komme, hvis hun har en',
    conditionHint:
      'Skriv kun det, afdelingen skal vide for at kunne overholde den. Afdelingen læser det, når pladsen er bekræftet, og hun læser det på sin side. Det, hun har sagt til jer, går ikke videre af sig selv.',
    told: 'Hendes betingelse',
    toldUnit: 'Hun har sagt ja på en betingelse: «{words}». Kan I ikke overholde den, så ring til hendes koordinator, før hun kommer.',
    toldThere: 'Hun sagde ja på en betingelse: «{words}».',
    writeNo: 'Skriv hendes nej',
    writeNoHint: 'Siger hun nej, skrives det for sig. Så bliver pladsen ikke bekræftet ved det.',
    ring: 'Ring til afdelingen, før pladsen bekræftes.',
    ringHold: 'Ring til afdelingen: det, der står om dens pladser, kan være forældet.',
    writtenForOther: 'Skriv til hende, hvorfor pladsen holdes: hun læser det på sin side',
    writtenWhyMissing: 'Skriv, hvorfor der ikke er et svar: hun læser det på sin side',
    holdsEnd: 'Den anden holdes til {time}. Det kan forlænges, og bliver pladsen ledig, spørges ventelisten først.',
    toList: 'Gå til hendes side af ventelisten',
  },
  {
    before: 'Her yes to residential care is from before this place was found. Ask her about this place too.',
    condition: 'Her condition for coming, if she has one',
    conditionWithYes: 'With a yes: her condition for coming, if she has one',
    conditionHint:
      'Write only what the unit must know to meet it. The unit reads it when the place is confirmed, and she reads it on her page. What she has said to you is not passed on by itself.',
    told: 'Her condition',
    toldUnit: 'She has said yes on a condition: “{words}”. If you cannot meet it, ring her coordinator before she comes.',
    toldThere: 'She said yes on a condition: “{words}”.',
    writeNo: 'Write her no',
    writeNoHint: 'If she says no, it is written by itself. The place is not confirmed by that.',
    ring: 'Ring the unit before the place is confirmed.',
    ringHold: 'Ring the unit: what stands about its places may be out of date.',
    writtenForOther: 'Write to her why the place is held: she reads it on her page',
    writtenWhyMissing: 'Write why there is no answer: she reads it on her page',
    holdsEnd: 'The other is held until {time}. That can be prolonged, and if the place becomes free, the waiting list is asked first.',
    toList: 'Go to her page of the waiting list',
  },
);
