/** The words of what may be said of a year: few sentences, put together from the number's own definition and its source. */
import { catalogue } from '../ui/language.ts';

export const yearTexts = catalogue(
  {
    title: 'Hvad kan jeg sige om et år?',
    lead: 'For hvert år: hvilket tal du kan citere, hvordan det er lavet, hvor det står, og hvad det ikke må stilles op imod. Sætningerne er sat sammen af de offentliggjorte tal, der gælder i dag, og ændrer sig, når et dokument kommer til eller udgår.',
    which:
      'Spørgsmålet er, hvor mange der fik eller har behov for døgnbehandling. Et tal for, hvem kommunen traf afgørelse for, går forud for dem, der kom på døgnophold, og de går forud for et skøn over behovet.',
    none: 'Ingen af de offentliggjorte tal svarer for et enkelt år.',
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
    'length.several': '{years, plural, =2 {to år} other {# år}} under ét, så tidsrummene er ikke lige lange',
    'length.rate': '; i gennemsnit {rate} om året',
    'how.count': 'talt ved {way}',
    'how.model': 'beregnet med en model',
    'how.expert-range': 'som er et skøn og ikke en tælling',
    'how.lower-bound': 'talt ved {way}, og det er mindst så mange',
    'how.share': 'en andel',
    otherwise: ' Om det samme skriver andre dokumenter {list}.',
    add: ' Læg det ikke sammen med {list}: de samme kvinder kan være talt med der.',
    compare: ' Sammenlign det ikke med {list}: der tælles noget andet.',
    soSay: 'Sådan kan du citere det:',
    toYears: 'Alle år',
    why: 'Hvorfor ikke?',
    silent: 'År uden et tal, du kan citere',
    'silent.not-over': 'Året er ikke slut, og ingen har offentliggjort et tal om det endnu.',
    'silent.nothing': 'Ingen har offentliggjort et tal om året.',
    'silent.something-else': 'De tal, der er offentliggjort om året, svarer ikke på spørgsmålet for hele landet: {list}.',
    callPublished: 'Udmeldingens egne tal for {year} er udgivet: de må citeres, som de står i {list}.',
    callTogether:
      'Udmeldingens egne tal er kun udgivet for årene {years} under ét: summen må citeres, som den står i {list}. For {year} alene er intet udgivet, og det, der kan ses, er en kladde, som ikke må citeres.',
    callHidden:
      'I {list} er alle udmeldingens tal for {year} skjult: det, der kan ses af dem andre steder i systemet, er en kladde, som ikke må citeres.',
    callDraft:
      'Udmeldingens egne tal for {year} er ikke udgivet: det, der kan ses af dem, er en kladde, som kan ændre sig og ikke må citeres.',
    release: 'udgivelse {id}',
  },
  {
    title: 'What can I say of a year?',
    lead: 'For each year: which number you can quote, how it was made, where it stands, and what it must not be set against. The sentences are put together from the published numbers in force today, and change when a document is added or withdrawn.',
    which:
      'The question is how many got or need residential treatment. A number of those a municipality decided for comes before those who came to a residential stay, and both before a judgement of the need.',
    none: 'None of the published numbers answers for a single year.',
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
    'length.several': '{years, plural, =2 {two years} other {# years}} together, so the periods are not equally long',
    'length.rate': '; {rate} a year on average',
    'how.count': 'counted by {way}',
    'how.model': 'worked out with a model',
    'how.expert-range': 'which is a judgement and not a count',
    'how.lower-bound': 'counted by {way}, and it is at least so many',
    'how.share': 'a share',
    otherwise: ' Of the same other documents write {list}.',
    add: ' Do not add it to {list}: the same women can be counted there.',
    compare: ' Do not compare it with {list}: something else is counted there.',
    soSay: 'So you can quote it:',
    toYears: 'All years',
    why: 'Why not?',
    silent: 'Years without a number you can quote',
    'silent.not-over': 'The year is not over, and nobody has published a number of it yet.',
    'silent.nothing': 'Nobody has published a number of the year.',
    'silent.something-else': 'The numbers published of the year do not answer the question for the whole country: {list}.',
    callPublished: 'The call’s own numbers of {year} are published: they may be quoted as they stand in {list}.',
    callTogether:
      'The call’s own numbers are published only for the years {years} together: the sum may be quoted as it stands in {list}. Nothing is published of {year} alone, and what can be seen of it is a draft, which must not be quoted.',
    callHidden:
      'All the call’s numbers of {year} are hidden in {list}: what can be seen of them elsewhere in the system is a draft, which must not be quoted.',
    callDraft:
      'The call’s own numbers of {year} are not published: what can be seen of them is a draft, which can change and must not be quoted.',
    release: 'release {id}',
  },
);
