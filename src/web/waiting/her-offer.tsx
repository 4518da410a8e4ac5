/** The offer that waits for an answer, and the place once it was said yes to: until when it was promised, and until when it is held. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { yesStanding } from '../../domain/pathway/her-answer.ts';
import { knownYes } from '../../domain/pathway/her-yes.ts';
import { heldAfterYes } from '../../domain/placement/after-yes.ts';
import { holdMinutes } from '../../domain/placement/hold.ts';
import { beforeAsking, type BeforeAsking } from '../../domain/placement/offer-freshness.ts';
import { departureByBirth } from '../../domain/placement/follow-birth.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { declineReasons, passReasons } from '../../domain/placement/waiting-reasons.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { Fields } from '../form.ts';
import { findAddress, unitAddress } from '../places/addresses.ts';
import { agreedByBirthText } from '../places/follow-birth-words.ts';
import { OfferDoubts, saidDoubts } from '../places/doubts.tsx';
import { telephoneTexts } from '../places/telephone-texts.ts';
import { herAnswerTexts } from '../places/her-answer-texts.ts';
import { HerYesFields } from '../places/her-yes.tsx';
import { placesText } from '../places/stay-words.ts';
import { placeTexts } from '../places/texts.ts';
import { CheckboxGroup, ErrorSummary, type FieldErrors } from '../ui/fields.tsx';
import { dayText, momentText, weekdayMomentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { herWaitingAddress } from './addresses.ts';
import { AnswerClock } from './answer-clock.tsx';
import { lengthTexts } from './length-texts.ts';
import { ReasonForm } from './reason-form.tsx';
import { waitingTexts } from './texts.ts';
import { takeBackTexts } from './take-back-texts.ts';
import { unitWhyTexts } from './unit-why-texts.ts';
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
  const hers = material.her.pathway.stays.find(({ id }) => id === stay?.id);
  const saidNo = hers !== undefined && yesStanding(hers) === 'refused';
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
        {heldUntil !== null && <strong>{saidNo ? herAnswerTexts(language)('refused') : yes('confirmBy', { until })}</strong>}
        {stay?.status === 'confirmed' && yes('isConfirmed')}
      </p>
      {heldUntil !== null && !saidNo && <p>{yes('otherwise')}</p>}
      <p>{takeBackTexts(language)(heldUntil === null ? 'confirmed' : 'held')}</p>
      <p>
        <a href={findAddress(material.her.id)}>{say('toPlace')}</a>
      </p>
    </Alert>
  );
}

/** Why the unit is to be rung before she is asked; `null` where its capacity is fresh. */
function ringFirst(
  { candidates, now }: Pick<HerWaitingMaterial, 'candidates' | 'now'>,
  unit: Id<'unit'>,
): Extract<BeforeAsking, { readonly outcome: 'ring-first' }>['freshness'] | null {
  const before = beforeAsking(candidates.find((one) => one.unit.id === unit)?.unit.confirmed ?? null, now);
  return before.outcome === 'ring-first' ? before.freshness : null;
}

/** That what is offered follows the birth, and the day that the birth in force gives where it is another than the one it was found for. */
function OfferByBirth({ stay, pathway, language }: OfferByBirthProps): JSX.Element | null {
  const [say, agreed, to] = [lengthTexts(language), agreedByBirthText(stay, language), departureByBirth(stay)];
  if (agreed === null) return null;
  const from = stay.nights.departure;
  return (
    <>
      <p>{say('offer', { agreed })}</p>
      {to !== null && to !== from && (
        <p>
          {say('offerMoved', { to: dayText(to, language), from: dayText(from, language) })}{' '}
          <a href={findAddress(pathway)}>{say('offerLink')}</a>
        </p>
      )}
    </>
  );
}

type OfferByBirthProps = { readonly stay: StayWithName; readonly pathway: Id<'pathway'>; readonly language: Language };

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
  const ring = ringFirst(material, stay.unit);
  const doubts = material.candidates
    .filter(({ unit }) => unit.id === stay.unit)
    .flatMap((where) => saidDoubts(stay, where, material, now, language));
  // Where the place cannot meet what she needs, the step that is advised is to let it go on; a yes is still hers to give.
  const isGrave = doubts.some((doubt) => doubt.isGrave);
  const pass = (
    <ReasonForm
      summary={say('pass')}
      hint={say('passHint')}
      action={`${address}/videre`}
      options={passReasons.filter((value) => value !== 'unsaid').map((value) => ({ value, text: say(`pass.${value}`) }))}
      mark="videre"
      isAdvised={isGrave}
      language={language}
    >
      <AboutOffer offer={stay.id} requestKey={requestKey} />
    </ReasonForm>
  );
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
      <OfferByBirth stay={stay} pathway={her.id} language={language} />
      <AnswerClock
        answerBy={stay.heldUntil}
        now={now}
        text={say('answerBy', { when })}
        overText={say('answerOver', { when })}
        language={language}
      />
      {ring !== null && (
        <Alert tone="attention">
          <p>
            <strong>{unitWhyTexts(language)(ring)}</strong> {unitWhyTexts(language)('heldMeanwhile')}{' '}
            <a href={`${unitAddress(stay.unit)}#ring`}>{telephoneTexts(language)('ringLink')}</a>
          </p>
        </Alert>
      )}
      <OfferDoubts doubts={doubts} language={language} />
      {mayAct && !hasRunOut(stay, now) && (
        <>
          {isGrave && pass}
          <form method="post" action={`${address}/ja`}>
            <AboutOffer offer={stay.id} requestKey={requestKey} />
            <p className="quiet">{yes('hint', { when, minutes: holdMinutes, until: momentText(kept.until, language) })}</p>
            <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={sent.errors} />
            {ring !== null && (
              <CheckboxGroup
                name="ringet"
                label={unitWhyTexts(language)('rangLabel')}
                values={sent.fields.all('ringet')}
                errors={sent.errors}
                options={[{ value: 'ja', text: unitWhyTexts(language)('rang') }]}
              />
            )}
            {knownYes(her.pathway) === null && <HerYesFields fields={sent.fields} errors={sent.errors} language={language} />}
            <button className={isGrave ? 'button button-secondary' : 'button button-primary'}>{say('accept')}</button>
          </form>
          {!isGrave && pass}
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
