/** What a change does to those who are booked, told before it is saved and for as long as it is so; in both languages. */
import { catalogue } from '../ui/language.ts';

export const effectTexts = catalogue(
  {
    others: 'Ledig hele hendes tid og med det, hun har brug for: {places}. Hun flyttes på afdelingens side.',
    othersNone: 'Ingen anden plads i afdelingen har det, hun har brug for, og er ledig alle hendes nætter.',
    othersInOtherUnits: 'Hele afdelingen er lukket på nogle af hendes nætter, så hun skal have en plads i en anden afdeling.',
    who: 'Det er: {names}.',
    overStaffed: '{period} er der aftalt {booked} ophold, og normeringen er {women}.',
    overStaffedMay:
      'Ingen af dem mister sin plads. Skaf bemanding til nætterne, eller aftal med kommunerne, hvem der kan være et andet sted.',
    askHeading: 'Spørg kommunen, før I regner med, at de kan komme',
    askWhy: 'Reglen bliver snævrere, og opholdet fortæller ikke, hvor gammel hun er, eller hvem hun har med. De bliver ikke markeret.',
    'ask.youngest': 'Er hun under afdelingens aldersgrænse?',
    'ask.oldest': 'Er hun over afdelingens aldersgrænse?',
    'ask.womenOnly': 'Hun skal have sin partner hos sig: er det en mand?',
    'ask.mostChildren': 'Hun skal have børn med: hvor mange?',
    'ask.oldestChild': 'Hun skal have børn med: hvor gamle er de?',
    sharingHeading: 'De kommer til at dele rum',
    change: 'Ret det, jeg skrev',
  },
  {
    others: 'Free for all her time and with what she needs: {places}. She is moved on the unit’s page.',
    othersNone: 'No other place in the unit has what she needs and is free on all her nights.',
    othersInOtherUnits: 'The whole unit is closed on some of her nights, so she must have a place in another unit.',
    who: 'They are: {names}.',
    overStaffed: '{period}: {booked} stays are agreed, and the staffing is {women}.',
    overStaffedMay: 'None of them loses her place. Find staff for the nights, or agree with the municipalities who can be elsewhere.',
    askHeading: 'Ask the municipality before you count on their coming',
    askWhy: 'The rule becomes narrower, and the stay does not tell how old she is or who comes with her. They are not marked.',
    'ask.youngest': 'Is she below the unit’s age limit?',
    'ask.oldest': 'Is she above the unit’s age limit?',
    'ask.womenOnly': 'She is to have her partner with her: is it a man?',
    'ask.mostChildren': 'She is to bring children: how many?',
    'ask.oldestChild': 'She is to bring children: how old are they?',
    sharingHeading: 'They come to share a room',
    change: 'Change what I wrote',
  },
);
