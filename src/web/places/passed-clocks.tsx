/** The law's clocks that have passed while no place was found: said on the page where it is sought, with the way to where they are met. */
import type { JSX } from 'react';
import { type Clock, clockStatus } from '../../domain/pathway/deadlines.ts';
import type { Id } from '../../domain/id.ts';
import type { Moment } from '../../domain/time.ts';
import { pathwayAddress } from '../pathways/addresses.ts';
import { citationOf, limitText } from '../pathways/clocks.tsx';
import { wordTexts } from '../pathways/word-texts.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Tag } from '../ui/pieces.tsx';
import { passedClocksTexts } from './passed-clocks-texts.ts';

type Props = { readonly id: Id<'pathway'>; readonly clocks: readonly Clock[]; readonly now: Moment; readonly language: Language };

/** Nothing where no clock has passed. */
export function PassedClocks({ id, clocks, now, language }: Props): JSX.Element | null {
  const [say, word] = [passedClocksTexts(language), wordTexts(language)];
  const passed = clocks.filter((clock) => clockStatus(clock, now) === 'passed');
  if (passed.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('heading', { count: passed.length })}>
      <ul className="passed-clocks">
        {passed.map((clock) => (
          <li key={`${clock.id}-${clock.startedBy}`}>
            {word(`clock.${clock.id}`)}. <Tag tone="stop">{word('clockStatus.passed')}</Tag> {limitText(clock, language)}{' '}
            <span className="quiet">{citationOf(clock)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={pathwayAddress(id)}>{say('link')}</a>
      </p>
    </Alert>
  );
}
