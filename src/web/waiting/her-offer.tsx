/** The offer that waits for an answer, and the place once it was said yes to: until when it was promised, and until when it is held. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { knownYes } from '../../domain/pathway/her-yes.ts';
import { heldAfterYes } from '../../domain/placement/after-yes.ts';
import { holdMinutes } from '../../domain/placement/hold.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { declineReasons, passReasons } from '../../domain/placement/waiting-reasons.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import type { Fields } from '../form.ts';
import { findAddress } from '../places/addresses.ts';
import { HerYesFields } from '../places/her-yes.tsx';
import { placesText } from '../places/stay-words.ts';
import { placeTexts } from '../places/texts.ts';
import { ErrorSummary, type FieldErrors } from '../ui/fields.tsx';
import { dayText, momentText, weekdayMomentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { herWaitingAddress } from './addresses.ts';
import { AnswerClock } from './answer-clock.tsx';
import { ReasonForm } from './reason-form.tsx';
import { waitingTexts } from './texts.ts';
import { yesTexts } from './yes-texts.ts';

/** What a form said of her yes, and what is missing in it, by field. */
export type SentYes = { readonly fields: Fields; readonly errors: FieldErrors };

type OfferProps = {
  readonly material: HerWaitingMaterial;
  readonly request: HerRequest;
  readonly language: Language;
  readonly mayAct: boolean;
  readonly requestKey: string;
  readonly yes: SentYes;
};

/** Which offer a form answers, and the key that makes it count once. */
export function AboutOffer({ offer, requestKey }: { readonly offer: Id<'stay'> | null; readonly requestKey: string }): JSX.Element {
  return (
    <>
      {offer !== null && <input type="hidden" name="tilbud" value={offer} />}
      <input type="hidden" name="noegle" value={requestKey} />
    </>
  );
}

/** The place that she has from the list. A place that was offered says both times: what was promised, and until when it is held. */
export function Accepted({ material, request, language }: Pick<OfferProps, 'material' | 'request' | 'language'>): JSX.Element {
  const say = waitingTexts(language);
  const yes = yesTexts(language);
  const { herStay: stay } = request;
  const offer = request.offers.find((one) => one.stay === stay?.id && one.status === 'accepted');
  const heldUntil = stay?.status === 'held' ? stay.heldUntil : null;
  const until = heldUntil === null ? '' : weekdayMomentText(heldUntil, language);
  return (
    <Alert tone="notice" heading={say('acceptedHeading')}>
      <p>
        {stay !== null && `${placesText(stay.parts, language)}, ${stay.unitName}. `}
        {offer &&
          heldUntil !== null &&
          `${yes('both', { promised: momentText(offer.answerBy, language), until: momentText(heldUntil, language) })} `}
        {heldUntil !== null && <strong>{yes('confirmBy', { until })}</strong>}
        {stay?.status === 'confirmed' && yes('isConfirmed')}
      </p>
      {heldUntil !== null && <p>{yes('otherwise')}</p>}
      <p>
        <a href={findAddress(material.her.id)}>{say('toPlace')}</a>
      </p>
    </Alert>
  );
}

export function Offer({ material, request, language, mayAct, requestKey, yes: sent }: OfferProps): JSX.Element | null {
  const say = waitingTexts(language);
  const yes = yesTexts(language);
  const { now, her } = material;
  const { herStay: stay } = request;
  if (stay === null || stay.heldUntil === null) return null;
  const when = momentText(stay.heldUntil, language);
  const kept = heldAfterYes(stay.heldUntil, now);
  const { arrival, departure } = stay.nights;
  const address = herWaitingAddress(her.id);
  return (
    <section className="card" aria-labelledby="tilbud">
      <h2 id="tilbud">{say('offerHeading')}</h2>
      <p>
        {say('offerText', {
          place: placesText(stay.parts, language),
          unit: stay.unitName,
          arrival: dayText(arrival, language),
          departure: dayText(departure, language),
        })}
      </p>
      <AnswerClock
        answerBy={stay.heldUntil}
        now={now}
        text={say('answerBy', { when })}
        overText={say('answerOver', { when })}
        language={language}
      />
      {mayAct && !hasRunOut(stay, now) && (
        <>
          <form method="post" action={`${address}/ja`}>
            <AboutOffer offer={stay.id} requestKey={requestKey} />
            <p className="quiet">{yes('hint', { when, minutes: holdMinutes, until: momentText(kept.until, language) })}</p>
            {knownYes(her.pathway) === null && (
              <>
                <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={sent.errors} />
                <HerYesFields fields={sent.fields} errors={sent.errors} language={language} />
              </>
            )}
            <button className="button button-primary">{say('accept')}</button>
          </form>
          <ReasonForm
            summary={say('pass')}
            hint={say('passHint')}
            action={`${address}/videre`}
            options={passReasons.filter((value) => value !== 'unsaid').map((value) => ({ value, text: say(`pass.${value}`) }))}
            mark="videre"
            language={language}
          >
            <AboutOffer offer={stay.id} requestKey={requestKey} />
          </ReasonForm>
          <ReasonForm
            summary={say('declined')}
            hint={say('declinedHint')}
            action={`${address}/hendes-nej`}
            options={declineReasons.map((value) => ({ value, text: say(`decline.${value}`) }))}
            mark="hendes"
            language={language}
          >
            <AboutOffer offer={stay.id} requestKey={requestKey} />
            <input type="hidden" name="afdeling" value={stay.unit} />
          </ReasonForm>
        </>
      )}
    </section>
  );
}
