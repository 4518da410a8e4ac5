/** How the one who reads sees figures, and the day that protected ones are of. */
import type { JSX } from 'react';
import type { FigureSight } from '../../access/figures.ts';
import { fixedDayOf } from '../../domain/numbers/fixed-day.ts';
import type { Day } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { figureTexts } from './texts.ts';

type Props = { readonly sight: FigureSight; readonly today: Day; readonly language: Language };

export function SightWords({ sight, today, language }: Props): JSX.Element {
  const say = figureTexts(language);
  const { asOf, next } = fixedDayOf(today);
  return (
    <>
      <p>{say(`sight.${sight.sees}`)}</p>
      {sight.sees === 'protected' && <p>{say('fixedDay', { asOf: dayText(asOf, language), next: dayText(next, language) })}</p>}
    </>
  );
}

/** In words that there is nothing yet, and when it comes: a table of zeros would be read as that nobody was counted. */
export function NotYet({ comes, language }: { readonly comes: Day; readonly language: Language }): JSX.Element {
  return <Alert tone="notice">{figureTexts(language)('noProtectedYet', { day: dayText(comes, language) })}</Alert>;
}
