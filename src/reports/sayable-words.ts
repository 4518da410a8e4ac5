/** The words of what may be said of a year: few sentences, put together from the number's own definition and its source. */
export const sayableDanish = {
  and: 'og',
  named: '{range} ({what})',
  namedYear: '{range} ({what}, {year})',
  namedLength: '{range} ({what}, {year}; {length})',
  sentence:
    'Om {year} kan du citere {range} {unit} i {place} ({event}) {period}, {how}. Kilden er {saidBy}: {source}.{otherwise}{add}{compare}',
  'when.calendar-year': 'i kalenderåret {years}',
  'when.calendar-years-each': 'i hvert af kalenderårene {years}',
  'when.calendar-years': 'i kalenderårene {years} under ét',
  'when.other': 'for {years}: {period}',
  'when.judged': '{period}, sagt om {years}',
  'when.days': ' ({days})',
  'when.noDays': ' (dokumentet nævner ingen datoer)',
  'length.one': 'ét år, så tidsrummene er ikke lige lange',
  'length.two': 'to år under ét, så tidsrummene er ikke lige lange',
  'length.several': '{years} år under ét, så tidsrummene er ikke lige lange',
  'length.rate': '; i gennemsnit {rate} om året',
  'how.count': 'talt ved {way}',
  'how.model': 'beregnet med en model',
  'how.expert-range': 'som er et skøn og ikke en tælling',
  'how.lower-bound': 'talt ved {way}, og det er mindst så mange',
  'how.share': 'en andel',
  otherwise: ' Om det samme skriver andre dokumenter {list}.',
  add: ' Læg det ikke sammen med {list}: de samme kvinder kan være talt med der.',
  compare: ' Sammenlign det ikke med {list}: der tælles noget andet.',
  'silent.not-over': 'Året er ikke slut, og ingen har offentliggjort et tal om det endnu.',
  'silent.nothing': 'Ingen har offentliggjort et tal om året.',
  'silent.something-else': 'De tal, der er offentliggjort om året, svarer ikke på spørgsmålet for {place}: {list}.',
  callPublished: 'Udmeldingens egne tal for {year} er udgivet: de må citeres, som de står i {list}.',
  callTogether:
    'Udmeldingens egne tal er kun udgivet for årene {years} under ét: summen må citeres, som den står i {list}. For {year} alene er intet udgivet, og det, der kan ses, er en kladde, som ikke må citeres.',
  callHidden:
    'I {list} er alle udmeldingens tal for {year} skjult: det, der kan ses af dem andre steder i systemet, er en kladde, som ikke må citeres.',
  callDraft:
    'Udmeldingens egne tal for {year} er ikke udgivet: det, der kan ses af dem, er en kladde, som kan ændre sig og ikke må citeres.',
  callMadeUp: 'Udmeldingens egne tal for {year} står i {list}, men må ikke citeres: svarene er opdigtet til prøveudgaven.',
  callUnseen:
    'Udmeldingens egne tal for {year} står i {list}, men citér dem ikke: i din rolle kan systemet ikke se, om svarene er opdigtet. Spørg regionens sekretariat.',
  release: 'udgivelse {id}',
  'question.any': 'visiteret til en behandlingsindsats, døgn eller ambulant',
  'question.residential': 'visiteret til døgnbehandling',
  'released.printed': 'Om {years} kan du citere {value} kvinder i {place} ({event}), {how}. Kilden er Samløb, {release}.{rounded}{alone}',
  'released.together': '{years} under ét',
  'released.rounded':
    ' Skriv, at tallet er afrundet: det er et helt antal gange {base} og kan ligge op til {reach} fra det rigtige. Et 0 kan være et lille tal.',
  'released.notAlone': ' Om {year} alene er der ikke udgivet et tal, du kan citere.',
  'released.made-up':
    'Om {year} må tallet for {place} ({event}) i {list} ikke citeres: svarene er opdigtet til prøveudgaven og er ikke oplysninger om virkelige kommuner.',
  'released.unseen':
    'Om {year} kan du ikke citere et tal for {place} ({event}): det står i {list}, men i din rolle kan systemet ikke se, om svarene er opdigtet. Spørg regionens sekretariat.',
  'released.hidden':
    'Om {year} kan du ikke citere et tal for {place} ({event}): det er skjult i {list}. Det, der kan ses internt, må ikke citeres.',
  'released.not-released':
    'Om {year} kan du ikke citere et tal for {place} ({event}): det er ikke udgivet. Det, der kan ses internt, må ikke citeres.',
  municipality:
    'Du kan ikke citere det som {name}s tal: kommunens egne tal citeres kun fra en udgivelse, hvor små tal er beskyttet, og der er ikke udgivet noget om det år.',
  unnamedMunicipality:
    'Du kan ikke citere det som en kommunes tal: dokumentet siger ikke, hvilken kommune det er. En enkelt kommunes tal citeres fra en udgivelse, hvor små tal er beskyttet.',
  clinic:
    'Du kan ikke citere det som et ambulatoriums tal: Samløb udgiver ingen tal for et enkelt ambulatorium, for i små tal kan en kvinde genkendes.',
} as const;

