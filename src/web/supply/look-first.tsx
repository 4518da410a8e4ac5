/** What a change does to those who are booked, told before it is saved. The form is sent again with those who were shown. */
import type { JSX } from 'react';
import type { TermsEffect } from '../../domain/placement/flexible-effect.ts';
import type { Affected, Booking, OverStaffing, ToAsk } from '../../domain/placement/supply-effect.ts';
import type { BookedStay, SupplyEffect } from '../../store/supply-upkeep.ts';
import { stayCardAddress } from '../places/addresses.ts';
import { nightsText } from '../places/words.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { AgreedFields, Contradictions } from './contradictions.tsx';
import { effectTexts } from './effect-texts.ts';
import { supplyTexts } from './texts.ts';
import { bookedText, flexibleText, troubleSentence } from './words.ts';

type Props = SupplyEffect & {
  readonly action: string;
  readonly back: string;
  /** The form as it was sent: names and values. */
  readonly sent: readonly (readonly [name: string, value: string])[];
  readonly language: Language;
};

export function LookFirst(props: Props): JSX.Element {
  const { action, back, sent, affected, overStaffed, toAsk, sharing, terms, contradictions, language } = props;
  const say = supplyTexts(language);
  const shown = [
    ...[...affected, ...toAsk, ...(terms?.tooLate ?? [])].map(({ booking }) => booking),
    ...overStaffed.flatMap(({ booked }) => booked),
    ...sharing.flatMap(({ one, other }) => [one, other]),
  ].map(({ id }) => id);
  return (
    <Card>
      <Contradictions contradictions={contradictions} language={language} />
      {terms && <Terms terms={terms} language={language} />}
      {shown.length === 0 && contradictions.length === 0 && <p>{terms ? effectTexts(language)('termsNobody') : say('lookNobody')}</p>}
      {affected.length > 0 && (
        <Alert tone="attention" heading={say('lookSome', { count: new Set(affected.map(({ booking }) => booking.id)).size })}>
          <AffectedList affected={affected} language={language} />
          <p>{say('lookWhat')}</p>
        </Alert>
      )}
      <OverStaffed overStaffed={overStaffed} nameOf={({ calledName, placeName }) => `${calledName} (${placeName})`} language={language} />
      <AskFirst toAsk={toAsk} language={language} />
      {sharing.length > 0 && (
        <Alert tone="attention" heading={effectTexts(language)('sharingHeading')}>
          <ul>
            {sharing.map(({ one, other }) => (
              <li key={`${one.id} ${other.id} ${one.nights.arrival} ${other.nights.arrival}`}>
                {bookedText(one, language)}; {bookedText(other, language)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <form method="post" action={action}>
        {sent.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="set" value="ja" />
        <AgreedFields contradictions={contradictions} />
        {[...new Set(shown)].map((stay) => (
          <input key={stay} type="hidden" name="set-ophold" value={stay} />
        ))}
        <div className="actions">
          <button className="button button-primary">{say('lookYes')}</button>
          {/* By POST: what was written is no part of an address, which is kept in the browser's history. */}
          <button className="button button-secondary" name="igen" value="ja">
            {effectTexts(language)('change')}
          </button>
          <a href={back}>{say('lookNo')}</a>
        </div>
      </form>
    </Card>
  );
}

/** How the place opens now and how it will, who needs it before it can be opened, and whether the unit is asked at once to close it. */
function Terms({ terms, language }: { readonly terms: TermsEffect<BookedStay>; readonly language: Language }): JSX.Element {
  const say = effectTexts(language);
  const { before, after, openableFrom, tooLate, closesEmptySince } = terms;
  return (
    <>
      <p>{say('termsNow', { terms: flexibleText(before, language) })}</p>
      <p>{say('termsThen', { terms: flexibleText(after, language) })}</p>
      {closesEmptySince !== null && <p>{say('termsClose', { day: dayText(closesEmptySince, language) })}</p>}
      {tooLate.length > 0 && openableFrom !== null && after !== null && (
        <Alert tone="attention" heading={say('tooLateHeading')}>
          <p>{say('tooLate', { lead: after.leadDays, day: dayText(openableFrom, language) })}</p>
          <ul>
            {tooLate.map(({ booking, from }) => (
              <li key={`${booking.id} ${from}`}>
                <a href={stayCardAddress({ id: booking.id, unit: booking.unit })}>{bookedText(booking, language)}</a>.{' '}
                {say('tooLateFrom', { day: dayText(from, language) })}
              </li>
            ))}
          </ul>
          <p>{say('tooLateWhat')}</p>
        </Alert>
      )}
    </>
  );
}

/** Whom it is about, which nights, what is wrong with them, and where else in the unit she could be. */
export function AffectedList({
  affected,
  language,
}: {
  readonly affected: readonly Affected<BookedStay>[];
  readonly language: Language;
}): JSX.Element {
  const say = effectTexts(language);
  return (
    <ul>
      {affected.map(({ booking, troubles, others, isWholeUnit }) => (
        <li key={`${booking.id} ${booking.nights.arrival}`}>
          <a href={stayCardAddress({ id: booking.id, unit: booking.unit })}>{bookedText(booking, language)}</a>.{' '}
          {troubles.map((trouble) => troubleSentence(trouble, language)).join(' ')}{' '}
          {others.length > 0
            ? say('others', { places: others.map(({ name }) => name).join(', ') })
            : say(isWholeUnit ? 'othersInOtherUnits' : 'othersNone')}
        </li>
      ))}
    </ul>
  );
}

/** Nights with more women than the staffing, and who they are. */
export function OverStaffed<Of extends Booking>({
  overStaffed,
  nameOf,
  language,
}: {
  readonly overStaffed: readonly OverStaffing<Of>[];
  readonly nameOf: (booking: Of) => string;
  readonly language: Language;
}): JSX.Element | null {
  const say = effectTexts(language);
  if (overStaffed.length === 0) return null;
  return (
    <Alert tone="attention" heading={supplyTexts(language)('overStaffedHeading')}>
      {overStaffed.map(({ from, to, women, booked }) => (
        <p key={from + to}>
          {say('overStaffed', { period: nightsText({ from, to }, language), women, booked: booked.length })}{' '}
          {say('who', { names: booked.map(nameOf).join(', ') })}
        </p>
      ))}
      <p>{say('overStaffedMay')}</p>
    </Alert>
  );
}

function AskFirst({ toAsk, language }: { readonly toAsk: readonly ToAsk<BookedStay>[]; readonly language: Language }): JSX.Element | null {
  const say = effectTexts(language);
  if (toAsk.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('askHeading')}>
      <p>{say('askWhy')}</p>
      <ul>
        {toAsk.map(({ booking, rules }) => (
          <li key={`${booking.id} ${booking.nights.arrival}`}>
            {bookedText(booking, language)}. {rules.map((rule) => say(`ask.${rule}`)).join(' ')}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
