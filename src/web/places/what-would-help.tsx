/** Where no unit can take her on the day: the one thing that would make it possible, with the search that asks so. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { countNights } from '../../domain/placement/nights.ts';
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
  return (
    <Alert tone="notice" heading={say('heading', { day: weekdayText(query.nights.arrival, language) })}>
      {help.helps.length > 0 && (
        <>
          <p>{say('intro')}</p>
          <ul className="would-help">
            {help.helps.map((one) => (
              <li key={one.eased.kind === 'without' ? one.eased.property : one.eased.kind}>
                {[helpSentence(one, query, language), say('more', { count: one.able - 1 })].join(' ').trim()}{' '}
                <a href={`${findAddress(pathway)}?${asEased(one, query)}`}>{say('search')}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {help.helps.length === 0 && help.undecided.length === 0 && <p>{say('none')}</p>}
      {help.undecided.length > 0 && <p>{say('undecided', { needs: propertyList(help.undecided, language) })}</p>}
    </Alert>
  );
}

function helpSentence({ eased, best }: Help, { nights }: FindQuery, language: Language): string {
  const say = helpTexts(language);
  const of = { unit: unitTitle(best.candidate), day: weekdayText(nights.arrival, language) };
  if (eased.kind === 'shorter') return say('shorter', { ...of, nights: eased.nights, asked: countNights(nights) });
  if (eased.property === 'partner') return say('partner', of);
  if (eased.property === 'other-children') return say('children', of);
  return say('need', { ...of, need: propertyList([eased.property], language) });
}

/** The fields of the same search with that one thing asked otherwise. Who comes because of a need does not come without it. */
function asEased({ eased }: Help, query: FindQuery): string {
  const { askedLength, askedParty, needs, everyNight, nights } = query;
  const fields = (): readonly (readonly [string, string])[] => {
    if (eased.kind === 'shorter')
      return fieldsToAsk({ ...query, askedLength: { ...askedLength, kind: 'naetter', nightsText: String(eased.nights) } }, nights.arrival);
    const { property } = eased;
    const field = property === 'partner' ? 'partner' : property === 'other-children' ? 'boern' : null;
    const toAsk = askedParty.toAsk.filter(([name]) => name !== field);
    return fieldsToAsk(
      {
        ...query,
        needs: needs.filter((need) => need.property !== property),
        everyNight: everyNight.filter((one) => one !== property),
        askedParty: { ...askedParty, toAsk: field === null ? toAsk : [...toAsk, [field, '']] },
      },
      nights.arrival,
    );
  };
  return new URLSearchParams(fields().map(([name, value]): [string, string] => [name, value])).toString();
}
