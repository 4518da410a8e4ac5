/** The texts of a unit's own figures, in both languages. */
import { catalogue } from '../ui/language.ts';

export const unitFiguresTexts = catalogue(
  {
    link: 'Tal for afdelingen',
    title: 'Tal for {unit}',
    lead: 'I {year} til og med {day}: {admissions, plural, =0 {ingen indskrivninger} one {én indskrivning} other {# indskrivninger}}, {refusals, plural, =0 {ingen afslag på pladser} one {ét afslag på en plads} other {# afslag på pladser}}, og {filling}.',
    filled: '{nights} af {places} pladsnætter er brugt ({percent} %)',
    noPlaces: 'ingen pladsnætter endnu',
    internal:
      'Arbejdstal, ikke til udgivelse. Små tal står, som de er, og må ikke gives videre: en kvinde kan genkendes i dem. Andre end jer får ingen tal delt efter afdeling undtagen styrelsen, sekretariater og kommuner for det, der er deres.',
    asOf: 'Opgjort {at}. Hvert år er kalenderåret; {year} er til opgørelsens dag.',
    occupancy: 'Hvor meget bliver pladserne brugt?',
    admissions: 'Hvor mange kommer?',
    endings: 'Hvor bliver det ikke til et ophold?',
    waits: 'Hvor længe har de ventet, og hvor langt er de?',
    figure: 'Opgørelse',
    women: 'Kvinder, som volumenkriteriet tæller',
    atLeast: 'mindst {women}',
    volume:
      'Screeningsmodellen («{edition}») spørger til mindst {atLeast} kvinder om året. I {year} har der indtil nu boet {women, plural, =0 {ingen kvinder} one {én kvinde} other {# kvinder}} i afdelingen: {enough, select, true {det er nok} other {det er endnu ikke nok}}.',
    volumeHow:
      'Kriteriet tæller kvinder, der boede i afdelingen i året, hver én gang; en indskrivning tælles hver gang. «Mindst» står ved år, hvor opholdene ikke er skrevet i Samløb fra årets begyndelse.',
    toQualification: 'Se hele kvalifikationen',
    endingsSays:
      'Et afslag er jeres nej til en plads, der var holdt, tilbudt eller bekræftet; det er også med blandt reservationerne, der ikke blev til ophold. Nej til kvinder, der står på ventelisten, er ikke talt med her.',
    waitsSays:
      'Ventetiden er fra behovet for døgn blev vurderet, for dem der er indskrevet i afdelingen; året er behovets. Kom hun først til et andet døgntilbud, er ventetiden til det. Graviditetsugen er den, hun var i, da hun kom her.',
    week: 'uge {weeks}',
    time: '{weeks, plural, =0 {} one {# uge og } other {# uger og }}{days, plural, one {# dag} other {# dage}}',
    of: 'af {cases}',
    none: '–',
    noneWhy: '– betyder, at der ikke er noget at måle i året.',
    definitions: 'Sådan er det talt',
    edition: 'Udgave {edition}. Kilde: {source}.',
    editionAlone: 'Udgave {edition}.',
    fileOf: 'Opgjort',
    fileWarningIs: 'Vigtigt',
  },
  {
    link: 'Figures of the unit',
    title: 'Figures of {unit}',
    lead: 'In {year} up to and with {day}: {admissions, plural, =0 {no admissions} one {one admission} other {# admissions}}, {refusals, plural, =0 {no refusals of places} one {one refusal of a place} other {# refusals of places}}, and {filling}.',
    filled: '{nights} of {places} place-nights are used ({percent} %)',
    noPlaces: 'no place-nights yet',
    internal:
      'Working numbers, not for release. Small counts are shown as they are and must not be passed on: a woman can be recognised in them. Nobody but you is given numbers divided by unit, except the agency, and secretariats and municipalities for what is theirs.',
    asOf: 'As of {at}. Each year is the calendar year; {year} is up to that day.',
    occupancy: 'How much are the places used?',
    admissions: 'How many come?',
    endings: 'Where does it not become a stay?',
    waits: 'How long have they waited, and how far are they?',
    figure: 'Figure',
    women: 'Women whom the volume criterion counts',
    atLeast: 'at least {women}',
    volume:
      'The screening model (“{edition}”) asks for at least {atLeast} women a year. In {year} so far {women, plural, =0 {no women have} one {one woman has} other {# women have}} lived in the unit: {enough, select, true {that is enough} other {that is not enough yet}}.',
    volumeHow:
      'The criterion counts women who lived in the unit in the year, each once; an admission is counted every time. “At least” stands by years whose stays are not written in Samløb from the beginning of the year.',
    toQualification: 'See the whole qualification',
    endingsSays:
      'A refusal is your no to a place that was held, offered or confirmed; it is also among the reservations that did not become a stay. Noes to women who stand on the waiting list are not counted here.',
    waitsSays:
      'The wait is from the day the need for residential care was assessed, for those admitted to the unit; the year is that of the need. If she first came to another unit, the wait ends there. The week of pregnancy is the one she was in when she came here.',
    week: 'week {weeks}',
    time: '{weeks, plural, =0 {} one {# week and } other {# weeks and }}{days, plural, one {# day} other {# days}}',
    of: 'of {cases}',
    none: '–',
    noneWhy: '– means that there is nothing to measure in the year.',
    definitions: 'How it is counted',
    edition: 'Edition {edition}. Source: {source}.',
    editionAlone: 'Edition {edition}.',
    fileOf: 'As of',
    fileWarningIs: 'Important',
  },
);
