/** A secretariat's or a municipality's own numbers as a file, last year's and this year's: for use in the house alone. */
import { figureDefinitions } from '../../domain/numbers/definitions.ts';
import { isSuppressed } from '../../domain/numbers/figure.ts';
import type { FigureDefinition } from '../../domain/numbers/figure-definition.ts';
import type { TabulatedFigure } from '../../domain/numbers/tabulate.ts';
import { danishMoment, type Day } from '../../domain/time.ts';
import type { NumberFile, NumberRow } from '../../reports/number-file.ts';
import { hidden } from '../../reports/table-files.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { placeText } from './figure-view.tsx';
import type { Own } from './own-sentence.ts';
import { disputeTexts, ownTexts } from './texts.ts';

type OwnFile = { readonly own: Own; readonly today: Day; readonly place: string; readonly language: Language };

/** What was measured of nobody has no row: it is not zero. */
export function ownFile({ own, today, place, language }: OwnFile): NumberFile {
  const say = ownTexts(language);
  return {
    title: `${say('title')}: ${placeText(place, language)}`,
    about: [
      [disputeTexts(language)('fileOf'), dayText(today, language)],
      [disputeTexts(language)('fileWarningIs'), say('internal')],
    ],
    rows: figureDefinitions.flatMap((definition) => {
      const years = own.get(definition.id);
      return [years?.before, years?.now].flatMap((figure) => (figure ? [rowOf(definition, figure, language)] : []));
    }),
    tongue: language,
  };
}

/** A counted figure as a row of a file, with its definition, edition, source, period and day. */
export function rowOf(counted: FigureDefinition, figure: TabulatedFigure, language: Language): NumberRow {
  const { id, value, definition, source, period, place, at } = figure;
  const { title, origin } = counted;
  return {
    id,
    name: title,
    value: isSuppressed(value) ? hidden : { low: value, high: value },
    unit: ownTexts(language)(`unit.${unitOf(counted)}`),
    place,
    placeName: placeText(place, language),
    period,
    asOf: danishMoment(at),
    definition: definition.text,
    edition: `${definition.edition}, ${origin}`,
    source,
    note: counted.measure.kind === 'count' ? '' : ownTexts(language)('restsOn', { cases: figure.cases }),
  };
}

/** What one of a figure is. */
function unitOf({
  measure,
  counts,
}: FigureDefinition): 'women' | 'pathways' | 'facts' | 'days' | 'weeks' | 'minutes' | 'nights' | 'percent' {
  switch (measure.kind) {
    case 'count':
      return counts === 'woman' ? 'women' : counts === 'pathway' ? 'pathways' : 'facts';
    case 'mean-days-to':
      return 'days';
    case 'median-days-to':
      return measure.divideBy === 7 ? 'weeks' : 'days';
    case 'mean':
    case 'median':
      return measure.of === 'gestation' ? 'weeks' : 'minutes';
    case 'nights':
      return 'nights';
    case 'share-with':
    case 'filled':
      return 'percent';
  }
}
