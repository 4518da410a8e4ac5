/** The unit's no to a stay, read before it is said: to one that is confirmed with words. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { refusalNeedsWords, type RefusalReason, refusalReasons, takesBackPromise } from '../../domain/placement/confirm.ts';
import { shareANight } from '../../domain/placement/nights.ts';
import { nightsTaken, type Occupation } from '../../domain/placement/stay.ts';
import { danishDay, daysBetween, type Moment } from '../../domain/time.ts';
import { receptionOfStay } from '../../store/placement-reception.ts';
import type { ExpectedStay } from '../../store/placement-reception.ts';
import { isOfferedElsewhere } from '../../store/placement-asked-elsewhere.ts';
import { endStayOf } from '../../store/placement-move.ts';
import type { WebContext } from '../context.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText, weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { notFound } from '../not-found.ts';
import { upkeepFormAddress } from '../supply/addresses.ts';
import { stayAddress, stayCardAddress, unitAddress } from './addresses.ts';
import { Key } from './deed-fields.tsx';
import { houseOf } from './house-of-stay.ts';
import { faultSentences } from './outcome-words.ts';
import { previewTexts } from './preview-texts.ts';
import { WhomToRing } from './reception-rows.tsx';
import { refusalTexts } from './refusal-texts.ts';
import { type AboutStay, stayDeed } from './stay-form.ts';
import { answerAgain } from './stay-forms-again.tsx';
import { placesText } from './stay-words.ts';
import { placeTexts } from './texts.ts';

/** The field by which the form of the preview says that it was read. */
const readField = 'set';

export const refusalPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db, now } = context;

  stayDeed(app, context, 'afvis/se', (request, reply, about) => preview(request, reply, about));

  stayDeed(app, context, 'afvis', async (request, reply, about) => {
    const { stay, form, fields } = about;
    const { language } = request;
    const say = placeTexts(language);
    const reason = reasonIn(about);
    if (reason === null || (takesBackPromise(stay.status) && fields.text(readField) !== 'ja')) return preview(request, reply, about);
    const missing = missingIn(about, language);
    if (Object.keys(missing).length > 0) return again(request, reply, about, 422, missing);
    const ending = await endStayOf(db, request.permit(), form, 'refuse', { reason, text: fields.text('uddyb') });
    if (ending.outcome !== 'ended') return again(request, reply, about, 409, { '': faultSentences(ending, language).join(' ') });
    const { occupations, now: at } = await houseOf(db, request.permit(), stay);
    const place = isTakenAgain(stay, occupations, at) ? 'placeOffered' : 'placeFree';
    const elsewhere = await isOfferedElsewhere(db, request.permit(), stay.id);
    const texts = refusalTexts(language);
    const list = elsewhere === null ? '' : ` ${texts(elsewhere ? 'doneElsewhere' : 'doneNowhere')}`;
    return reply.done(unitAddress(stay.unit), `${say('refusedNotice')} ${texts(place)}${list}`);
  });

  async function preview(request: FastifyRequest, reply: FastifyReply, about: AboutStay): Promise<FastifyReply> {
    const { language } = request;
    const reason = reasonIn(about);
    const missing = missingIn(about, language);
    if (reason === null || Object.keys(missing).length > 0) return again(request, reply, about, 422, missing);
    const stay = await receptionOfStay(db, request.permit(), about.stay.id);
    if (stay === null) return notFound(reply);
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      content: (
        <RefusalPreview
          stay={stay}
          reason={reason}
          words={about.fields.text('uddyb')}
          elsewhere={await isOfferedElsewhere(db, request.permit(), stay.id)}
          requestKey={about.form.key}
          now={now()}
          language={language}
        />
      ),
    });
  }
};

/** Whether the place was offered or held again for somebody else in the very act that let it go. */
function isTakenAgain({ id, parts }: AboutStay['stay'], occupations: readonly Occupation[], at: Moment): boolean {
  return occupations.some((occupation) => {
    const nights = occupation.stay === id ? null : nightsTaken(occupation, at);
    return nights !== null && parts.some((part) => part.place === occupation.place && shareANight(part.nights, nights));
  });
}

function reasonIn({ fields }: AboutStay): RefusalReason | null {
  return refusalReasons.find((one) => one === fields.text('grund')) ?? null;
}

