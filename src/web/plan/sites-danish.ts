/** What the page of where units should be says in Danish. */
export const sitesDanish = {
  title: 'Hvor skal afsnittene ligge?',
  intro:
    'Ingen ved, hvilket skøn der er rigtigt. For hvert skøn er her det sæt af steder, der giver kortest rejsetid, når hvert afsnit skal kunne nå tre indskrivninger i 90 % af årene, og hvad det ville koste i rejsetid, hvis et andet skøn var det rigtige.',
  working: 'Stederne regnes ud. Til og med fem steder tager det nogle sekunder; ved otte kan det tage et par minutter.',
  least:
    '{max, plural, one {Her er kun spurgt om ét sted, og om der er pladser nok, er ikke regnet med.} other {Når ingen ved, hvilket skøn der er rigtigt, {ruled, select, none {taber {count, plural, one {ét sted} other {# steder}} mindst rejsetid. Der er kvinder nok til {count, plural, one {det} other {dem}} under flest skøn, og rejsen} other {er svaret {count, plural, one {ét sted} other {# steder}}. Det er ikke, fordi der tabes mindst rejsetid, men fordi de andre sæt, der giver kortest rejse, er udelukket: ved {ruled} kvinder om året er der ikke kvinder nok til dem. Rejsen}} bliver højst ca. {minutes} minutter længere, end den kunne være. Om der er plads til alle, er ikke regnet med; det står på siden Planlægning.}} {verdict, select, stays {Efter rejsetiderne skal det være {sites}.} likely {Efter rejsetiderne skal det sandsynligvis være {sites}.} undecided {Hvor det skal være, kan rejsetiderne ikke afgøre: {sites} giver den korteste rejse i modellen, men {others} kan være lige så {alike, plural, one {godt} other {gode}}.} other {Her er {sites} regnet med.}}',
  bestUnder:
    'Hvis der er {women} kvinder om året og højst åbnes {max, plural, one {ét sted} other {# steder}}, giver {count, plural, one {ét sted} other {# steder}} den korteste rejse, som der er kvinder nok til: {sites}. Rejsen er {minutes} i gennemsnit i modellen.',
  noneUnder: 'Hvis der er {women} kvinder om året, er der ikke kvinder nok til noget sæt af steder.',
  none: 'Intet sæt af steder kan holde kravet.',
  caption: 'Hvert skøns bedste sæt, og hvor meget længere rejsen bliver, hvis et andet skøn er det rigtige',
  set: 'Bedst, hvis der er',
  sites: 'Steder',
  under: '{women} kvinder',
  women: '{women} kvinder om året',
  regret: '(+{minutes} min.)',
  cannot: 'ikke kvinder nok',
  tableText:
    'Kvinder nok betyder her, at skønnets midte kan fordeles, så hvert afsnit får det gennemsnit, der giver tre indskrivninger i 90 % af årene. Så kan nogle skulle rejse forbi det nærmeste afsnit. De andre sider regner også for hver ende af skønnet. Efter + står, hvor meget længere rejsen er end den korteste under det skøn. Alle tider er afrundet til 5 minutter.',
  leastName: 'Mindst tabt rejsetid blandt de sæt, der er kvinder nok til under flest skøn (pladser ikke regnet med)',
  shortlist: 'Prøv de bedste steder i simulationen',
  shortlistText:
    'Kort rejse er ikke det hele: et sted kan få for få kvinder, eller nogle må vente. Her er de {count} {open, plural, one {steder} other {sæt af # steder}}, som giver kortest rejse i modellen. Simulationen lader de samme kvinder komme til dem alle, så det, der skyldes tilfældet, falder ud af forskellen. Hvor forskellen er for lille til at skelne dem, står det der.',
  shortlistAssumed: 'Hvert afsnit har {places} pladser og er ellers som i styrelsens forslag, så sættene kun er forskellige på stederne.',
  shortlistSets: 'Sæt af steder',
  shortlistHint: 'Vælg to til {most}. Efter kolon står den gennemsnitlige rejse i bil, én vej.',
  shortlistSet: '{sites}: {minutes}',
  shortlistWork: 'Simulér dem med de samme kvinder',
  travel: 'Kan rejsetiderne afgøre, hvor stederne skal være?',
  travelText:
    'Rejsetiderne er en grov model uden vejnet. Mod 41 kendte køretider er fejlen {usual} % i gennemsnit og {worst} % i det værste tilfælde. Her er prøvet, hvad det gør, at hver tid for sig er {usual} % forkert, og at den er op til {off} % forkert.',
  open: 'Antal steder',
  ask: 'Antal steder',
  upTo: 'Højst så mange steder',
  upToHint: 'Fra ét til {most}: så langt kan alle sæt gennemgås, og svaret bevises.',
  show: 'Regn ud',
  openCount: '{count, plural, one {# sted} other {# steder}}',
  best: 'Kortest rejsetid i modellen',
  stays: 'Er det afgjort?',
  staysYes: 'ja, også hvis hver tid er op til 20 % forkert',
  staysLikely: 'sandsynligvis: et andet sæt kan først være bedst, når tiderne er mere end {share} % forkerte{within}',
  staysUndecided: 'nej: med en fejl, som tiderne gerne har, kan {others} være lige så {alike, plural, one {godt} other {gode}}{within}',
  within:
    '. Er hver tid op til {off} % forkert, kan {many, select, yes {mange} other {{count}}} {one, select, yes {andet} other {andre}} {of, plural, one {{one, select, yes {sted} other {steder}}} other {sæt}} være bedst',
  many: '{count} andre {of, plural, one {steder} other {sæt}} (først {sites})',
  more: 'mange andre {of, plural, one {steder} other {sæt}} (først {sites})',
  unknown: 'for mange sæt til at gå alle igennem',
  assumptions: 'Sådan er det regnet',
  assumption: 'antagelse',
  'assume.sites':
    'Afsnit kan ligge i de {count} kommuner, hvor der antages at være et fødested på et sygehus: {hospitals}. Listen er skrevet ned {asOf} uden kilde og skal holdes op mod Sundhedsstyrelsens specialeplan; om stederne kan have et afsnit, er ikke undersøgt.',
  'assume.open': 'Der åbnes højst {open} steder.',
  'assume.births': 'Kvinderne bor, hvor børnene fødes, og der regnes midt i hvert skøn. De kan fordeles, så hvert afsnit får nok.',
} as const;
