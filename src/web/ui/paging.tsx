/** Where one is in a long list, and the ways to the pages beside it. */
import type { JSX } from 'react';
import type { Language } from './language.ts';
import { catalogue } from './language.ts';

/** The page that an address asks for, counted from 1; the first when it asks for none that can be. */
export function pageOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

type Props = {
  readonly page: number;
  /** How many lines a page holds, and how many there are on all pages. */
  readonly pageLength: number;
  readonly total: number;
  readonly addressOf: (page: number) => string;
  readonly language: Language;
};

/** Nothing where everything stands on one page. */
export function Paging({ page, pageLength, total, addressOf, language }: Props): JSX.Element | null {
  const say = pagingTexts(language);
  if (total <= pageLength) return null;
  const last = Math.ceil(total / pageLength);
  const [from, to] = [(page - 1) * pageLength + 1, Math.min(page * pageLength, total)];
  return (
    <nav aria-label={say('pages')}>
      <p>{say('where', { from, to, total })}</p>
      <p className="actions">
        {page > 1 && <a href={addressOf(page - 1)}>{say('before')}</a>}
        {page < last && <a href={addressOf(page + 1)}>{say('next')}</a>}
      </p>
    </nav>
  );
}

const pagingTexts = catalogue(
  {
    pages: 'Sider',
    where: 'Nummer {from, number} til {to, number} af {total, number}, det, der haster mest, først.',
    before: 'Forrige side',
    next: 'Næste side',
  },
  {
    pages: 'Pages',
    where: 'Number {from, number} to {to, number} of {total, number}, the most urgent first.',
    before: 'Previous page',
    next: 'Next page',
  },
);