function missingIn(about: AboutStay, language: Language): FieldErrors {
  const reason = reasonIn(about);
  const { status } = about.stay;
  const noWords = refusalNeedsWords(status, reason) && about.fields.text('uddyb').trim() === '';
  return {
    ...(reason === null ? { grund: placeTexts(language)('fault.reason') } : {}),
    ...(noWords ? { uddyb: refusalTexts(language)(takesBackPromise(status) ? 'noWords' : 'noWordsOther') } : {}),
  };
}

function again(
  { language }: FastifyRequest,
  reply: FastifyReply,
  { stay, form, fields }: AboutStay,
  status: 409 | 422,
  errors: FieldErrors,
): FastifyReply {
  const say = placeTexts(language);
  return answerAgain(reply, status, {
    stay,
    heading: say('refuse'),
    to: 'afvis/se',
    submit: previewTexts(language)('see'),
    fields: [
      {
        name: 'grund',
        label: say('refuseReason'),
        kind: 'choice',
        options: refusalReasons.map((one) => ({ value: one, text: say(`refusal.${one}`) })),
      },
      { name: 'uddyb', label: refusalTexts(language)(takesBackPromise(stay.status) ? 'words' : 'wordsOther'), kind: 'words' },
    ],
    sent: fields,
    requestKey: form.key,
    errors,
    language,
  });
}

type PreviewProps = {
  readonly stay: ExpectedStay;
  readonly reason: RefusalReason;
  readonly words: string;
  /** Of a place that the list offered: whether she waits for another unit too. `null` for another place. */
  readonly elsewhere: boolean | null;
  readonly requestKey: string;
  readonly now: Moment;
  readonly language: Language;
};

function RefusalPreview({ stay, reason, words, elsewhere, requestKey, now, language }: PreviewProps): JSX.Element {
  const say = refusalTexts(language);
  const isConfirmed = takesBackPromise(stay.status);
  const today = danishDay(now);
  const { arrival } = stay.nights;
  const day = weekdayText(arrival, language);
  const ahead = daysBetween(today, arrival);
  return (
    <Card heading={say('follows')}>
      {!isConfirmed && (
        <p>
          <strong>{say(elsewhere === null ? 'heldFor' : 'offeredTo', { name: stay.calledName, day })}</strong>
        </p>
      )}
      {isConfirmed && (
        <Alert tone="attention">
          <p>
            <strong>{say(ahead === 0 ? 'comesToday' : 'comes', { name: stay.calledName, day })}</strong>{' '}
            {ahead > 0 && say('daysLeft', { days: ahead })}
            {ahead < 0 && say('overdue')}
          </p>
          <p>
            {say('ring')} <WhomToRing stay={stay} language={language} />. {say('ringWhy')}
          </p>
        </Alert>
      )}
      {reason === 'place-out-of-use' && (
        <Alert tone="attention">
          <p>
            {say('outOfUse')}{' '}
            {stay.parts.map(({ place, placeName }) => (
              <a key={place} href={upkeepFormAddress(stay.unit, 'lukning', { plads: place })}>
                {say('outOfUseLink', { place: placeName })}
              </a>
            ))}
          </p>
        </Alert>
      )}
      <ul>
        {isConfirmed && <li>{say('next')}</li>}
        {isConfirmed && <li>{say('her')}</li>}
        {elsewhere !== null && <li>{say(elsewhere ? 'elsewhere' : 'nowhere')}</li>}
        {!isConfirmed && elsewhere === null && <li>{say('heldNext')}</li>}
        <li>
          {say('free', { place: placesText(stay.parts, language, today), day: dayText(arrival > today ? arrival : today, language) })}
        </li>
        <li>{say(words === '' ? 'reasonAlone' : 'reason', { reason: placeTexts(language)(`refusal.${reason}`), words })}</li>
      </ul>
      <form method="post" action={`${stayAddress(stay.id)}/afvis`}>
        <Key value={requestKey} />
        <input type="hidden" name="grund" value={reason} />
        <input type="hidden" name="uddyb" value={words} />
        <input type="hidden" name={readField} value="ja" />
        <p className="quiet">{previewTexts(language)('nothingSaved')}</p>
        <div className="actions">
          <button className="button button-primary">{say(isConfirmed ? 'save' : 'saveHeld', { name: stay.calledName, day })}</button>
          <a href={stayCardAddress(stay)}>{placeTexts(language)('askNo')}</a>
        </div>
      </form>
    </Card>
  );
}
