/** All figures drawn from the pathways, theme by theme: each with its definition and the numbers of the last years. */
import { Fragment, type JSX } from 'react';
import type { FigureSight } from '../../access/figures.ts';
import { figureDefinitions } from '../../domain/numbers/definitions.ts';
import { definitionThemes, type FigureDefinition } from '../../domain/numbers/figure-definition.ts';
import type { Day } from '../../domain/time.ts';
import type { SeenFigures } from '../../store/figure-view.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet, Strip } from '../ui/pieces.tsx';
import { figureAddress } from './addresses.ts';
import { ValueCell } from './figure-view.tsx';
import { NotYet, SightWords } from './sight-words.tsx';
import { figureTexts } from './texts.ts';
import { YearHead } from '../ui/year-head.tsx';

type ListProps = {
  readonly seen: readonly SeenFigures[];
  readonly sight: FigureSight;
  readonly years: readonly number[];
  readonly today: Day;
  readonly language: Language;
};

export function FigureList({ seen, sight, years, today, language }: ListProps): JSX.Element {
  const say = figureTexts(language);
  const comesOf = (some: readonly (SeenFigures | undefined)[]): Day | null => {
    const [first] = some;
    return first?.outcome === 'not-yet' && some.every((one) => one?.outcome === 'not-yet') ? first.comes : null;
  };
  const comes = comesOf(seen);
  // Said once for all, or for a theme that has none where others do: imported lists come when they come.
  const notYetOf = (theme: FigureDefinition['theme']): Day | null =>
    comes === null ? comesOf(seen.filter((_, index) => figureDefinitions[index]?.theme === theme)) : null;
  return (
    <>
      <p>{say('intro')}</p>
      <Strip>
        <SightWords sight={sight} today={today} language={language} />
      </Strip>
      {comes !== null && <NotYet comes={comes} language={language} />}
      {definitionThemes.map((theme) => {
        const later = notYetOf(theme);
        return (
          <Fragment key={theme}>
            {later !== null && <NotYet comes={later} language={language} />}
            <Sheet caption={say(`theme.${theme}`)}>
              <YearHead heads={[say('figure')]} years={years} />
              <tbody>
                {figureDefinitions.map((definition, index) => {
                  const found = seen[index];
                  return (
                    definition.theme === theme && (
                      <tr key={definition.id}>
                        <th scope="row" lang="da">
                          <a href={figureAddress(definition.id)}>{definition.title}</a>
                          <br />
                          <span className="quiet">{definition.text}</span>
                        </th>
                        {years.map((year) => (
                          <Summary key={year} definition={definition} seen={found} year={year} language={language} />
                        ))}
                      </tr>
                    )
                  );
                })}
              </tbody>
            </Sheet>
          </Fragment>
        );
      })}
      {seen.some(({ outcome }) => outcome === 'not-published') && <p className="quiet">{say('notPublished')}</p>}
    </>
  );
}

type SummaryProps = {
  readonly definition: FigureDefinition;
  readonly seen: SeenFigures | undefined;
  readonly year: number;
  readonly language: Language;
};

/** The widest place that is seen; parts of a divided count are added up. */
function Summary({ definition, seen, year, language }: SummaryProps): JSX.Element {
  const figures = seen && seen.outcome !== 'not-published' ? seen.figures.filter(({ period }) => period === `${year}`) : [];
  const widest = figures.filter(({ place }) => place === (figures.some((one) => one.place === 'danmark') ? 'danmark' : figures[0]?.place));
  const [first] = widest;
  const added = definition.measure.kind === 'count' || definition.measure.kind === 'nights';
  const total = widest.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0);
  if (added && definition.splitBy !== null && seen?.outcome === 'internal')
    return <td className="number">{numberText(total, language)}</td>;
  // A part alone would be read as the whole.
  if (definition.splitBy !== null && seen?.outcome === 'internal')
    return <td className="number quiet">{figureTexts(language)('divided')}</td>;
  return <ValueCell figure={first} language={language} />;
}
