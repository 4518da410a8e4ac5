/** What a unit answers her in a search, in both languages: moves, what stands in the way, and what to read a yes with. */
import { catalogue } from '../ui/language.ts';

export const answerTexts = catalogue(
  {
    // Yes
    canComeWithMoves:
      'Kan komme {day}{hers, plural, =0 {} one {, flytter én gang} other {, flytter # gange}}{others, plural, =0 {} one {, hvis # reservation flyttes} other {, hvis # reservationer flyttes}}',
    herParts: '{moves, plural, one {Hun flytter én gang} other {Hun flytter # gange}}: {parts}.',
    partFirst: '{place} til {to}',
    partNext: 'derefter {place} til {to}',
    partLast: 'derefter {place}',
    othersMove: '{count, plural, one {# reservation} other {# reservationer}} flyttes, før hun får plads:',
    fewestUndecided: 'Om det kan lade sig gøre med færre flytninger, blev ikke afgjort i tide.',
    undecided: 'Ikke afgjort {day}',
    undecidedWhy: 'Om hun kan få plads, blev ikke afgjort i tide. Ring til afdelingen.',
    // Warnings
    'ask.age-unknown':
      'Hendes alder er ikke oplyst, og {count, plural, one {en afdeling} other {# afdelinger}} har aldersgrænser. Skriv den under «Hvem kommer».',
    'ask.partner-unknown':
      'Partnerens køn er ikke oplyst, og i {count, plural, one {en afdeling} other {# afdelinger}} bor kun kvinder. Skriv det under «Hvem kommer».',
    'warning.age-unknown': 'Afdelingen har aldersgrænser, og hendes alder er ikke oplyst: skriv den, eller spørg afdelingen.',
    'warning.partner-unknown': 'Kun kvinder bor i afdelingen, og partnerens køn er ikke oplyst.',
    'warning.more-than-eight':
      'På mindst én af nætterne er der over otte kvinder i en afdeling med skærmede pladser: flere end den vejledende grænse.',
    // No
    oneReason: 'Falder dette væk, kan hun komme:',
    anyReason: 'Det er nok, at én af disse ting falder væk, så kan hun komme:',
    allReasons: 'Hun kan først komme, når alt dette er faldet væk:',
    oneReasonStands: 'Bliver dette anderledes, kan hun komme, men som afdelingen er nu, hjælper det ikke at vente:',
    anyReasonStands: 'Det er nok, at én af disse ting bliver anderledes, men at vente er ikke nok:',
    allReasonsStand: 'Alt dette står i vejen, og som afdelingen er nu, hjælper det ikke at vente:',
    allReasonsSomeStand: 'Alt dette står i vejen, og noget af det falder ikke væk med tiden:',
    stands: 'Det falder ikke væk med tiden.',
    'need.nowhere': 'Ingen plads i afdelingen har {property}.',
    'need.apart': 'Ingen plads har {property} sammen med resten af det, hun har brug for.',
    'need.not-then': 'Hun har brug for {property}, og som det er nu, kan hun ikke få de pladser, der har det.',
    'needThen.nowhere': 'Hun har brug for {property} {period}, og ingen plads i afdelingen har det.',
    'needThen.apart': 'Hun har brug for {property} {period}, og ingen plads har det sammen med resten af det, hun har brug for de nætter.',
    'needThen.not-then':
      'Hun har brug for {property} {period}, og som det er nu, kan de pladser, der har det, ikke blive en del af opholdet de nætter.',
    noPlaces: 'Afdelingen har ingen pladser.',
    fullAll: 'Fuldt {period}: ingen plads kan blive ledig, heller ikke når andre flytter.',
    full: 'Fuldt {period}: ingen plads med {properties} kan blive ledig, heller ikke når andre flytter.',
    fullAllWhile: 'Fuldt {period}, så længe det andet her står: ingen anden plads kan blive ledig, heller ikke når andre flytter.',
    fullWhile:
      'Fuldt {period}, så længe det andet her står: ingen anden plads med {properties} kan blive ledig, heller ikke når andre flytter.',
    fullJoint: 'Nætterne {period} kan ikke dækkes sammen med resten af opholdet, heller ikke når andre flytter.',
    fullJointWhile:
      'Nætterne {period} kan ikke dækkes sammen med resten af opholdet, så længe det andet her står, heller ikke når andre flytter.',
    held: '{place} holdes for en anden til {time}.',
    closedPlace: '{place} er lukket {period}: {reason}.',
    elsewhereNone: 'Som det er nu, kan ingen anden plads i afdelingen tage hende de nætter.',
    elsewhereSome: 'Afdelingen har plads til hende de nætter, men ikke sammen med resten af opholdet.',
    closedUnit: 'Afdelingen er lukket {period}: {reason}.',
    notOpen: 'Afdelingen er ikke åben {period}.',
    leadTime: '{place} åbnes efter behov og kan tidligst være åben {day}.',
    staffing: 'Bemandingen rækker til {women, plural, one {# kvinde} other {# kvinder}} ad gangen og er fuldt brugt {period}.',
    'admission.youngest': 'Afdelingen modtager kvinder, der er fyldt {limit} år.',
    'admission.oldest': 'Afdelingen modtager kvinder til og med {limit} år.',
    'admission.womenOnly': 'Kun kvinder bor i afdelingen, så en mand kan ikke bo med som partner.',
    'admission.mostChildren': '{limit, plural, =0 {Børn kan ikke bo med.} one {Højst # barn kan bo med.} other {Højst # børn kan bo med.}}',
    'admission.oldestChild': 'Børn, der bor med, må højst være {limit} år.',
    unexplained: 'Hvad der står i vejen, blev ikke afgjort i tide. Ring til afdelingen.',
    nextUndecided: 'Den næste mulige dag blev ikke afgjort i tide.',
  },
  {
    canComeWithMoves:
      'Can come on {day}{hers, plural, =0 {} one {, moving once} other {, moving # times}}{others, plural, =0 {} one {, if # reservation is moved} other {, if # reservations are moved}}',
    herParts: '{moves, plural, one {She moves once} other {She moves # times}}: {parts}.',
    partFirst: '{place} until {to}',
    partNext: 'then {place} until {to}',
    partLast: 'then {place}',
    othersMove: '{count, plural, one {# reservation is} other {# reservations are}} moved before she has a place:',
    fewestUndecided: 'Whether it can be done with fewer moves was not decided in time.',
    undecided: 'Not decided for {day}',
    undecidedWhy: 'Whether she can have a place was not decided in time. Call the unit.',
    'ask.age-unknown':
      'Her age is not given, and {count, plural, one {one unit has} other {# units have}} age limits. Write it under “Who comes”.',
    'ask.partner-unknown':
      'The sex of the partner is not given, and only women live in {count, plural, one {one unit} other {# units}}. Write it under “Who comes”.',
    'warning.age-unknown': 'The unit has age limits, and her age is not given: write it, or ask the unit.',
    'warning.partner-unknown': 'Only women live in the unit, and the sex of the partner is not given.',
    'warning.more-than-eight':
      'On at least one of the nights there are more than eight women in a unit with shielded places: more than the guideline.',
    oneReason: 'When this falls away, she can come:',
    anyReason: 'It is enough that one of these things falls away; then she can come:',
    allReasons: 'She can come only when all of these things have fallen away:',
    oneReasonStands: 'If this becomes different, she can come, but as the unit is now, waiting does not help:',
    anyReasonStands: 'It is enough that one of these things becomes different, but waiting is not enough:',
    allReasonsStand: 'All of these things are in the way, and as the unit is now, waiting does not help:',
    allReasonsSomeStand: 'All of these things are in the way, and time does not remove some of them:',
    stands: 'Time does not remove it.',
    'need.nowhere': 'No place in the unit has {property}.',
    'need.apart': 'No place has {property} together with the rest of what she needs.',
    'need.not-then': 'She needs {property}, and as it is now, she cannot have the places that have it.',
    'needThen.nowhere': 'She needs {property} {period}, and no place in the unit has it.',
    'needThen.apart': 'She needs {property} {period}, and no place has it together with the rest of what she needs on those nights.',
    'needThen.not-then':
      'She needs {property} {period}, and as it is now, the places that have it cannot become part of the stay on those nights.',
    noPlaces: 'The unit has no places.',
    fullAll: 'Full {period}: no place can be freed, not even when others move.',
    full: 'Full {period}: no place with {properties} can be freed, not even when others move.',
    fullAllWhile: 'Full {period} as long as the rest of this stands: no other place can be freed, not even when others move.',
    fullWhile:
      'Full {period} as long as the rest of this stands: no other place with {properties} can be freed, not even when others move.',
    fullJoint: 'The nights {period} cannot be covered together with the rest of the stay, not even when others move.',
    fullJointWhile:
      'The nights {period} cannot be covered together with the rest of the stay as long as the rest of this stands, not even when others move.',
    held: '{place} is held for someone else until {time}.',
    closedPlace: '{place} is closed {period}: {reason}.',
    elsewhereNone: 'As it is now, no other place in the unit can take her on those nights.',
    elsewhereSome: 'The unit has a place for her on those nights, but not together with the rest of her stay.',
    closedUnit: 'The unit is closed {period}: {reason}.',
    notOpen: 'The unit is not open {period}.',
    leadTime: '{place} is opened by need and can be open on {day} at the earliest.',
    staffing: 'The staffing is enough for {women, plural, one {# woman} other {# women}} at a time and is used in full {period}.',
    'admission.youngest': 'The unit receives women who are {limit} or older.',
    'admission.oldest': 'The unit receives women up to the age of {limit}.',
    'admission.womenOnly': 'Only women live in the unit, so a man cannot stay as a partner.',
    'admission.mostChildren':
      '{limit, plural, =0 {Children cannot stay.} one {At most # child can stay.} other {At most # children can stay.}}',
    'admission.oldestChild': 'Children who stay may be {limit} at most.',
    unexplained: 'What stands in the way was not decided in time. Call the unit.',
    nextUndecided: 'The next possible day was not decided in time.',
  },
);
