/** A unit in a search: whether she can come, how far it is, how fresh the answer is, and why not. */
import type { JSX } from 'react';
import type { Move } from '../../domain/placement/feasibility.ts';
import { holdMinutes } from '../../domain/placement/hold.ts';
import { countNights, type Nights, nightsFrom } from '../../domain/placement/nights.ts';
import { exceedsShieldedGuideline } from '../../domain/placement/provision.ts';
import type { RankedUnit } from '../../domain/placement/search.ts';
import type { Id } from '../../domain/id.ts';
import type { Need } from '../../domain/placement/needs.ts';
import type { Day, Moment } from '../../domain/time.ts';
import { dayText, weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { BeforeHer } from '../waiting/before-her.tsx';
import { findAddress, searchAddress, unitAddress } from './addresses.ts';
import { placeTexts } from './texts.ts';
import { confirmedText, facilityLine, hindranceSentence, nextSentence, propertyList, travelText, unitTitle } from './words.ts';

export type UnitCardProps = {
  readonly ranked: RankedUnit;
  readonly pathway: Id<'pathway'>;
  readonly asked: { readonly needs: readonly Need[]; readonly nights: Nights };
  readonly now: Moment;
  readonly language: Language;
  /** False while she has a place: one at a time. */
  readonly canHold: boolean;
  /** Makes a form that is sent twice hold once. */
  readonly requestKey: string;
  /** How many more urgent than she wait for the unit. */
  readonly before: number;
};

export function UnitCard(props: UnitCardProps): JSX.Element {
  const { ranked, asked, now, language } = props;
  const say = placeTexts(language);
  const { facility, unit, answer, minutes, freshness } = ranked;
  const day = weekdayText(asked.nights.arrival, language);
  return (
    <li className="card unit-card">
      <h3>
        <a href={unitAddress(unit.id)}>{unitTitle(ranked)}</a>
      </h3>
      <p className="quiet">{facilityLine(facility, language)}</p>
      <ul className="chips">
        <li>
          {answer.outcome === 'can-come' ? (
            <Tag tone="done">{say('canCome', { day })}</Tag>
          ) : answer.outcome === 'can-come-with-moves' ? (
            <Tag tone="done">{say('canComeWithMoves', { day, count: answer.moves.length })}</Tag>
          ) : (
            <Tag tone="attention">{say('cannotCome', { day })}</Tag>
          )}
        </li>
        <li>
          <Tag>{travelText(minutes, language)}</Tag>
        </li>
        <li>
          {freshness === 'fresh' ? (
            <Tag>{confirmedText(unit.confirmed, now, language)}</Tag>
          ) : (
            <Tag tone="attention">{confirmedText(unit.confirmed, now, language)}</Tag>
          )}
        </li>
      </ul>
      <BeforeHer count={props.before} language={language} />
      {freshness === 'old' && <p className="quiet">{say('oldCapacity')}</p>}
      {exceedsShieldedGuideline(unit) && <p className="quiet">{say('shieldedWarning')}</p>}
      {answer.outcome === 'can-come' && <CanCome {...props} place={answer.place} moves={[]} />}
      {answer.outcome === 'can-come-with-moves' && <CanCome {...props} place={answer.place} moves={answer.moves} />}
      {answer.outcome === 'cannot-come' && (
        <>
          <ul className="reasons">
            {answer.hindrances.map((hindrance) => (
              <li key={hindranceSentence(hindrance, language)}>{hindranceSentence(hindrance, language)}</li>
            ))}
          </ul>
          {ranked.movesUndecided && <p>{say('movesUndecided')}</p>}
          <p>
            <strong>{nextSentence(answer.next, language)}</strong>{' '}
            {answer.next.outcome === 'found' && (
              <a href={searchAddress(props.pathway, from(asked, answer.next.arrival))}>
                {say('nextLink', { day: dayText(answer.next.arrival, language) })}
              </a>
            )}
          </p>
        </>
      )}
    </li>
  );
}

function CanCome({
  ranked,
  pathway,
  asked,
  language,
  canHold,
  requestKey,
  place,
  moves,
}: UnitCardProps & { readonly place: RankedUnit['unit']['places'][number]; readonly moves: readonly Move[] }): JSX.Element {
  const say = placeTexts(language);
  const { nights, needs } = asked;
  return (
    <>
      <p>
        {place.name}, {place.roomName.toLocaleLowerCase(language)}: {propertyList(place.properties, language)}.{' '}
        {say('stayLength', { nights: countNights(nights), departure: dayText(nights.departure, language) })}.
      </p>
      {moves.length > 0 && (
        <ul className="reasons">
          {moves.map(({ stay, nights: theirs, from, to }) => (
            <li key={stay}>
              {say('move', {
                from: from.name,
                to: to.name,
                arrival: dayText(theirs.arrival, language),
                departure: dayText(theirs.departure, language),
              })}
            </li>
          ))}
        </ul>
      )}
      {canHold && (
        <form method="post" action={`${findAddress(pathway)}/hold`}>
          <input type="hidden" name="afdeling" value={ranked.unit.id} />
          <input type="hidden" name="plads" value={place.id} />
          <input type="hidden" name="flytninger" value={moves.length} />
          <input type="hidden" name="noegle" value={requestKey} />
          <input type="hidden" name="soeg" value="ja" />
          <input type="hidden" name="ankomst" value={nights.arrival} />
          <input type="hidden" name="naetter" value={countNights(nights)} />
          {needs.map(({ property }) => (
            <input key={property} type="hidden" name="behov" value={property} />
          ))}
          <button
            className="button button-primary"
            aria-label={`${say('hold', { minutes: holdMinutes })}: ${say('holdFor', { place: place.name, unit: unitTitle(ranked) })}`}
          >
            {say('hold', { minutes: holdMinutes })}
          </button>
        </form>
      )}
    </>
  );
}

/** The same search from another day. */
function from({ needs, nights }: UnitCardProps['asked'], arrival: Day): UnitCardProps['asked'] {
  return { needs, nights: nightsFrom(arrival, countNights(nights)) };
}
