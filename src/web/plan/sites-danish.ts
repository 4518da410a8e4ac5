/** What the page of where units should be says in Danish. */
export const sitesDanish = {
  title: 'Hvor skal afsnittene ligge?',
  intro:
    'Ingen ved, hvilket skøn der er rigtigt. For hvert skøn er her det sæt af steder, der giver kortest rejsetid, når hvert afsnit skal kunne nå tre indskrivninger i 90 % af årene, og hvad det ville koste i rejsetid, hvis et andet skøn var det rigtige.',
  working: 'Stederne regnes ud. Til og med fem steder tager det nogle sekunder; ved otte kan det tage et par minutter.',
  least:
    'Når ingen ved, hvilket skøn der er rigtigt, er {sites} det sikreste valg: rejsetiden bliver højst {minutes} min. længere, end den kunne være. Det er valgt blandt de sæt af steder, som flest skøn kan bære.',
  bestUnder: 'Hvis der er {women} kvinder om året, giver {sites} den korteste rejse, der kan bæres: {minutes} min. i gennemsnit.',
  noneUnder: 'Hvis der er {women} kvinder om året, kan intet sæt af steder bæres.',
  none: 'Intet sæt af steder kan holde kravet.',
  caption: 'Hvert skøns bedste sæt, og hvor meget længere rejsen bliver, hvis et andet skøn er det rigtige',
  set: 'Bedst, hvis der er',
  sites: 'Steder',
  under: '{women} kvinder',
  women: '{women} kvinder om året',
  minutes: '{minutes} min.',
  regret: '+{minutes}',
  cannot: 'kan ikke bæres',
  tableText:
    'Et sæt kan bæres, når skønnets midte kan fordeles, så hvert afsnit får det gennemsnit, der giver tre indskrivninger i 90 % af årene; de andre sider regner for hver ende af skønnet. Gennemsnitlig rejsetid i bil; efter + står, hvor meget længere den er, end den kunne være under det skøn.',
  leastName: 'Det sikreste valg',
  travel: 'Hvis hver rejsetid er op til 20 % forkert',
  travelText: 'Rejsetiderne er en grov model. Hver tid kan være forkert for sig.',
  open: 'Antal steder',
  ask: 'Antal steder',
  upTo: 'Højst så mange steder',
  upToHint: 'Fra ét til {most}: så langt kan alle sæt gennemgås, og svaret bevises.',
  show: 'Regn ud',
  openCount: '{count, plural, one {# sted} other {# steder}}',
  best: 'Kortest rejsetid',
  stays: 'Er det stadig bedst?',
  staysYes: 'ja, inden for 20 %',
  staysNo:
    'et andet sæt kan være bedre, så snart tiderne er {share} % forkerte; {others, plural, one {ét andet sæt} other {# andre sæt}} kan det inden for 20 %',
  staysTied:
    'kan ikke afgøres: {sites} er så godt som lige så godt{alike, plural, =0 {} one {, og det er ét sæt til} other {, og det er # sæt til}}. Mindre end 1 % forkerte tider er nok til at bytte om; inden for 20 % kan {others, plural, one {ét andet sæt} other {# andre sæt}} være bedst',
  unknown: 'for mange sæt til at gå alle igennem',
  assumptions: 'Sådan er det regnet',
  assumption: 'antagelse',
  'assume.sites':
    'Afsnit kan ligge i de {count} kommuner, hvor der antages at være et fødested på et sygehus: {hospitals}. Listen er skrevet ned {asOf} uden kilde og skal holdes op mod Sundhedsstyrelsens specialeplan; om stederne kan have et afsnit, er ikke undersøgt.',
  'assume.open': 'Der åbnes højst {open} steder.',
  'assume.births': 'Kvinderne bor, hvor børnene fødes, og der regnes midt i hvert skøn. De kan fordeles, så hvert afsnit får nok.',
} as const;
