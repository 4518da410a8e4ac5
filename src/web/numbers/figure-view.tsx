/** A table of one definition's figures: places down, years across, hidden values in words. */
import type { JSX } from 'react';
import { municipality } from '../../domain/geography/municipalities.ts';
import { parseRegion, regions } from '../../domain/geography/regions.ts';
import type { FigureDefinition } from '../../domain/numbers/figure-definition.ts';
import type { TabulatedFigure } from '../../domain/numbers/tabulate.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { figureDanish } from './figure-words.ts';
import { figureTexts } from './texts.ts';
import { YearHead } from '../ui/year-head.tsx';

type Props = {
  readonly definition: FigureDefinition;
  readonly figures: readonly TabulatedFigure[];
  readonly years: readonly number[];
  readonly language: Language;
  /** Leaves out the rows of municipalities where nothing is counted. */
  readonly short: boolean;
};

export function FigureTable({ definition, figures, years, language, short }: Props): JSX.Element {
  const say = figureTexts(language);
  if (definition.event.kind === 'listed' && figures.length === 0) return <p>{say('fromLists')}</p>;
  const rows = new Map<string, TabulatedFigure[]>();
  for (const figure of figures) {
    const key = `${figure.place}|${figure.part ?? ''}`;
    rows.set(key, [...(rows.get(key) ?? []), figure]);
  }
  const shown = [...rows.values()].filter((row) => !short || row.some(({ value }) => value !== 0));
  if (shown.length === 0) return <p>{say('empty')}</p>;
  const divided = definition.splitBy !== null;
  return (
    <>
      <Sheet caption={say('captionOf', { title: definition.title })}>
        <YearHead heads={[say('place'), ...(divided ? [say('part')] : [])]} years={years} />
        <tbody>
          {shown.map((row) => {
            const [first] = row;
            return (
              first && (
                <tr key={`${first.place}|${first.part ?? ''}`} className={first.place === 'danmark' ? 'sum' : undefined}>
                  <th scope="row">{placeText(first.place, language)}</th>
                  {divided && <td>{partText(first.part ?? '', language)}</td>}
                  {years.map((year) => (
                    <ValueCell key={year} figure={row.find(({ period }) => period === `${year}`)} language={language} />
                  ))}
                </tr>
              )
            );
          })}
        </tbody>
      </Sheet>
      {shown.length < rows.size && <p className="quiet">{say('onlyCounted')}</p>}
      {figures.some(({ value }) => typeof value !== 'number') && <p className="quiet">{say('hiddenWhy')}</p>}
      {definition.event.kind === 'listed' && <p className="quiet">{say('fromLists')}</p>}
      {definition.event.kind !== 'listed' && shown.some((row) => row.length < years.length) && <p className="quiet">{say('noneWhy')}</p>}
    </>
  );
}

/** One value: the number, the word for a hidden one, or that there is none. */
export function ValueCell({
  figure,
  language,
}: {
  readonly figure: TabulatedFigure | undefined;
  readonly language: Language;
}): JSX.Element {
  const say = figureTexts(language);
  if (!figure) return <td className="number">{say('none')}</td>;
  const { value } = figure;
  return typeof value === 'number' ? (
    <td className="number">{numberText(value, language)}</td>
  ) : (
    <td className="number hidden-count">{say('hidden')}</td>
  );
}

export function placeText(place: string, language: Language): string {
  const say = figureTexts(language);
  const region = parseRegion(place);
  if (region) return regions[region].name;
  if (place === 'danmark' || place === 'ukendt') return say(place);
  return municipality(place)?.name ?? place;
}

/** A part's word; the name of a unit stands as it is. */
export function partText(part: string, language: Language): string {
  const key = `part.${part}`;
  return key in figureDanish ? figureTexts(language)(key as 'part.unknown') : part;
}
