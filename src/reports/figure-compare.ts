/** What each figure may be compared with, and with what not (da: må sammenlignes med): a sentence for its page and its file. */
import type { FigureDefinition } from '../domain/numbers/figure-definition.ts';
import type { Tongue } from './estimate-speech.ts';

/** Figures that are compared alike. */
type ComparisonGroup =
  | 'municipal'
  | 'cascade'
  | 'registry'
  | 'lists'
  | 'occupancy'
  | 'median'
  | 'mean'
  | 'share'
  | 'nights'
  | 'facts'
  | 'pathways'
  | 'women';

/** By what a figure counts and how; its theme where that says more. */
function comparisonGroup({ theme, measure, counts }: FigureDefinition): ComparisonGroup {
  switch (measure.kind) {
    case 'filled':
      return 'occupancy';
    case 'median':
    case 'median-days-to':
      return 'median';
    case 'mean':
    case 'mean-days-to':
      return 'mean';
    case 'share-with':
      return 'share';
    case 'nights':
      return 'nights';
    case 'count':
      break;
  }
  switch (theme) {
    case 'municipal':
    case 'cascade':
    case 'registry':
    case 'lists':
      return theme;
    case 'acceptance':
    case 'outcome':
    case 'waits':
    case 'units':
      break;
  }
  switch (counts) {
    case 'fact':
      return 'facts';
    case 'pathway':
      return 'pathways';
    case 'woman':
      return 'women';
  }
}

const sentences: Readonly<Record<Tongue, Readonly<Record<ComparisonGroup, string>>>> = {
  da: {
    municipal:
      'Samme opgørelse for andre år og steder, og tabel 1 i kommunernes rapport. Tabel 1 er talt i hånden for den målgruppe, udmeldingen beskriver; her tælles alle forløb med en afgørelse, også når målgruppen ikke er vurderet. Derfor kan tallet her være et andet. Ikke med skøn over behov: en kvinde kan have behov uden en afgørelse.',
    cascade:
      'De andre trin fra samme år: hvert er en del af trinnet før. Ikke med «Visiteret»: her er året det, behovet blev vurderet i, der er det afgørelsens.',
    registry:
      'Styrelsens 1.460 for 2020, som har samme definition, og andre år. Tallet kan være mindre end en opgørelse, der ser snævrere ud, for eksempel «Visiteret»: her tælles kun den, der står med en kode eller er registreret i behandling, og kun i de år hun var gravid. En afgørelse kræver ingen kode og kan falde efter fødslen.',
    lists: 'Samme lister for andre år. Ikke med forløbene: en kvinde på en liste behøver intet forløb at have.',
    occupancy:
      'Samme afdeling i andre år, og andre afdelinger, når begge har haft åbent hele året. Ikke med antal kvinder fra kommunen: her er kommunen den, afdelingen ligger i. En lille afdeling svinger mest: én kvinde mere flytter tallet meget.',
    median:
      'Samme midte for andre år og steder. Ikke med middeltallet: få lange ventetider trækker middeltallet op, men ikke midten. Midter fra flere steder kan ikke regnes sammen til én.',
    mean: 'Samme middeltal for andre år og steder. Ikke med midten: et enkelt langt tal trækker middeltallet op.',
    share:
      'Samme andel for andre år og steder. Ikke med andele af noget andet: hundrede er dem, definitionen nævner, ikke alle kvinder. Af få er én mere flere procent.',
    nights: 'Andre år og andre afdelinger. Ikke med antal kvinder: én kvinde kan bo der mange nætter.',
    facts: 'De andre dele af samme opgørelse, og andre år. Ikke med antal kvinder: samme kvinde kan være talt flere gange.',
    pathways: 'Samme opgørelse for andre år og steder. Ikke med antal kvinder: en kvinde kan have flere forløb.',
    women: 'Samme opgørelse for andre år og steder. Ikke med tal, der tæller en anden hændelse, også når de handler om de samme kvinder.',
  },
  en: {
    municipal:
      'The same figure for other years and places, and table 1 of the municipalities’ report. Table 1 is counted by hand for the target group that the call describes; here all pathways with a decision are counted, also where the target group was not assessed. So the number can differ. Not with judgements of need: a woman can have the need without a decision.',
    cascade:
      'The other steps of the same year: each is a part of the one before. Not with “decided”: here the year is that of the assessed need, there it is that of the decision.',
    registry:
      'The agency’s 1,460 for 2020, which has the same definition, and other years. The number can be smaller than a figure that looks narrower, such as “decided”: here she counts only with a code or a registered treatment, and only in the years she was pregnant. A decision needs no code and can fall after the birth.',
    lists: 'The same lists for other years. Not with the pathways: a woman on a list need not have a pathway.',
    occupancy:
      'The same unit in other years, and other units where both were open all year. Not with the number of women from the municipality: here the municipality is where the unit lies. A small unit moves most: one woman more changes the number a lot.',
    median:
      'The same median for other years and places. Not with the mean: a few long waits pull the mean up and not the median. Medians of several places cannot be put together into one.',
    mean: 'The same mean for other years and places. Not with the median: one long wait pulls the mean up.',
    share:
      'The same share for other years and places. Not with shares of something else: a hundred are those that the definition names, not all women. Of few, one more is several per cent.',
    nights: 'Other years and other units. Not with the number of women: one woman can live there for many nights.',
    facts:
      'The other parts of the same figure, and other years. Not with the number of women: the same woman can be counted several times.',
    pathways: 'The same figure for other years and places. Not with the number of women: a woman can have several pathways.',
    women:
      'The same figure for other years and places. Not with numbers that count another event, even where they are about the same women.',
  },
};

export function comparedText(definition: FigureDefinition, tongue: Tongue): string {
  return sentences[tongue][comparisonGroup(definition)];
}
