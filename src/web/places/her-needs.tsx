/** Her needs above a search: what is written, how this search differs, and the press that keeps the needs of the search as hers. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { type HerNeeds, needsDifference, proposedSince } from '../../domain/placement/her-needs.ts';
import { type HerSituation, proposeNeeds } from '../../domain/placement/needs.ts';
import type { PlaceProperty } from '../../domain/placement/provision.ts';
import { danishDay } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { findAddress, searchedAgain } from './addresses.ts';
import { type FindQuery, fieldsToAsk } from './find-query.ts';
import { herNeedsTexts } from './her-needs-texts.ts';
import { propertyList } from './words.ts';

type Props = {
  readonly pathway: Id<'pathway'>;
  readonly written: HerNeeds | null;
  readonly situation: HerSituation;
  readonly query: FindQuery;
  readonly mayKeep: boolean;
  readonly language: Language;
};

export function HerNeedsNote({ pathway, written, situation, query, mayKeep, language }: Props): JSX.Element {
  const say = herNeedsTexts(language);
  const list = (properties: readonly PlaceProperty[]): string =>
    properties.length === 0 ? say('none') : propertyList(properties, language);
  const difference = written && needsDifference(query.needs, written.needs);
  const since = written === null ? [] : proposedSince(proposeNeeds(situation, query.nights), written.needs);
  const fields = fieldsToAsk(query, query.nights.arrival);
  return (
    <section className="her-needs">
      <p>
        {written === null ? say('proposed') : say('written', { needs: list(written.needs.map(({ property }) => property)) })}{' '}
        {written?.by && written.at && (
          <span className="quiet">{say('writtenBy', { name: written.by, day: dayText(danishDay(written.at), language) })}</span>
        )}
      </p>
      {since.length > 0 && <p>{say('since', { needs: list(since) })}</p>}
      {difference && (
        <p>
          <strong>
            {difference.besides.length > 0 && say('besides', { needs: list(difference.besides) })}{' '}
            {difference.without.length > 0 && say('without', { needs: list(difference.without) })}
          </strong>{' '}
          <a
            href={searchedAgain(pathway, [
              ...fields.filter(([name]) => name !== 'behov'),
              ...(written?.needs ?? []).map(({ property }): readonly [string, string] => ['behov', property]),
            ])}
          >
            {say('back')}
          </a>
        </p>
      )}
      {mayKeep && (written === null || difference) && (
        <form method="post" action={`${findAddress(pathway)}/behov`}>
          {fields.map(([name, value]) => (
            <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
          ))}
          <button className="button button-secondary" aria-describedby="gem-behov">
            {say('keep')}
          </button>
          <p id="gem-behov" className="quiet">
            {say('keepHint')}
          </p>
        </form>
      )}
    </section>
  );
}
