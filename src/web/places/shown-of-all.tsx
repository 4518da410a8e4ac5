/** Where a country has more units than a page shows: how many are shown, and the way to more. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import type { Language } from '../ui/language.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { askAgainAddress, type FindQuery } from './find-query.ts';
import { shownAtOnce } from './rank-for-her.ts';

type Props = {
  readonly pathway: Id<'pathway'>;
  readonly query: FindQuery;
  readonly shown: number;
  readonly units: number;
  readonly language: Language;
};

export function ShownOfAll({ pathway, query, shown, units, language }: Props): JSX.Element | null {
  if (shown >= units) return null;
  const say = calendarTexts(language);
  return (
    <p>
      {say('shownOfAll', { shown, units })}{' '}
      <a href={askAgainAddress(pathway, query, ['vis', String(shown + shownAtOnce)])}>
        {say('showMore', { more: Math.min(shownAtOnce, units - shown) })}
      </a>
    </p>
  );
}
