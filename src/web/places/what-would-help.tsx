/** Where no unit can take her on the day: the one thing that would make it possible, with the search that asks so. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import type { Help, WhatWouldHelp } from '../../domain/placement/what-would-help.ts';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { findAddress } from './addresses.ts';
import { fieldsToAsk, type FindQuery } from './find-query.ts';
import { helpTexts } from './what-would-help-texts.ts';
import { propertyList, unitTitle } from './words.ts';

type Props = {
  readonly pathway: Id<'pathway'>;
  readonly query: FindQuery;
  /** `null` where somebody can take her. */
  readonly help: WhatWouldHelp | null;
  readonly language: Language;
};

export function WhatWouldHelpHer({ pathway, query, help, language }: Props): JSX.Element | null {
  const say = helpTexts(language);
  if (help === null || (help.helps.length === 0 && query.needs.length === 0)) return null;
  const { helps, undecided } = help;
  const notDecided = undecided.length > 0 && <p>{say('undecided', { needs: propertyList(undecided, language) })}</p>;
  if (helps.length === 0) return <>{notDecided || <p>{say('none')}</p>}</>;
  return (
    <Alert tone="notice" heading={say('heading', { day: weekdayText(query.nights.arrival, language) })}>
      <p>{say('intro')}</p>
      <ul className="would-help">
        {helps.map((one) => (
          <li key={one.without}>
            {[helpSentence(one, query, language), say('more', { count: one.able - 1 })].join(' ').trim()}{' '}
            <a href={`${findAddress(pathway)}?${asEased(one, query)}`}>{say('search')}</a>
          </li>
        ))}
      </ul>
      {notDecided}
    </Alert>
  );
}

function helpSentence({ without, best }: Help, { nights }: FindQuery, language: Language): string {
  const say = helpTexts(language);
  const of = { unit: unitTitle(best.candidate), day: weekdayText(nights.arrival, language) };
  if (without === 'partner') return say('partner', of);
  if (without === 'other-children') return say('children', of);
  return say('need', { ...of, need: propertyList([without], language) });
}

/** The fields of the same search with that one thing asked otherwise. Who comes because of a need does not come without it. */
function asEased({ without }: Help, query: FindQuery): string {
  const { askedParty, needs, everyNight, nights } = query;
  const field = without === 'partner' ? 'partner' : without === 'other-children' ? 'boern' : null;
  const toAsk = askedParty.toAsk.filter(([name]) => name !== field);
  const eased: FindQuery = {
    ...query,
    needs: needs.filter((need) => need.property !== without),
    everyNight: everyNight.filter((one) => one !== without),
    askedParty: { ...askedParty, toAsk: field === null ? toAsk : [...toAsk, [field, '']] },
  };
  return new URLSearchParams(fieldsToAsk(eased, nights.arrival).map(([name, value]): [string, string] => [name, value])).toString();
}