export const sayableEnglish: Readonly<Record<keyof typeof sayableDanish, string>> = {
  and: 'and',
  named: '{range} ({what})',
  namedYear: '{range} ({what}, {year})',
  namedLength: '{range} ({what}, {year}; {length})',
  sentence:
    'Of {year} you can quote {range} {unit} in {place} ({event}) {period}, {how}. The source is {saidBy}: {source}.{otherwise}{add}{compare}',
  'when.calendar-year': 'in the calendar year {years}',
  'when.calendar-years-each': 'in each of the calendar years {years}',
  'when.calendar-years': 'in the calendar years {years} together',
  'when.other': 'for {years}: {period}',
  'when.judged': '{period}, said of {years}',
  'when.days': ' ({days})',
  'when.noDays': ' (the document states no dates)',
  'length.one': 'one year, so the periods are not equally long',
  'length.two': 'two years together, so the periods are not equally long',
  'length.several': '{years} years together, so the periods are not equally long',
  'length.rate': '; {rate} a year on average',
  'how.count': 'counted by {way}',
  'how.model': 'worked out with a model',
  'how.expert-range': 'which is a judgement and not a count',
  'how.lower-bound': 'counted by {way}, and it is at least so many',
  'how.share': 'a share',
  otherwise: ' Of the same other documents write {list}.',
  add: ' Do not add it to {list}: the same women can be counted there.',
  compare: ' Do not compare it with {list}: something else is counted there.',
  'silent.not-over': 'The year is not over, and nobody has published a number of it yet.',
  'silent.nothing': 'Nobody has published a number of the year.',
  'silent.something-else': 'The numbers published of the year do not answer the question for {place}: {list}.',
  callPublished: 'The call’s own numbers of {year} are published: they may be quoted as they stand in {list}.',
  callTogether:
    'The call’s own numbers are published only for the years {years} together: the sum may be quoted as it stands in {list}. Nothing is published of {year} alone, and what can be seen of it is a draft, which must not be quoted.',
  callHidden:
    'All the call’s numbers of {year} are hidden in {list}: what can be seen of them elsewhere in the system is a draft, which must not be quoted.',
  callDraft:
    'The call’s own numbers of {year} are not published: what can be seen of them is a draft, which can change and must not be quoted.',
  callMadeUp: 'The call’s own numbers of {year} stand in {list}, but must not be quoted: the answers are made up for the trial version.',
  callUnseen:
    'The call’s own numbers of {year} stand in {list}, but do not quote them: in your role the system cannot see whether the answers are made up. Ask the region’s secretariat.',
  release: 'release {id}',
  'question.any': 'decided to a treatment, residential or not',
  'question.residential': 'decided to residential treatment',
  'released.printed':
    'Of {years} you can quote {value} women in {place} ({event}), {how}. The source is Samløb, {release}.{rounded}{alone}',
  'released.together': '{years} together',
  'released.rounded':
    ' Write that the number is rounded: it is a multiple of {base} and can lie up to {reach} from the true one. A 0 can be a small count.',
  'released.notAlone': ' Of {year} alone no number is released that you can quote.',
  'released.made-up':
    'Of {year} the number of {place} ({event}) in {list} must not be quoted: the answers are made up for the trial version and are no knowledge of real municipalities.',
  'released.unseen':
    'Of {year} you cannot quote a number of {place} ({event}): it stands in {list}, but in your role the system cannot see whether the answers are made up. Ask the region’s secretariat.',
  'released.hidden':
    'Of {year} you cannot quote a number of {place} ({event}): it is hidden in {list}. What can be seen internally must not be quoted.',
  'released.not-released':
    'Of {year} you cannot quote a number of {place} ({event}): it is not released. What can be seen internally must not be quoted.',
  municipality:
    'You cannot quote it as the number of {name}: a municipality’s own numbers are quoted only from a release, where small counts are protected, and nothing is released of that year.',
  unnamedMunicipality:
    'You cannot quote it as a municipality’s number: the document does not say which municipality it is. A single municipality’s number is quoted from a release, where small counts are protected.',
  clinic:
    'You cannot quote it as a clinic’s number: Samløb releases no numbers of a single clinic, for a woman can be recognised in small counts.',
};
