/** The tables of a report. */
import type { Cleared, ClearedDocument, Edition, Writer } from '../disclosure/publishable.ts';
import type { EditionNumbers, EditionPlace } from './edition.ts';
import { type CallPackage, type CountQuestionId, countQuestionIds } from './package.ts';
import type { ReportColumn, ReportRow, ReportTable } from './report-document.ts';

/** The two counts of a region, year by year. */
export function regionTable<E extends Edition>(
  write: Writer<E>,
  call: ClearedDocument<E, CallPackage>,
  of: EditionPlace<E>,
  notes: readonly Cleared<E, string>[],
): ReportTable<E> {
  return {
    type: 'table',
    id: 'antal',
    caption: write.text`Antal kvinder i målgruppen, som kommunerne i ${of.name} har visiteret`,
    headColumn: write.text`Visiteret til`,
    columns: yearColumns(call, write),
    rows: countQuestionIds.map((question) => row(write, call.questions[question].title, of, question)),
    notes: [...notes, ...printedElsewhere(write, call, [of], countQuestionIds)],
  };
}

/** The region and the country in the same table. */
export function regionAndCountryTable<E extends Edition>(
  write: Writer<E>,
  call: ClearedDocument<E, CallPackage>,
  of: EditionPlace<E>,
  country: EditionPlace<E>,
): ReportTable<E> {
  return {
    type: 'table',
    id: 'region-og-land',
    caption: write.text`Antal kvinder i ${of.name} og i hele landet`,
    headColumn: write.text`Visiteret til`,
    columns: yearColumns(call, write),
    rows: countQuestionIds.flatMap((question) => [
      row(write, write.text`${call.questions[question].shortTitle}, ${of.name}`, of, question),
      row(write, write.text`${call.questions[question].shortTitle}, hele landet`, country, question),
    ]),
    notes: [...incompleteNote(write, country), ...printedElsewhere(write, call, [of, country], countQuestionIds)],
  };
}

/** One table per question: the regions and the country, year by year. */
export function nationalTables<E extends Edition>(
  write: Writer<E>,
  call: ClearedDocument<E, CallPackage>,
  { regions, country }: EditionNumbers<E>,
): readonly ReportTable<E>[] {
  return countQuestionIds.map((question) => ({
    type: 'table',
    id: `landet-${question}`,
    caption: call.questions[question].title,
    headColumn: write.text`Region`,
    columns: yearColumns(call, write),
    rows: [
      ...regions.map((region) => row(write, region.name, region, question)),
      { ...row(write, write.text`Hele landet`, country, question), isTotal: true },
    ],
    notes: [...incompleteNote(write, country), ...printedElsewhere(write, call, [...regions, country], [question])],
  }));
}

/** A table of rounded numbers says so beneath itself: it is copied out of the report without the summary. */
export function roundingNoted<E extends Edition>(
  write: Writer<E>,
  table: ReportTable<E>,
  rounding: Cleared<E, string> | null,
): ReportTable<E> {
  if (rounding === null) return table;
  const note = write.text`${rounding} Et dokument, som alle kan læse, kan have trykt et andet tal for det samme (siden «Tal»).`;
  return { ...table, notes: [note, ...table.notes] };
}

function row<E extends Edition>(write: Writer<E>, head: Cleared<E, string>, of: EditionPlace<E>, question: CountQuestionId): ReportRow<E> {
  return { head, cells: of.figures[question].map((figure) => write.value(figure)), isTotal: false };
}

function yearColumns<E extends Edition>(call: ClearedDocument<E, CallPackage>, write: Writer<E>): readonly ReportColumn<E>[] {
  return call.years.map((year) => ({ title: write.text`${year}`, isNumeric: true }));
}

/**
 * Numbers that the edition hides and a document has printed: all can read them there, and on the page of numbers, so the report says which, and
 * by which rule and for whom it does not print them itself. It does not say whether the answers give the same.
 */
function printedElsewhere<E extends Edition>(
  write: Writer<E>,
  call: ClearedDocument<E, CallPackage>,
  places: readonly EditionPlace<E>[],
  questions: readonly CountQuestionId[],
): readonly Cleared<E, string>[] {
  const printed = call.printedTotals.flatMap(({ place, question, source }) => {
    const of = places.find((one) => one.place === place);
    if (!of || !questions.includes(question)) return [];
    const years = call.years.filter((_, year) => {
      const figure = of.figures[question][year];
      return figure !== undefined && write.value(figure) === write.hiddenValue;
    });
    const [first, ...rest] = years.map((year) => write.text`${year}`);
    if (first === undefined) return [];
    const inWords = rest.reduce((said, year) => write.text`${said}, ${year}`, first);
    return [
      write.text`Tal, der er skjult her, men er trykt i et dokument, som alle kan læse: ${call.questions[question].shortTitle}, ${of.name}, ${inWords} (${source}; siden «Tal»).`,
    ];
  });
  return printed.length === 0
    ? []
    : [
        ...printed,
        write.text`Den offentlige udgave er for alle læsere og følger reglen ${write.ruleEdition}: den trykker ikke tal fra 0 til 4 og heller ikke tal, der kan vise dem, selv om andre har trykt dem. Sekretariatet og styrelsen ser tallene i den interne udgave.`,
      ];
}

function incompleteNote<E extends Edition>(
  write: Writer<E>,
  { completeness: { asked, answered, missing } }: EditionPlace<E>,
): readonly Cleared<E, string>[] {
  return missing.length === 0 ? [] : [write.text`Landstallet er ufuldstændigt: ${answered} af ${asked} kommuner har svaret.`];
}
