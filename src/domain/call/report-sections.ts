/** The sections of a report, written once for both editions: a writer makes the pieces, and only cleared pieces fit. */
import type { Cleared, ClearedDocument, Edition, Writer } from '../disclosure/publishable.ts';
import { type Figure, isSuppressed } from '../numbers/figure.ts';
import type { Day } from '../time.ts';
import type { EditionNumbers, EditionPlace } from './edition.ts';
import { type CallPackage, type CountQuestionId, countQuestionIds } from './package.ts';
import type { ReportBlock, ReportDocument, ReportTable } from './report-document.ts';
import {
  answeredSentence,
  distribution,
  draftNotice,
  hiddenNotice,
  listed,
  nonResponse,
  notCollected,
  paragraph,
  roundedNotice,
} from './report-blocks.ts';
import { cellBlocks, type EditionPrinted } from './report-cells.ts';
import { nationalTables, regionAndCountryTable, regionTable, roundingNoted } from './report-tables.ts';

/** What the sections are written from, all of it cleared for the edition. */
export type ReportMatter<E extends Edition> = {
  readonly call: ClearedDocument<E, CallPackage>;
  readonly numbers: EditionNumbers<E>;
  readonly of: EditionPlace<E>;
  readonly asOf: Day;
  /** The answers can still change: nothing in it is approved. */
  readonly isDraft: boolean;
  /** How a draft of the public edition was tried; null where there is nothing to say. */
  readonly tried: Cleared<E, string> | null;
  /** What must be said of rounded numbers; null where they are exact or hidden. */
  readonly rounding: Cleared<E, string> | null;
  /** What is printed elsewhere of what the public edition hides or rounds; null in the internal one. */
  readonly printed: EditionPrinted<E> | null;
  /** What the reader must know of made-up numbers; null where there are none. */
  readonly madeUp: Cleared<E, string> | null;
  /** How the sums stand beside printed ones; empty in the public edition. */
  readonly comparisons: readonly Cleared<E, string>[];
  readonly quotationsLeftOut: boolean;
  /** The table by municipality; empty in the public edition. */
  readonly municipalities: readonly ReportTable<E>[];
};

/** Writes the whole report of one place. */
export function writeReport<E extends Edition>(write: Writer<E>, matter: ReportMatter<E>): ReportDocument<E> {
  const { call, of, asOf, isDraft, numbers } = matter;
  const isCountry = of.place === 'danmark';
  const places = isCountry ? [...numbers.regions, of] : [of, numbers.country];
  return {
    edition: write.edition,
    call: call.id,
    place: of.place,
    asOf,
    isDraft,
    title: call.title,
    subtitle: isCountry ? write.text`Landsoversigt over kommunernes svar` : write.text`Regional afrapportering, ${of.name}`,
    facts: facts(write, matter),
    blocks: sections(write, matter).flatMap((section) => sectionBlocks(section, 1)),
    figures: places.flatMap(({ figures }) => countQuestionIds.flatMap((question) => figures[question])),
  };
}

type Section<E extends Edition> = {
  readonly id: string;
  readonly title: Cleared<E, string>;
  readonly blocks: readonly ReportBlock<E>[];
  readonly parts?: readonly Section<E>[];
};

function facts<E extends Edition>(write: Writer<E>, { call, asOf, isDraft, rounding }: ReportMatter<E>): ReportDocument<E>['facts'] {
  return [
    { term: write.text`Central udmelding`, text: write.text`${call.issuedBy}, ${write.day(call.issued)}` },
    { term: write.text`Hjemmel`, text: call.legalBasis.text },
    { term: write.text`Frist for afrapportering`, text: write.day(call.answerBy) },
    { term: write.text`Svar til og med`, text: write.day(asOf) },
    {
      term: write.text`Status`,
      text: isDraft
        ? write.text`Udkast: svarene kan stadig rettes, og rapporten er ikke godkendt`
        : write.text`Afrapporteret den ${write.day(asOf)}`,
    },
    {
      term: write.text`Udgave`,
      text:
        write.edition === 'public'
          ? rounding === null
            ? write.text`Offentlig: små tal er skjult`
            : write.text`Offentlig: tallene er afrundet`
          : write.text`Intern: indeholder små tal og må ikke offentliggøres`,
    },
  ];
}

