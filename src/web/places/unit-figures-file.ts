/** A unit's own figures as a file: working numbers, for use in the house alone. */
import { unitDefinition, unitFigureIds } from '../../domain/numbers/figures-of-unit.ts';
import type { NumberFile } from '../../reports/number-file.ts';
import type { UnitFigures } from '../../store/unit-figures.ts';
import { partText } from '../numbers/figure-view.tsx';
import { rowOf } from '../numbers/own-file.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { unitFiguresTexts } from './unit-figures-texts.ts';

/** The same figures as the page has. What was measured of nobody has no row: it is not zero. */
export function unitFiguresFile({ unit, figures, at }: UnitFigures, language: Language): NumberFile {
  const say = unitFiguresTexts(language);
  return {
    title: say('title', { unit: unit.name }),
    about: [
      [say('fileOf'), momentText(at, language)],
      [say('fileWarningIs'), say('internal')],
    ],
    rows: unitFigureIds.flatMap((id) => {
      const definition = unitDefinition(id);
      return (figures.get(id) ?? []).map((figure) => {
        const row = rowOf(definition, figure, language);
        const isParted = figure.part !== null && definition.splitBy !== 'unit';
        return { ...row, name: isParted ? `${row.name}: ${partText(figure.part ?? '', language)}` : row.name, placeName: unit.name };
      });
    }),
    tongue: language,
  };
}
