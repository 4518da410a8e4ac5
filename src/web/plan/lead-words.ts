/** The sentences of the first answer: whether there are women enough for the units, and room enough for the women; none says what another has said. */
import { catalogue } from '../ui/language.ts';

/** What «med 8 pladser i hvert afsnit» is in each way of counting. */
const danishPlaces =
  '{places, plural, one {# plads} other {# pladser}} {of, select, all {i alt} other {{units, plural, one {i afsnittet} other {i hvert afsnit}}}}';
const englishPlaces =
  '{places, plural, one {# place} other {# places}} {of, select, all {in all} other {{units, plural, one {in the unit} other {in each unit}}}}';
const danishUnits = '{units, plural, one {forslagets ene afsnit} other {forslagets # afsnit}}';
const englishUnits = '{units, plural, one {the one unit} other {the # units}} of the proposal';

/** Women enough is worked out as if they were shared equally; where there is more than one unit, the sentence says so. */
const danishEqually = '{units, plural, one {} other {, hvis kvinderne deles lige}}';
const danishEquallyAnd = '{units, plural, one {} other {kvinderne deles lige, og }}';
const englishEqually = '{units, plural, one {} other { if the women are shared equally}}';
const englishEquallyAnd = '{units, plural, one {} other {the women are shared equally and }}';

