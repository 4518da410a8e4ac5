/** What the pages of releases say of what rounding does to small numbers, and of what a release means for the next one. */
import { catalogue } from '../ui/language.ts';

export const roundingTexts = catalogue(
  {
    advised:
      '{method} (anbefales, når tabellen skal vise, omtrent hvor mange der er i hele landet eller i en region. Anbefales ikke til at vise, hvor kvinderne kommer fra, udvikling over årene eller slags behandling, hvor tallene er små: et tal kan ligge op til {near} fra det rigtige, og op til {far}, hvor det nærmeste ville røbe for meget)',
    advisedHiding:
      '{method} (anbefales, når tabellen skal vise fordeling mellem steder, år eller slags behandling: de tal, der vises, er rigtige. Efter kommune bliver de fleste tal skjult; efter region vises flere)',
    title: 'Hvor meget flytter afrundingen tallene?',
    onlyHere:
      'Afsnittet er kun til dig: det viser de rigtige tal for de steder, hvis tal du må se. Det kommer ikke med, når tabellen udgives, og må ikke gives videre.',
    none: 'Ingen af tabellens tal hører til de steder, hvis tal du må se. Hvor meget de flytter sig, vises for dem, der må se dem.',
    total: 'Størst ændring af et tal for al behandling: {name} er {counted, number} og bliver til {printed, number}.',
    part: 'Størst ændring af et tal for én slags behandling: {name} er {counted, number} og bliver til {printed, number}.',
    turned:
      '{turned, plural, =0 {Ingen af {rows, number} rækker viser} one {# af {rows, number} rækker viser} other {# af {rows, number} rækker viser}} en stigning eller et fald over årene, som ikke er der.',
    worst: 'For eksempel {name}: {counted} bliver til {printed}.',
    exceeding:
      '{count, plural, =0 {Ingen dele er større end alt det, de er en del af.} one {# del er større end alt det, den er en del af} other {# dele er større end alt det, de er en del af}}',
    exceedingOne: 'For eksempel {name}: der vil stå {printed, number}, men i alt er de {whole, number}.',
    unfit: 'Afrundede tal kan ikke bruges til at vise udvikling eller fordeling, heller ikke mellem steder, i rækker med små tal.',
    'unfit.advice': 'Skal tabellen bruges til det, så {ways}.',
    'unfit.years': 'læg årene sammen',
    'unfit.treatments': 'læg behandlingerne sammen',
    'unfit.region': 'udgiv efter region',
    next: 'Hvad betyder det for den næste udgivelse?',
    'next.report.rounded':
      'Rapportens offentlige udgave er ikke udgivet endnu. Udgiver du denne tabel først, prøves rapporten sammen med den. Ville rapportens egne tal så røbe et skjult tal, trykker rapporten i stedet tallene fra {first}: afrundet, for alle år. Det kan ikke laves om.',
    'next.report.hidden':
      'Rapportens offentlige udgave er ikke udgivet endnu. Udgiver du denne tabel først, prøves rapporten sammen med den. Ville rapportens egne tal så røbe et skjult tal, trykker rapporten i stedet tallene fra {first}. Det kan ikke laves om.',
    'next.advice':
      'Vil I have rapportens egne tal ud, så udgiv rapporten først. Derefter kan en tabel laves uden om det, rapporten har trykt; en afrundet tabel går lettest.',
    'next.toReport': 'Se rapportens offentlige udgave først',
    'next.table':
      'Der er ikke udgivet en tabel endnu. Udgiver du rapporten først, står dens tal fast, og tabeller prøves sammen med dem. En tabel, hvor tal skjules, kan da blive afvist eller få flere skjulte tal; en afrundet tabel går lettest. Det er den rækkefølge, der bevarer flest rigtige tal i rapporten.',
    'next.first': 'denne tabel',
    'next.earlier': 'udgivelse {id}',
    order:
      'Rækkefølgen betyder noget: en tabel, der udgives før rapporten, kan gøre, at rapporten kun får tabellens tal. Udgiv rapportens offentlige udgave først, hvis I vil have dens egne tal ud.',
  },
  {
    advised:
      '{method} (recommended where the table is to show about how many there are in the country or a region. Not recommended for showing where the women come from, a trend over the years or kinds of treatment where the numbers are small: a number can be up to {near} from the true one, and up to {far} where the nearest would tell too much)',
    advisedHiding:
      '{method} (recommended where the table is to show how numbers divide between places, years or kinds of treatment: the numbers that are shown are true. By municipality most numbers are hidden; by region more are shown)',
    title: 'How far does the rounding move the numbers?',
    onlyHere:
      'This part is for you alone: it shows the true numbers of the places whose numbers you may see. It does not leave with the table and must not be passed on.',
    none: 'None of the numbers of the table belong to the places whose numbers you may see. How far they move is shown to those who may.',
    total: 'Largest change of a number of all treatment: {name} is {counted, number} and becomes {printed, number}.',
    part: 'Largest change of a number of one kind of treatment: {name} is {counted, number} and becomes {printed, number}.',
    turned:
      '{turned, plural, =0 {None of {rows, number} rows shows} one {# of {rows, number} rows shows} other {# of {rows, number} rows show}} a rise or a fall over the years that is not there.',
    worst: 'For instance {name}: {counted} becomes {printed}.',
    exceeding:
      '{count, plural, =0 {No part is larger than all that it is a part of.} one {# part is larger than all that it is a part of} other {# parts are larger than all that they are a part of}}',
    exceedingOne: 'For instance {name}: {printed, number} will stand there, but in all they are {whole, number}.',
    unfit: 'Rounded numbers cannot be used to show a trend or how numbers divide, not between places either, in rows of small numbers.',
    'unfit.advice': 'If the table is for that, {ways}.',
    'unfit.years': 'put the years together',
    'unfit.treatments': 'put the treatments together',
    'unfit.region': 'release by region',
    next: 'What does it mean for the next release?',
    'next.report.rounded':
      'The public edition of the report is not released yet. If you release this table first, the report is tried together with it. If the report’s own numbers would then tell a hidden number, the report prints the numbers of {first} instead: rounded, for all years. That cannot be undone.',
    'next.report.hidden':
      'The public edition of the report is not released yet. If you release this table first, the report is tried together with it. If the report’s own numbers would then tell a hidden number, the report prints the numbers of {first} instead. That cannot be undone.',
    'next.advice':
      'If you want the report’s own numbers out, release the report first. A table can then be made around what the report has printed; a rounded table is the easiest.',
    'next.toReport': 'See the public edition of the report first',
    'next.table':
      'No table is released yet. If you release the report first, its numbers stand, and tables are tried together with them. A table with hidden numbers may then be refused or get more hidden numbers; a rounded table is the easiest. It is the order that keeps most true numbers in the report.',
    'next.first': 'this table',
    'next.earlier': 'release {id}',
    order:
      'The order matters: a table that is released before the report can leave the report with the table’s numbers alone. Release the public edition of the report first if you want its own numbers out.',
  },
);
