/** Who was discharged so lately that it can still be put right: on top of the stays, where the receipt of the discharge stands too. */
import type { JSX } from 'react';
import { type DischargeUndone, putRightUntil } from '../../domain/placement/undo-discharge.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { ExpectedStay } from '../../store/placement-reception.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { ReceiptAt } from '../ui/receipt.tsx';
import { justDischargedId, stayAddress, stayCardAddress } from './addresses.ts';
import { dischargeTexts } from './discharge-texts.ts';
import { justDischargedTexts } from './just-discharged-texts.ts';
import { MunicipalityNumber } from './municipality-number.tsx';
import { promisedText } from './promised-words.ts';
import { placesText } from './stay-words.ts';

type LinkProps = {
  readonly stay: ExpectedStay;
  /** What putting her discharge right would mean now; `null` for one who was not discharged so that it is known how it stood. */
  readonly undo: DischargeUndone | null;
  readonly now: Moment;
  readonly language: Language;
};

type Props = {
  readonly discharged: readonly Pick<LinkProps, 'stay' | 'undo'>[];
  readonly now: Moment;
  readonly language: Language;
};

export function JustDischarged({ discharged, now, language }: Props): JSX.Element | null {
  const say = justDischargedTexts(language);
  const lately = discharged
    .flatMap(({ stay, undo }) =>
      stay.leftBy !== null && now <= putRightUntil(stay.leftBy.recorded).until ? [{ stay, undo, leftBy: stay.leftBy }] : [],
    )
    .toSorted((one, other) => (one.leftBy.recorded < other.leftBy.recorded ? 1 : -1));
  if (lately.length === 0) return null;
  return (
    <Card heading={say('heading')}>
      <ul className="plain-list">
        {lately.map(({ stay, undo, leftBy }) => (
          <li key={stay.id} id={justDischargedId(stay.id)}>
            <ReceiptAt id={justDischargedId(stay.id)} />
            <p>
              <a href={stayCardAddress(stay)}>{stay.calledName}</a>:{' '}
              {say('line', {
                place: placesText(stay.parts, language, danishDay(leftBy.recorded)),
                day: dayText(stay.nights.departure, language),
                written: momentText(leftBy.recorded, language),
              })}
            </p>
            <UndoDischargeLink stay={stay} undo={undo} now={now} language={language} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The way to put a discharge right, for as long as it can be; while her place is promised to somebody else, until when that is. */
export function UndoDischargeLink({ stay, undo, now, language }: LinkProps): JSX.Element | null {
  if (stay.leftBy === null || undo === null || undo.outcome === 'cannot') return null;
  const { until } = putRightUntil(stay.leftBy.recorded);
  if (now > until) return null;
  const say = dischargeTexts(language);
  const promised = undo.outcome === 'place-taken' && undo.promisedUntil !== null ? undo : null;
  if (promised?.promisedUntil && promised.instead.length === 0)
    return (
      <>
        <p>{promisedText(promised.place, promised.promisedUntil, until, language)}</p>
        {promised.promisedUntil >= until && <MunicipalityNumber stay={stay} language={language} />}
        <p>
          <a href={`${stayAddress(stay.id)}/udskriv/ret`}>{say('insteadLink')}</a>
        </p>
      </>
    );
  return (
    <p>
      {promised?.promisedUntil && `${promisedText(promised.place, promised.promisedUntil, until, language)} `}
      <a href={`${stayAddress(stay.id)}/udskriv/ret`}>
        {say(promised === null ? 'undoLink' : 'undoLinkElsewhere', { until: momentText(until, language) })}
      </a>
    </p>
  );
}