export const leadWords = catalogue(
  {
    of: '{women} ({who})',
    all: `Ja, under alle skøn er der kvinder nok til ${danishUnits}${danishEqually}.`,
    allShort: `Under alle skøn er der kvinder nok til ${danishUnits}${danishEqually}.`,
    none: `Nej, under intet af skønnene er der kvinder nok til ${danishUnits}.`,
    one: `Ja, der er kvinder nok til ${danishUnits}${danishEqually}.`,
    oneShort: `Der er kvinder nok til ${danishUnits}${danishEqually}.`,
    oneNot: `Nej, der er ikke kvinder nok til ${danishUnits}.`,
    mixed: 'Det kommer an på behovet: {clauses}.',
    whole: `ved {women} kvinder om året er der kvinder nok til ${danishUnits}${danishEqually}`,
    upper: `ved {women} kvinder om året er der kun kvinder nok til ${danishUnits} med de højere tal${danishEqually}`,
    upperAfter: 'ved {women} kun med de højere tal',
    no: 'ved {women} er der ikke',
    short: 'Men der er for lidt plads ved {women} kvinder om året.',
    base: `Der er regnet med ${danishPlaces}.`,
    baseDeclined: `Der er regnet med ${danishPlaces} og med, at {no} siger nej til en plads. Resten af svaret gælder dem, der siger ja.`,
    each: '{women} kvinder om året ({who}): {parts}.',
    'part.whole': 'kvinder nok',
    'part.upper': 'kvinder nok, hvis der kommer mindst {needed}',
    'part.no': 'ikke kvinder nok{enough, plural, =0 {} other {, kun til {enoughText} afsnit}}',
    'part.nearest':
      'men kommer de til det nærmeste afsnit med plads, får det afsnit, der får færrest, kun tre eller flere indskrivninger i {three} af årene',
    'part.short': 'der er kun plads til {admitted} af {yes, select, some {dem, der siger ja} other {dem}}{wait}',
    'part.outside': '{never} {yes, select, some {af dem, der siger ja,} other {af dem}} kommer aldrig ind{wait}',
    'part.nearly': 'næsten alle{yes, select, some {, der siger ja,} other {}} kommer ind{wait}',
    'part.full': '{taken} åbne pladser er optaget',
    'part.far': 'rejsen i bil er {minutes} hver vej i gennemsnit',
    weeks: ' og mister i gennemsnit højst {weeks} uger af graviditeten, mens de venter',
    weeksOfAdmitted: ', og de, der kommer ind, mister i gennemsnit {weeks} uger af graviditeten, mens de venter',
    noWait: ', næsten uden ventetid',
    declinedOf: '{declined} af {women} kvinder om året',
    'in.declined': '{no} siger nej til en plads: {each}.',
    'verdict.whole': `Der er kvinder nok til ${danishUnits}${danishEqually}{room, select, short {, men der er kun plads til {admitted} af dem{yes, select, some {, der siger ja} other {}}} other {}}.`,
    'verdict.upper': `Der er kun kvinder nok til ${danishUnits}, hvis ${danishEquallyAnd}der kommer mindst {needed} om året. Kommer der {least}, er der {enough, plural, =0 {ikke nok til noget afsnit} other {nok til #}}.`,
    'verdict.no': `Der er ikke kvinder nok til ${danishUnits}{enough, plural, =0 {} other {, kun til {enoughText}}}.`,
    'tag.whole': 'kvinder nok',
    'tag.short': 'kvinder nok, men for lidt plads',
    'tag.upper': 'kvinder nok ved de højere tal',
    'tag.no': 'ikke kvinder nok',
    'unit.one': 'Afsnittet får {mean} indskrivninger om året i gennemsnit og når tre i {three} af årene.',
    'unit.fewest':
      'Kommer kvinderne til det nærmeste afsnit med plads, får {site} færrest: {mean} indskrivninger om året i gennemsnit, og tre eller flere i {three} af årene.',
    'unit.fewestChanging':
      'Kommer kvinderne til det nærmeste afsnit med plads, får det afsnit, der får færrest, {mean} indskrivninger om året i gennemsnit, og tre eller flere i {three} af årene; hvilket afsnit det er, skifter inden for skønnet.',
    'unit.most': '{site} får flest: {mean} om året, og tre eller flere i {three} af årene.',
    'unit.mostChanging':
      'Det afsnit, der får flest, får {mean} om året, og tre eller flere i {three} af årene; hvilket afsnit det er, skifter inden for skønnet.',
    'row.never': 'Kommer aldrig ind{yes, select, some {, af dem, der siger ja} other {}}',
    'row.declined': 'Siger nej til en plads ({no}), kvinder om året',
    'picture.never': 'Kommer aldrig ind, % af {yes, select, some {dem, der siger ja} other {kvinderne}}',
    'said.never': 'Kommer aldrig ind{yes, select, some {, af dem, der siger ja} other {}}: {list}.',
    'in.all': '{yes, select, some {Alle, der siger ja, kommer ind; de} other {Alle kommer ind; de}}',
    'in.nearly': 'Under 1 % af {yes, select, some {dem, der siger ja,} other {kvinderne}} kommer aldrig ind; de andre',
    'in.some': '{never} af {yes, select, some {dem, der siger ja,} other {kvinderne}} kommer aldrig ind; de andre',
    'open.end':
      'Andelen, der aldrig kommer ind, er af {yes, select, some {dem, der siger ja,} other {alle, der kommer}} i de {years} år. Den, der stadig venter, når årene er gået, er ikke talt med i den og heller ikke blandt indskrivningerne. Derfor er indskrivningerne færre end andelen, som der er plads til.',
    'lost.none': '{who} venter næsten ikke.',
    'lost.some': '{who} mister i gennemsnit {weeks} uger af graviditeten, mens de venter.',
    'in.nobody': 'Ingen kommer ind.',
    taken: 'I gennemsnit er {taken} åbne pladser optaget.',
  },
  {
    of: '{women} ({who})',
    all: `Yes, under all estimates there are women enough for ${englishUnits}${englishEqually}.`,
    allShort: `Under all estimates there are women enough for ${englishUnits}${englishEqually}.`,
    none: `No, under none of the estimates are there women enough for ${englishUnits}.`,
    one: `Yes, there are women enough for ${englishUnits}${englishEqually}.`,
    oneShort: `There are women enough for ${englishUnits}${englishEqually}.`,
    oneNot: `No, there are not women enough for ${englishUnits}.`,
    mixed: 'It depends on the need: {clauses}.',
    whole: `at {women} women a year there are women enough for ${englishUnits}${englishEqually}`,
    upper: `at {women} women a year there are women enough for ${englishUnits} at the higher numbers only${englishEqually}`,
    upperAfter: 'at {women} at the higher numbers only',
    no: 'at {women} there are not',
    short: 'But there is too little room at {women} women a year.',
    base: `It is reckoned with ${englishPlaces}.`,
    baseDeclined: `It is reckoned with ${englishPlaces}, and that {no} decline a place. The rest of the answer is of those who accept.`,
    each: '{women} women a year ({who}): {parts}.',
    'part.whole': 'women enough',
    'part.upper': 'women enough if at least {needed} come',
    'part.no': 'not women enough{enough, plural, =0 {} one {, only for {enoughText} unit} other {, only for {enoughText} units}}',
    'part.nearest':
      'but if they come to the nearest unit with room, the one with the fewest gets three admissions or more in only {three} of the years',
    'part.short': 'there is only room for {admitted} of {yes, select, some {those who accept} other {them}}{wait}',
    'part.outside': '{never} of {yes, select, some {those who accept} other {them}} are never admitted{wait}',
    'part.nearly': 'nearly everybody{yes, select, some { who accepts} other {}} is admitted{wait}',
    'part.full': '{taken} open places are taken',
    'part.far': 'the journey by car is {minutes} each way on average',
    weeks: ' and loses at most {weeks} weeks of the pregnancy on average while waiting',
    weeksOfAdmitted: ', and those who are admitted lose {weeks} weeks of the pregnancy on average while they wait',
    noWait: ' and hardly waits',
    declinedOf: '{declined} of {women} women a year',
    'in.declined': '{no} decline a place: {each}.',
    'verdict.whole': `There are women enough for ${englishUnits}${englishEqually}{room, select, short {, but there is only room for {admitted} of {yes, select, some {those who accept} other {them}}} other {}}.`,
    'verdict.upper': `There are women enough for ${englishUnits} only if ${englishEquallyAnd}at least {needed} come a year. If {least} come, there are {enough, plural, =0 {not enough for any unit} other {enough for #}}.`,
    'verdict.no': `There are not women enough for ${englishUnits}{enough, plural, =0 {} other {, only for {enoughText}}}.`,
    'tag.whole': 'women enough',
    'tag.short': 'women enough, but too little room',
    'tag.upper': 'women enough at the higher numbers',
    'tag.no': 'not women enough',
    'unit.one': 'The unit gets {mean} admissions a year on average and reaches three in {three} of the years.',
    'unit.fewest':
      'If the women come to the nearest unit with room, {site} gets the fewest: {mean} admissions a year on average, and three or more in {three} of the years.',
    'unit.fewestChanging':
      'If the women come to the nearest unit with room, the unit with the fewest gets {mean} admissions a year on average, and three or more in {three} of the years; which unit that is changes within the estimate.',
    'unit.most': '{site} gets the most: {mean} a year, and three or more in {three} of the years.',
    'unit.mostChanging':
      'The unit with the most gets {mean} a year, and three or more in {three} of the years; which unit that is changes within the estimate.',
    'row.never': 'Never come in{yes, select, some {, of those who accept} other {}}',
    'row.declined': 'Decline a place ({no}), women a year',
    'picture.never': 'Never come in, % of {yes, select, some {those who accept} other {the women}}',
    'said.never': 'Never come in{yes, select, some {, of those who accept} other {}}: {list}.',
    'in.all': '{yes, select, some {All who accept come in; they} other {All come in; they}}',
    'in.nearly': 'Under 1 % of {yes, select, some {those who accept} other {the women}} never come in; the others',
    'in.some': '{never} of {yes, select, some {those who accept} other {the women}} never come in; the others',
    'open.end':
      'The share never admitted is of {yes, select, some {those who accept} other {all who come}} in the {years} years. Who still waits when the years are over is not counted in it, nor among the admissions. So the admissions are fewer than the share that there is room for.',
    'lost.none': '{who} hardly wait.',
    'lost.some': '{who} lose {weeks} weeks of the pregnancy on average while they wait.',
    'in.nobody': 'Nobody is admitted.',
    taken: 'On average {taken} open places are taken.',
  },
);
