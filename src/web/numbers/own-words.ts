/** What the page of a secretariat's or a municipality's own numbers says. */
export const ownDanish = {
  title: 'Vores tal',
  lead: 'Det, der er registreret i forløbene for {place}. I {year} er der talt til og med {day}; {lastYear} er hele året.',
  internal:
    'Tallene er til jeres eget arbejde. Små tal står, som de er, og må ikke gives videre: en kvinde kan genkendes i dem. Det, der skal ud af huset, laves beskyttet under udmeldingen.',
  none: 'Siden er for et sekretariat eller en kommune, som har egne tal.',
  ended: '{place} findes ikke efter {day}. Tallene for det, der var regionens, står hos den region, den er blevet en del af.',
  treatment: 'Hvor mange har fået en afgørelse om behandling?',
  treatmentSays:
    'I {year} er der truffet afgørelse om behandling til {any}, heraf {residential} om døgn. Hele {lastYear} var det {anyBefore}, heraf {residentialBefore} om døgn.',
  acceptance: 'Siger de ja til døgn?',
  acceptanceSays:
    'Af {need} med vurderet behov for døgn i {year} har {offered} fået det tilbudt, {accepted} har sagt ja, og {admitted} er kommet.',
  waits: 'Hvor længe venter de?',
  waitsSays: 'I {year} gik der i gennemsnit {wait} fra behovet for døgn blev vurderet, til hun kom.',
  waitsNone: 'Af dem, hvis behov blev vurderet i {year}, er ingen kommet.',
  days: '{days, plural, one {én dag} other {# dage}}',
  women: '{count, plural, =0 {ingen kvinder} =1 {én kvinde} other {# kvinder}}',
  compare: 'Hvad må tallene sammenlignes med?',
  compareSays:
    'Hele landets tal {years} ({country}) tæller det samme, men jeres er en del af det: det kan kun sige, hvor stor en del af landet I er. Tallene må ikke sammenlignes med de 83 på døgnophold for familier eller de 80–100, der er skønnet at have behov.',
  compareRegion:
    'Afgørelser om døgn må sammenlignes med de tal, der er trykt for {place} {years} ({region}) i dokumenter, som alle kan læse, fordi de tæller det samme. I det, Samløb udgiver, kan de samme tal være skjult eller afrundet.',
  compareNone: 'Der er ikke trykt tal for {place}, som afgørelser om døgn må sammenlignes med.',
  ofOne: 'Det er kun én kvinde.',
  ofWomen: 'Det er {count} kvinder.',
  weeks: 'uge {weeks}',
  time: '{weeks, plural, =0 {} one {# uge og } other {# uger og }}{days, plural, one {# dag} other {# dage}}',
  yearsDiffer:
    'Årene er ikke de samme: vejen fra behov til ankomst følger året, hvor behovet blev vurderet, og graviditetsugen ved indskrivning følger året, hvor hun kom.',
  cameOtherwise:
    'Graviditetsugen ved indskrivning i {year} er af {cases, plural, one {ét forløb} other {# forløb}}, hvor hun kom i {year}. «Kom i døgn» siger {count}, fordi den kun tæller dem, hvis behov også blev vurderet i {year}.',
  restsOn: 'af {cases, plural, one {ét forløb} other {# forløb}}',
  compareLink: 'Se, hvad der må sammenlignes',
  call: 'Brug tallene i udmeldingen',
  callSays: 'Kommunernes svar til den centrale udmelding, rapporten for området og det, der offentliggøres, ligger under udmeldingen.',
  callLink: 'Gå til udmeldinger',
  'unit.women': 'kvinder',
  'unit.pathways': 'forløb',
  'unit.facts': 'gange',
  'unit.days': 'dage',
  'unit.weeks': 'graviditetsuger',
  'unit.minutes': 'minutter',
  'unit.nights': 'nætter',
  'unit.percent': 'procent',
  figure: 'Opgørelse',
  definitionOf: 'Sådan er det talt',
  acceptanceNone: 'I {year} er der ikke vurderet behov for døgn hos nogen.',
} as const;

export const ownEnglish: Readonly<Record<keyof typeof ownDanish, string>> = {
  title: 'Our numbers',
  lead: 'What is registered in the pathways of {place}. In {year} it is counted up to {day}; {lastYear} is the whole year.',
  internal:
    'The numbers are for your own work. Small counts stand as they are and must not be passed on: a woman may be recognised in them. What leaves the house is made protected under the call.',
  none: 'The page is for a secretariat or a municipality that has numbers of its own.',
  ended: '{place} is no more after {day}. The numbers of what was the region’s are with the region it has become a part of.',
  treatment: 'How many have got a decision on treatment?',
  treatmentSays:
    'In {year} treatment has been decided for {any}, of these {residential} residential. In the whole of {lastYear} it was {anyBefore}, of these {residentialBefore} residential.',
  acceptance: 'Do they say yes to residence?',
  acceptanceSays:
    'Of {need} with an assessed need of residence in {year}, {offered} have been offered it, {accepted} have said yes, and {admitted} have come.',
  waits: 'How long do they wait?',
  waitsSays: 'In {year} it took {wait} on average from the need of residence was assessed until she came.',
  waitsNone: 'Of those whose need was assessed in {year} nobody has come.',
  days: '{days, plural, one {one day} other {# days}}',
  women: '{count, plural, =0 {no women} =1 {one woman} other {# women}}',
  compare: 'What may the numbers be compared with?',
  compareSays:
    'The numbers of the whole country {years} ({country}) count the same, but yours are a part of them: they can only say how large a part of the country you are. Your numbers must not be compared with the 83 in residential family stays or the 80–100 judged to have the need.',
  compareRegion:
    'Decisions on residence may be compared with what is printed for {place} {years} ({region}) in documents that all can read, because they count the same. In what Samløb releases the same numbers may be hidden or rounded.',
  compareNone: 'Nothing is printed for {place} that decisions on residence may be compared with.',
  ofOne: 'That is one woman only.',
  ofWomen: 'That is {count} women.',
  weeks: 'week {weeks}',
  time: '{weeks, plural, =0 {} one {# week and } other {# weeks and }}{days, plural, one {# day} other {# days}}',
  yearsDiffer:
    'The years are not the same: the way from need to arrival follows the year when the need was assessed, and the week of pregnancy at admission follows the year when she came.',
  cameOtherwise:
    'The week of pregnancy at admission in {year} is of {cases, plural, one {one pathway} other {# pathways}} where she came in {year}. “Kom i døgn” says {count}, because it counts only those whose need was also assessed in {year}.',
  restsOn: 'of {cases, plural, one {one pathway} other {# pathways}}',
  compareLink: 'See what may be compared',
  call: 'Use the numbers in the call',
  callSays: 'The municipalities’ answers to the national call, the report of the area and what is published are found under the call.',
  callLink: 'Go to calls',
  'unit.women': 'women',
  'unit.pathways': 'pathways',
  'unit.facts': 'times',
  'unit.days': 'days',
  'unit.weeks': 'weeks of pregnancy',
  'unit.minutes': 'minutes',
  'unit.nights': 'nights',
  'unit.percent': 'per cent',
  figure: 'Figure',
  definitionOf: 'How it is counted',
  acceptanceNone: 'In {year} no need of residence has been assessed for anybody.',
};
