/** What the page of working numbers says: the counts as they are, for work in the house. */
import { catalogue } from '../ui/language.ts';

export const workingTexts = catalogue(
  {
    title: 'Arbejdstal: tallene, som de er',
    notForRelease: 'Kun til arbejdet i huset: ikke til udgivelse',
    notForReleaseText:
      'Her står alle tal, også dem fra 1 til {most, number}, der kan pege på enkelte kvinder. Intet herfra må siges, sendes eller skrives til andre. Det, der må ud, er det, der står i en udgivelse. At du har læst tallene, står i sporet.',
    small: 'Lille tal, fra 1 til {most, number}: det må aldrig ud, som det er.',
    smallSign: 'lille',
    region:
      'Du ser svarene fra {counted, plural, one {# kommune} other {# kommuner}} i din region. Landets sum står ikke her: du ser ikke alle dens tal.',
    country: 'Alle {counted, number} svar er talt med.',
    unanswered: '{count, plural, one {# kommune har ikke svaret og er} other {# kommuner har ikke svaret og er}} ikke med i summerne.',
    some: '{name}, {answered, number} af {asked, number} har svaret',
    fileCounted: 'Talt med',
    none: 'Der er ingen svar, du må se tal fra.',
    caption: 'Arbejdstal, ikke til udgivelse',
    show: 'Vis',
    cut: 'Del tabellen som den udgivelse, du arbejder på',
    check: 'Summerne er lagt sammen af svarene: en region er summen af de kommuner i den, der har svaret, og «i alt» er døgn og anden.',
    toReleases: 'Alle udgivelser og forhåndsvisninger',
    way: 'Se tallene, som de er',
    wayIs: 'Intet er udgivet, men du må selv læse tallene med deres summer, også de små, til dit eget arbejde. De må ikke gives videre.',
    beside: 'Læg tallene, som de er, ved siden af (kun til dit eget arbejde)',
    wayHeading: 'Tallene til dit eget arbejde',
    file: 'arbejdstal-intern',
    fileRead: 'Læs først',
    fileOf: 'Hentet',
    fileCall: 'Udmelding',
    sheet: 'Arbejdstal',
  },
  {
    title: 'Working numbers: the counts as they are',
    notForRelease: 'For work in the house alone: not for release',
    notForReleaseText:
      'All numbers stand here, also those from 1 to {most, number}, which can point at single women. Nothing here may be said, sent or written to others. What may leave is what stands in a release. That you have read the numbers stands in the trace.',
    small: 'Small number, from 1 to {most, number}: it must never leave as it is.',
    smallSign: 'small',
    region:
      'You see the answers of {counted, plural, one {# municipality} other {# municipalities}} in your region. The sum of the country does not stand here: you do not see all its numbers.',
    country: 'All {counted, number} answers are counted.',
    unanswered:
      '{count, plural, one {# municipality has not answered and is} other {# municipalities have not answered and are}} in no sum.',
    some: '{name}, {answered, number} of {asked, number} have answered',
    fileCounted: 'Counted',
    none: 'There are no answers whose numbers you may see.',
    caption: 'Working numbers, not for release',
    show: 'Show',
    cut: 'Divide the table as the release you are working on',
    check:
      'The sums are added up from the answers: a region is the sum of those of its municipalities that have answered, and “all” is residential and other.',
    toReleases: 'All releases and previews',
    way: 'See the numbers as they are',
    wayIs:
      'Nothing is released, but you may read the numbers with their sums yourself, the small ones too, for your own work. They must not be passed on.',
    beside: 'Lay the numbers as they are beside it (for your own work alone)',
    wayHeading: 'The numbers for your own work',
    file: 'working-numbers-internal',
    fileRead: 'Read first',
    fileOf: 'Downloaded',
    fileCall: 'Call',
    sheet: 'Working numbers',
  },
);