function sections<E extends Edition>(write: Writer<E>, matter: ReportMatter<E>): readonly Section<E>[] {
  const { call, of } = matter;
  const [first, ...otherThemes] = call.themes;
  return [
    { id: 'resume', title: write.text`Resumé`, blocks: summary(write, matter) },
    { id: 'baggrund', title: write.text`Baggrund`, blocks: background(write, matter) },
    {
      id: 'proces',
      title: write.text`Proces og metode`,
      blocks: [
        ...call.process.map(({ text }) => paragraph(text)),
        paragraph(write.text`Rapporten er dannet af svarene i Samløb. Hvert tal kan følges tilbage til de svar, det er lagt sammen af.`),
      ],
    },
    { id: 'maalgruppe', title: first ? themeTitle(write, first) : write.text`Målgruppen`, blocks: [], parts: targetGroup(write, matter) },
    ...otherThemes.map((theme) => ({ id: `tema-${theme.number}`, title: themeTitle(write, theme), blocks: [notCollected(write, of)] })),
    { id: 'kilder', title: write.text`Kilder og definitioner`, blocks: sources(write, matter) },
  ];
}

function summary<E extends Edition>(
  write: Writer<E>,
  { call, of, madeUp, isDraft, tried, numbers, rounding }: ReportMatter<E>,
): readonly ReportBlock<E>[] {
  const country =
    of.place === 'danmark'
      ? []
      : [
          paragraph(
            write.text`I hele landet, til behandling: ${byYear(write, call, numbers.country, 'any')}. Heraf til døgnbehandling: ${byYear(write, call, numbers.country, 'residential')}.`,
          ),
        ];
  return [
    ...(isDraft ? [draftNotice(write)] : []),
    ...(tried === null ? [] : [{ type: 'notice', title: write.text`Hvad udgivelsen vil skjule`, text: tried } as const]),
    ...(madeUp === null ? [] : [{ type: 'notice', title: write.text`Opdigtede tal`, text: madeUp } as const]),
    ...(write.edition === 'public' ? [rounding === null ? hiddenNotice(write) : roundedNotice(write, rounding)] : []),
    paragraph(
      write.text`Antal udsatte gravide kvinder med et skadeligt rusmiddelbrug, som kommunerne i ${of.name} har visiteret til behandling: ${byYear(write, call, of, 'any')}. Heraf til døgnbehandling: ${byYear(write, call, of, 'residential')}.`,
    ),
    ...country,
    paragraph(answeredSentence(write, of)),
    paragraph(
      write.text`Der er talt afgørelser. Tallene siger ikke, hvor mange kvinder der har brug for behandling, hvor mange der ønsker den, eller hvor mange der har fået den.`,
    ),
  ];
}

/** «10 i 2017, 8 i 2018 og 8 i 2019». */
function byYear<E extends Edition>(
  write: Writer<E>,
  call: ReportMatter<E>['call'],
  place: EditionPlace<E>,
  question: CountQuestionId,
): Cleared<E, string> {
  const figures: readonly Figure[] = place.figures[question];
  if (figures.every(({ value }) => isSuppressed(value))) return write.text`${write.hiddenValue} i alle årene`;
  const inYears = call.years.flatMap((year, index) => {
    const figure = place.figures[question][index];
    return figure ? [write.text`${write.value(figure)} i ${year}`] : [];
  });
  return listed(write, inYears);
}

function background<E extends Edition>(write: Writer<E>, { call }: ReportMatter<E>): readonly ReportBlock<E>[] {
  return [
    paragraph(
      write.text`${call.issuedBy} udsendte den ${write.day(call.issued)} en central udmelding til landets kommuner med hjemmel i ${call.legalBasis.text}. Svarene skulle afrapporteres senest den ${write.day(call.answerBy)}.`,
    ),
    ...call.background.map(({ text }) => paragraph(text)),
    paragraph(write.text`Rapporten følger udmeldingens fire temaer:`),
    { type: 'list', items: call.themes.map((theme) => themeTitle(write, theme)) },
  ];
}

