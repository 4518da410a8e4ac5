/** Her needs above a search: what is written, how this search differs, and the press that keeps the needs of the search as hers. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { type HerNeeds, needsDifference, proposedSince } from '../../domain/placement/her-needs.ts';
import { type HerSituation, proposeNeeds, sheAlone } from '../../domain/placement/needs.ts';
import type { Nights } from '../../domain/placement/nights.ts';
import { asWritten, isSameParty } from '../../domain/placement/wish-change.ts';
import type { PlaceProperty } from '../../domain/placement/provision.ts';
import { danishDay, type Day } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { partyInFull } from '../waiting/wish-change-words.ts';
import { findAddress, searchedAgain } from './addresses.ts';
import { everyNightField, type FindQuery, fieldsToAsk, needField, needFields } from './find-query.ts';
import { herNeedsTexts } from './her-needs-texts.ts';
import { ToldNeeds } from './told-needs.tsx';
import { needList, onNightsText } from './need-words.ts';
import { propertyList } from './words.ts';

type Props = {
  readonly pathway: Id<'pathway'>;
  readonly written: HerNeeds | null;
  readonly situation: HerSituation;
  readonly query: FindQuery;
  /** Her day of birth; null where it is not known, and her age is what was written. */
  readonly born: Day | null;
  readonly mayKeep: boolean;
  readonly language: Language;
};

export function HerNeedsNote({ pathway, written, situation, query, born, mayKeep, language }: Props): JSX.Element {
  const say = herNeedsTexts(language);
  const list = (properties: readonly PlaceProperty[]): string => propertyList(properties, language);
  const difference = written === null ? null : needsDifference(query.needs, written.needs);
  const since = written === null ? [] : proposedSince(proposeNeeds(situation, query.nights), written.needs);
  const fields = fieldsToAsk(query, query.nights.arrival);
  const party = query.partyOn(query.nights.arrival);
  const [hers, asked] = [asWritten({ party: written?.party ?? null }, born).party, asWritten({ party }, born).party];
  const otherParty = hers !== null && !isSameParty(asked, hers);
  // Who comes is hers to be kept also where nobody has written it before.
  const keeps =
    written === null || difference !== null || otherParty || (hers === null && !isSameParty(party, { ...sheAlone, age: party.age }));
  return (
    <section className="her-needs">
      <p>
        {written === null ? say('proposed') : writtenText(written, query.nights, language)}{' '}
        {written?.by && written.at && (
          <span className="quiet">{say('writtenBy', { name: written.by, day: dayText(danishDay(written.at), language) })}</span>
        )}
      </p>
      {written === null && <ToldNeeds situation={situation} nights={query.nights} chosen={query.needs} language={language} />}
      {since.length > 0 && <p>{say('since', { needs: list(since) })}</p>}
      {difference && (
        <p>
          <strong>
            {difference.besides.length > 0 && say('besides', { needs: list(difference.besides) })}{' '}
            {difference.without.length > 0 && say('without', { needs: list(difference.without) })}{' '}
            {difference.otherNights.length > 0 && say('otherNights', { needs: onNightsText(difference.otherNights, language) })}
          </strong>{' '}
          <a
            href={searchedAgain(pathway, [
              ...fields.filter(([name]) => name !== needField && name !== everyNightField),
              ...needFields(written?.needs ?? []),
            ])}
          >
            {say('back')}
          </a>
        </p>
      )}
      {otherParty && (
        <p>
          <strong>{say('differsInParty', { asked: partyInFull(asked, language), written: partyInFull(hers, language) })}</strong>
        </p>
      )}
      {mayKeep && keeps && (
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

/** «Hun har brug for rum til en partner og trinfri adgang.» */
function writtenText({ needs }: HerNeeds, nights: Nights, language: Language): string {
  const say = herNeedsTexts(language);
  return needs.length === 0 ? say('writtenNone') : say('written', { needs: needList(needs, nights, language) });
}
