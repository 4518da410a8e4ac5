/** Which numbers the public edition prints, and which of those it hides or rounds anybody can work out: listed, so that a reader can check it. */
import { type CellCodes, keyOf } from '../disclosure/beside.ts';
import type { Cleared, ClearedDocument, Edition, Writer } from '../disclosure/publishable.ts';
import type { EditionNumbers, EditionPlace } from './edition.ts';
import { type CallPackage, type CountQuestionId, countQuestionIds } from './package.ts';
import { listed, paragraph } from './report-blocks.ts';
import type { ReportBlock } from './report-document.ts';
import { treatmentCodes } from './treatment-codes.ts';

/** What an edition has beside its tables: the cells that are printed elsewhere, and where. */
export type EditionPrinted<E extends Edition> = {
  readonly cells: readonly CellCodes[];
  readonly sources: readonly Cleared<E, string>[];
  readonly releases: readonly Cleared<E, string>[];
};

/** A list of what is printed by place and question, then what is printed already. All places of the edition are in it, whichever report is read. */
export function cellBlocks<E extends Edition>(
  write: Writer<E>,
  call: ClearedDocument<E, CallPackage>,
  { regions, country }: EditionNumbers<E>,
  { cells, sources, releases }: EditionPrinted<E>,
  isRounded: boolean,
): readonly ReportBlock<E>[] {
  const places = [country, ...regions];
  const isShown = (place: EditionPlace<E>, question: CountQuestionId, year: number): boolean => {
    const figure = place.figures[question][year];
    return figure !== undefined && write.value(figure) !== write.hiddenValue;
  };
  const printed = new Set(cells.map(keyOf));
  const isElsewhere = (place: EditionPlace<E>, question: CountQuestionId, year: number): boolean =>
    printed.has(
      keyOf({ ...(place === country ? {} : { kommune: place.place }), år: `${call.years[year]}`, behandling: treatmentCodes[question] }),
    );
  /** «Heraf døgnbehandling, Region Syddanmark: 2017 og 2019». */
  const lines = (holds: typeof isShown): readonly Cleared<E, string>[] =>
    countQuestionIds.flatMap((question) =>
      places.flatMap((place) => {
        const years = call.years.flatMap((year, index) => (holds(place, question, index) ? [write.text`${year}`] : []));
        return years.length === 0 ? [] : [write.text`${call.questions[question].shortTitle}, ${place.name}: ${listed(write, years)}`];
      }),
    );
  const [shown, elsewhere] = [lines(isShown), lines(isElsewhere)];
  const where = [...sources, ...releases.map((id) => write.text`udgivelse ${id}`)];
  return [
    ...(shown.length === 0
      ? [paragraph<E>(write.text`Udgaven trykker ingen tal: alle er skjult.`)]
      : [
          paragraph<E>(
            isRounded
              ? write.text`Udgaven trykker disse tal, alle afrundet:`
              : write.text`Udgaven trykker disse tal. Alle andre tal for de samme steder og år er skjult:`,
          ),
          { type: 'list', items: shown } as const,
        ]),
    ...(elsewhere.length === 0
      ? []
      : [
          paragraph<E>(
            where.length === 0
              ? write.text`Disse tal ${isRounded ? write.text`er afrundet` : write.text`er skjult`} i udgaven, men alle kan regne dem ud af udgaven selv:`
              : write.text`Disse tal ${isRounded ? write.text`er afrundet` : write.text`er skjult`} i udgaven, men er ingen hemmelighed: de er trykt, eller de følger af det, der er trykt, i ${listed(write, where)}:`,
          ),
          { type: 'list', items: elsewhere } as const,
        ]),
  ];
}
