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
    notes,
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
    notes: incompleteNote(write, country),
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
    notes: incompleteNote(write, country),
  }));
}

function row<E extends Edition>(write: Writer<E>, head: Cleared<E, string>, of: EditionPlace<E>, question: CountQuestionId): ReportRow<E> {
  return { head, cells: of.figures[question].map((figure) => write.value(figure)), isTotal: false };
}

function yearColumns<E extends Edition>(call: ClearedDocument<E, CallPackage>, write: Writer<E>): readonly ReportColumn<E>[] {
  return call.years.map((year) => ({ title: write.text`${year}`, isNumeric: true }));
}

function incompleteNote<E extends Edition>(
  write: Writer<E>,
  { completeness: { asked, answered, missing } }: EditionPlace<E>,
): readonly Cleared<E, string>[] {
  return missing.length === 0 ? [] : [write.text`Landstallet er ufuldstændigt: ${answered} af ${asked} kommuner har svaret.`];
}
