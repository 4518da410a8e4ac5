/** The way from an estimate of need to the published numbers that it is made of (da: hvad tallet er talt af), and from such a number back to planning. */
import type { JSX } from 'react';
import { needEstimates, needsCountedFrom } from '../../domain/planning/proposals/need-estimates.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimates } from '../../domain/numbers/published-estimates.ts';
import { estimateAddress } from '../numbers/addresses.ts';
import { estimateName } from '../numbers/chosen-number.tsx';
import { catalogue, type Language } from '../ui/language.ts';
import { planAddress, publishedAddress } from './addresses.ts';
import { needWords } from './need-words.ts';
import { spanText } from './plan-words.ts';

const texts = catalogue(
  {
    made: 'Definition, citat og kilde under Tal:',
    back: 'Planlægningen regner med tallet i «{name}»: {women} kvinder om året.',
    plan: 'Se, hvad skønnet betyder for forslagene',
    published: 'Se de offentliggjorte scenarier',
  },
  {
    made: 'Definition, quotation and source under Numbers:',
    back: 'Planning reckons with the number in “{name}”: {women} women a year.',
    plan: 'See what the estimate means for the proposals',
    published: 'See the published scenarios',
  },
);

/** Where the card of an estimate stands on the page of planning. */
export function needAnchor(key: string): string {
  return `skoen-${key.replaceAll(/[^a-z0-9-]/gi, '-')}`;
}

type Made = { readonly numbers: readonly string[]; readonly language: Language };

/** Links to the entries; nothing where an estimate is made of none. */
export function NumbersOfNeed({ numbers, language }: Made): JSX.Element | null {
  const found = publishedEstimates.filter(({ id }) => numbers.includes(id));
  if (found.length === 0) return null;
  return (
    <p className="quiet no-print">
      {texts(language)('made')}{' '}
      {found.map((one, index) => (
        <span key={one.id}>
          {index > 0 && ' · '}
          <a href={estimateAddress(one.id)}>{estimateName(one, language)}</a>
        </span>
      ))}
    </p>
  );
}

type Back = { readonly number: PublishedEstimate; readonly reads: 'plan' | 'published' | null; readonly language: Language };

/** From a published number to the estimates that planning makes of it. */
export function NeedsOfNumber({ number, reads, language }: Back): JSX.Element | null {
  const say = texts(language);
  const needs = needsCountedFrom(number.id);
  if (needs.length === 0) return null;
  return (
    <>
      {needs.map((id) => (
        <p key={id}>
          {say('back', { name: needWords(language)(`name.${id}`), women: spanText(needEstimates[id], 0, language) })}{' '}
          {reads === 'plan' && <a href={`${planAddress}#${needAnchor(id)}`}>{say('plan')}</a>}
          {reads === 'published' && <a href={publishedAddress}>{say('published')}</a>}
        </p>
      ))}
    </>
  );
}
