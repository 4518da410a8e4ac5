/** That a search asks for a stay which ends just before the birth, what it therefore does not ask for, and the search that does. */
import type { JSX } from 'react';
import { endsBeforeBirth } from '../../domain/placement/ends-before-birth.ts';
import type { HerSituation } from '../../domain/placement/needs.ts';
import { proposedNightsAfterBirth } from '../../domain/placement/nights.ts';
import type { Id } from '../../domain/id.ts';
import { dayText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { findAddress } from './addresses.ts';
import { fieldsToAsk, type FindQuery } from './find-query.ts';
import { mostWeeks } from './who-and-how-long.ts';

export const endsBeforeBirthTexts = catalogue(
  {
    ends: 'Opholdet slutter {day}, og terminen er {due}. Barnet kan komme, før hun rejser, og hun har ikke en plads bagefter.',
    noRoom: 'Søgningen beder ikke om en plads med rum til mor og barn.',
    instead: 'Søg til fødslen og {weeks} uger efter',
  },
  {
    ends: 'The stay ends on {day}, and the due date is {due}. The child can come before she leaves, and she has no place afterwards.',
    noRoom: 'The search does not ask for a place with room for mother and child.',
    instead: 'Search to the birth and {weeks} weeks after',
  },
);

export function EndsBeforeBirth({
  pathway,
  situation,
  query,
  language,
}: {
  readonly pathway: Id<'pathway'>;
  readonly situation: HerSituation;
  readonly query: FindQuery;
  readonly language: Language;
}): JSX.Element | null {
  const { dueDate } = situation;
  if (dueDate === null || !endsBeforeBirth(situation, query.nights.departure)) return null;
  const say = endsBeforeBirthTexts(language);
  const weeks = Math.min(proposedNightsAfterBirth / 7, mostWeeks);
  const hasRoom = query.needs.some(({ property }) => property === 'mother-and-baby');
  return (
    <Alert tone="attention">
      <p>
        {say('ends', { day: dayText(query.nights.departure, language), due: dayText(dueDate, language) })}
        {!hasRoom && ` ${say('noRoom')}`}
      </p>
      <p>
        <a href={`${findAddress(pathway)}?${askedToBirth(query, weeks)}`}>{say('instead', { weeks })}</a>
      </p>
    </Alert>
  );
}

/** The same search to so many weeks after the birth, with what a stay that passes it needs. */
function askedToBirth(query: FindQuery, weeks: number): string {
  const askedLength = { ...query.askedLength, kind: 'foedsel', weeksText: String(weeks) } as const;
  const asked = fieldsToAsk({ ...query, askedLength }, query.nights.arrival);
  const room = query.needs.some(({ property }) => property === 'mother-and-baby') ? [] : [['behov', 'mother-and-baby']];
  return new URLSearchParams([...asked, ...room].map(([name = '', value = '']): [string, string] => [name, value])).toString();
}
