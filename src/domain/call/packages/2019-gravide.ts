/**
 * The call of 26 November 2019, «Udsatte gravide kvinder med skadeligt rusmiddelbrug». The criteria are the call's own words,
 * since they are what a municipality answers by; everything else is retold. Each piece names the document it is read from.
 */
import { asId } from '../../id.ts';
import { day } from '../../time.ts';
import { agencyNameOn, type CallPackage } from '../package.ts';

const call = 'Central udmelding: Udsatte gravide kvinder med skadeligt rusmiddelbrug, Socialstyrelsen, 26. november 2019';
const syddanmark = 'Afrapportering på den centrale udmelding, kommunerne i Syddanmark, 2020';
const nordjylland = 'Rapport Nordjylland: svar på den centrale udmelding, 19. august 2020';
const joint = 'Kommunernes fælles rapport om fornyet behandling af den centrale udmelding, 2025';
const renewed = 'Anmodning om fornyet behandling, Social- og Boligstyrelsen, 14. maj 2024';

const issued = day('2019-11-26');
const edition = '2019-gravide/2019-11-26';
const notCounted =
  'Tallet siger ikke, hvor mange der havde brug for behandlingen, hvor mange der ønskede den, eller hvor mange der fik den.';

export const call2019: CallPackage = {
  id: asId<'call'>('2019-gravide'),
  edition,
  title: 'Udsatte gravide kvinder med skadeligt rusmiddelbrug',
  published: issued,
  issued,
  answerBy: day('2020-10-15'),
  issuedBy: agencyNameOn(issued),
  legalBasis: { text: 'serviceloven § 13 b, stk. 2', source: `${call}, afsnit 1` },
  source: call,
  background: [
    {
      text: 'Styrelsen spurgte i foråret 2019 17 tilbud om deres indsats og kunne ikke bekræfte, at de havde forudsætningerne for en højt specialiseret døgnbehandling af målgruppen.',
      source: `${call}, afsnit 1`,
    },
    {
      text: 'Udmeldingen skal vise, om kommunerne tilsammen sikrer et tilstrækkeligt udbud af højt specialiseret døgnbehandling.',
      source: `${call}, indledningen`,
    },
  ],
  targetGroup: {
    edition,
    name: { text: 'udsatte gravide kvinder med et skadeligt rusmiddelbrug og behov for døgnbehandling', source: `${call}, afsnit 2` },
    inclusion: [
      {
        id: 'pregnant-with-harmful-use',
        text: 'De er gravide og har et samtidigt skadeligt rusmiddelforbrug af stoffer og/eller alkohol',
        source: `${call}, afsnit 2`,
      },
      {
        id: 'further-social-problem',
        text: 'De har derudover en eller flere sociale problemstillinger som fx hjemløshed eller psykisk sårbarhed',
        source: `${call}, afsnit 2`,
      },
      {
        id: 'not-held-in-outpatient-care',
        text: 'De kan ikke fastholdes og hjælpes tilstrækkeligt i den ambulante misbrugsbehandling samt i den specialiserede ambulante svangreomsorg',
        source: `${call}, afsnit 2`,
      },
      {
        id: 'needs-residential-treatment',
        text: 'De har behov for en specialiseret og intensiv døgnbehandlingsindsats, hvor de skærmes og modtager helhedsorienteret behandling og støtte',
        source: `${call}, afsnit 2`,
      },
    ],
    exclusion: [
      {
        id: 'held-in-outpatient-care',
        text: 'De er gravide og har et misbrug, men kan fastholdes i og profiterer tilstrækkeligt af den specialiserede ambulante svangreomsorg, der tilbydes i familieambulatorierne og i eksisterende ambulante misbrugsbehandling',
        source: `${call}, afsnit 2`,
      },
    ],
  },
  themes: [
    { number: 1, text: 'Målgruppen', source: `${call}, indledningen` },
    { number: 2, text: 'Højt specialiserede tilbud og indsatser', source: `${call}, indledningen` },
    { number: 3, text: 'Koordination og samarbejde', source: `${call}, indledningen` },
    { number: 4, text: 'Fremadrettet tilrettelæggelse af indsatsen', source: `${call}, indledningen` },
  ],
  years: [2017, 2018, 2019],
  questions: {
    any: {
      id: 'any',
      title: 'Kvinder, der er visiteret til en behandlingsindsats (døgn eller ambulant)',
      shortTitle: 'Behandling i alt',
      definition: {
        id: 'women-decided-to-any-treatment',
        edition,
        text: `Udsatte gravide kvinder med et skadeligt rusmiddelbrug, som kommunen i året har visiteret til en behandlingsindsats, døgn eller ambulant. Det er kommunens afgørelser, der er talt. ${notCounted}`,
      },
      ascertainment: 'manual-count',
      source: `${syddanmark}, afsnit 4.1; ${nordjylland}, tabel 1`,
    },
    residential: {
      id: 'residential',
      title: 'Kvinder, der er visiteret til døgnbehandling',
      shortTitle: 'Heraf døgnbehandling',
      definition: {
        id: 'women-decided-to-residential-treatment',
        edition,
        text: `Udsatte gravide kvinder med et skadeligt rusmiddelbrug, som kommunen i året har visiteret til en døgnbehandlingsindsats: målgruppen for udmeldingen. Det er kommunens afgørelser, der er talt. ${notCounted}`,
      },
      ascertainment: 'manual-count',
      source: `${syddanmark}, afsnit 4.1; ${nordjylland}, tabel 1`,
    },
  },
  reservations: [
    {
      text: 'Kommunernes systemer har ingen kategori for målgruppen. Tallene er talt op i hånden og bagud i tid og er derfor usikre.',
      source: `${syddanmark}, afsnit 4; ${nordjylland}, afsnit 3`,
    },
    {
      text: 'Kommunerne kender ikke alle kvinder i målgruppen. Nogle søger ikke hjælp, flytter eller kommer ikke til aftalerne, så der er et mørketal.',
      source: `${syddanmark}, afsnit 4; ${nordjylland}, afsnit 3`,
    },
    {
      text: 'Der er talt kvinder, som kommunen har truffet afgørelse om. Kvinder, som kommunen har kontakt med eller forsøger at få kontakt med, kan være flere.',
      source: `${syddanmark}, afsnit 4`,
    },
    {
      text: 'Behandlingen er frivillig. Hvor ofte døgnbehandling er brugt, viser derfor ikke, hvor ofte kommunen har ønsket at bruge den. Ambulant behandling kan være den hjælp, kvinden siger ja til.',
      source: `${syddanmark}, afsnit 4; ${nordjylland}, afsnit 3`,
    },
    {
      text: 'Både familieområdet og voksenområdet kan visitere, så de to områder skal tælle sammen.',
      source: `${nordjylland}, afsnit 3`,
    },
  ],
  process: [
    {
      text: 'Rapporterne fra 2020 fortæller, at kommunerne svarede på spørgeskemaer, og at sekretariaterne i de fem regioner afstemte skemaer og fremgangsmåde.',
      source: `${syddanmark}, afsnit 3; ${nordjylland}, afsnit 2.2`,
    },
    {
      text: 'De fortæller også, at svarene derefter blev drøftet med fagfolk og i regionens administrative styregruppe.',
      source: `${syddanmark}, afsnit 3; ${nordjylland}, afsnit 2.2`,
    },
  ],
  quotations: [
    {
      text: 'anslået 3-8 borgere',
      source: `${nordjylland}, afsnit 1 (gentaget som «mellem 3-8 kvinder» i afsnit 3.1 og 4)`,
      numbers: [3, 8],
      contradicts: `landstallene 6, 6 og 8 i ${joint}, tabel 1`,
    },
    {
      text: 'i 2016-17 på landsplan har visiteret 6 udsatte gravide kvinder med skadeligt rusmiddelbrug til døgnbehandlingsindsatser, mens der i 2019 blev visiteret 8 kvinder',
      source: `${renewed}, afsnittet om data fra afrapporteringerne`,
      numbers: [6, 8],
      contradicts: `årene i ${joint}, tabel 1: der er spurgt om 2017, 2018 og 2019, ikke om 2016`,
    },
  ],
  printedTotals: [
    { place: 'syddanmark', question: 'any', counts: [10, 8, 8], source: `${syddanmark}, afsnit 4.1` },
    { place: 'syddanmark', question: 'residential', counts: [2, 2, 2], source: `${syddanmark}, afsnit 4.1` },
    { place: 'nordjylland', question: 'any', counts: [4, 5, 5], source: `${nordjylland}, tabel 1` },
    { place: 'nordjylland', question: 'residential', counts: [0, 0, 0], source: `${nordjylland}, tabel 1` },
    { place: 'danmark', question: 'any', counts: [37, 45, 58], source: `${joint}, tabel 1` },
    { place: 'danmark', question: 'residential', counts: [6, 6, 8], source: `${joint}, tabel 1` },
  ],
  printedSpreads: [
    // 15 of 22 municipalities had none; three had some in three years, one in two, three in one.
    { place: 'syddanmark', question: 'any', withAny: 7, yearsWithAny: 14, mostInYear: null, source: `${syddanmark}, afsnit 4.1` },
    // 18 of 22 had none; one had one woman in each year, three had each one woman in one year.
    { place: 'syddanmark', question: 'residential', withAny: 4, yearsWithAny: 6, mostInYear: 1, source: `${syddanmark}, afsnit 4.1` },
  ],
};