function targetGroup<E extends Edition>(write: Writer<E>, matter: ReportMatter<E>): readonly Section<E>[] {
  const { call, of, municipalities, numbers, rounding, printed } = matter;
  const group = call.targetGroup;
  const incomplete = of.completeness.missing.length > 0 ? [write.text`Tallene er ufuldstændige: ikke alle kommuner har svaret.`] : [];
  const noted = (table: ReportTable<E>): ReportTable<E> => roundingNoted(write, table, rounding);
  const tables = (of.place === 'danmark' ? nationalTables(write, call, numbers) : [regionTable(write, call, of, incomplete)]).map(noted);
  return [
    {
      id: 'kriterier',
      title: write.text`Hvem målgruppen er`,
      blocks: [
        paragraph(write.text`Målgruppen er ${group.name.text}. Alle disse kriterier skal være opfyldt (udmeldingens ordlyd):`),
        { type: 'list', items: group.inclusion.map(({ text }) => text) },
        paragraph(write.text`Målgruppen omfatter ikke (udmeldingens ordlyd):`),
        { type: 'list', items: group.exclusion.map(({ text }) => text) },
      ],
    },
    { id: 'forbehold', title: write.text`Forbehold`, blocks: [{ type: 'list', items: call.reservations.map(({ text }) => text) }] },
    { id: 'antal', title: write.text`Antal kvinder`, blocks: tables },
    ...(of.distribution.any.length > 0
      ? [{ id: 'fordeling', title: write.text`Fordeling på kommuner`, blocks: distribution(write, of) }]
      : []),
    ...(municipalities.length > 0 ? [{ id: 'kommunernes-tal', title: write.text`Kommunernes tal`, blocks: municipalities }] : []),
    ...(of.place === 'danmark'
      ? []
      : [
          {
            id: 'region-og-land',
            title: write.text`Regionen ved siden af landet`,
            blocks: [noted(regionAndCountryTable(write, call, of, numbers.country))],
          },
        ]),
    ...(printed === null
      ? []
      : [
          {
            id: 'trykte-tal',
            title: write.text`Hvilke tal udgaven trykker`,
            blocks: cellBlocks(write, call, numbers, printed, rounding !== null),
          },
        ]),
    { id: 'besvarelser', title: write.text`Hvem der har svaret`, blocks: nonResponse(write, of) },
    { id: 'afvigende-oplysninger', title: write.text`Oplysninger, der ikke stemmer med svarene`, blocks: quotations(write, matter) },
  ];
}

function quotations<E extends Edition>(write: Writer<E>, { call, quotationsLeftOut }: ReportMatter<E>): readonly ReportBlock<E>[] {
  return [
    paragraph(write.text`Disse steder i dokumenterne stemmer ikke med svarene. De gengives som citater og indgår ikke i tallene.`),
    ...call.quotations.flatMap((quotation): readonly ReportBlock<E>[] => [
      { type: 'quotation', text: quotation.text, source: quotation.source },
      paragraph(write.text`Citatet stemmer ikke med ${quotation.contradicts}.`),
    ]),
    ...(quotationsLeftOut
      ? [paragraph(write.text`Citater, der nævner et antal kvinder fra 1 til 4, er udeladt af den offentlige udgave.`)]
      : []),
  ];
}

function sources<E extends Edition>(write: Writer<E>, { call, of, numbers, comparisons }: ReportMatter<E>): readonly ReportBlock<E>[] {
  const places = of.place === 'danmark' ? numbers.regions.concat(of) : [of, numbers.country];
  return [
    paragraph(write.text`Definitionerne gælder i udgaven ${call.edition}.`),
    {
      type: 'terms',
      rows: countQuestionIds.map((question) => ({
        term: call.questions[question].shortTitle,
        text: call.questions[question].definition.text,
      })),
    },
    paragraph(write.text`Tallenes kilder:`),
    {
      type: 'terms',
      rows: places.flatMap((place) =>
        countQuestionIds.flatMap((question) => {
          const [figure] = place.figures[question];
          return figure ? [{ term: write.text`${place.name}: ${call.questions[question].shortTitle}`, text: write.source(figure) }] : [];
        }),
      ),
    },
    ...(comparisons.length > 0
      ? [paragraph<E>(write.text`Ved siden af de tal, som dokumenterne har trykt:`), { type: 'list', items: comparisons } as const]
      : []),
    paragraph(write.text`Målgruppe, temaer og frister er læst i: ${call.source}.`),
    ...(write.edition === 'public' ? [paragraph(write.text`Regler for skjulte tal: ${write.ruleEdition}.`)] : []),
  ];
}

function themeTitle<E extends Edition>(write: Writer<E>, { number, text }: ReportMatter<E>['call']['themes'][number]): Cleared<E, string> {
  return write.text`Tema ${number}: ${text}`;
}

function sectionBlocks<E extends Edition>({ id, title, blocks, parts }: Section<E>, level: 1 | 2): readonly ReportBlock<E>[] {
  return [{ type: 'heading', level, id, text: title }, ...blocks, ...(parts ?? []).flatMap((part) => sectionBlocks(part, 2))];
}
