/** She leaves earlier than agreed: the unit's form for it, what it would mean, and its route. Those who pay are told on their work list. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { JSX } from 'react';
import { asId } from '../../domain/id.ts';
import { afterDischarge, type AfterDischarge } from '../../domain/placement/after-discharge.ts';
import { leaveEarlier, type LeavesEarlier } from '../../domain/placement/leave-earlier.ts';
import type { StayInUnit } from '../../domain/placement/stay.ts';
import { addDays, type Day } from '../../domain/time.ts';
import { leaveEarlierOf } from '../../store/placement-leave-earlier.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { type UnitListMaterial, unitListMaterial } from '../../store/placement-waiting-unit.ts';
import type { WebContext } from '../context.ts';
import { dayIn, type Fields } from '../form.ts';
import { notFound } from '../not-found.ts';
import { readByHer } from '../pathways/read-by-her.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { DayField, Key, WordsField } from './deed-fields.tsx';
import { freedSentences, WaitingForFreed } from './discharge-preview.tsx';
import { houseOf } from './house-of-stay.ts';
import { leaveEarlierTexts } from './leave-earlier-texts.ts';
import { faultSentences } from './outcome-words.ts';
import { previewTexts } from './preview-texts.ts';
import type { StayCardProps } from './stay-card.tsx';
import { type AboutStay, stayDeed } from './stay-form.ts';
import { answerAgain } from './stay-forms-again.tsx';
import { placeTexts } from './texts.ts';

export function LeaveEarlierForm({ stay, language, requestKey }: StayCardProps): JSX.Element {
  const say = leaveEarlierTexts(language);
  const see = previewTexts(language)('see');
  return (
    <details>
      <summary>{say('heading')}</summary>
      <p>{say('intro', { day: dayText(stay.saidToLeave?.agreed ?? stay.nights.departure, language) })}</p>
      <form method="post" action={`${stayAddress(stay.id)}/rejser-tidligere/se`} className="actions">
        <Key value={requestKey} />
        <DayField id={`rejser-${stay.id}`} name="rejser" label={say('day')} value={addDays(stay.nights.departure, -1)} />
        <WordsField id={`rejser-hvorfor-${stay.id}`} name="hvorfor" label={say('why')} hint={readByHer(language)} />
        <button className="button button-secondary" aria-label={`${see}: ${say('heading')}, ${stay.calledName}`}>
          {see}
        </button>
      </form>
    </details>
  );
}

export const leaveEarlierPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db } = context;

  // Posted and not asked for by its address: why she leaves does not stand in one.
  stayDeed(app, context, 'rejser-tidligere/se', async (request, reply, about) => {
    const { stay, form } = about;
    const { language } = request;
    const asked = askedIn(about, language);
    if ('errors' in asked) return formAgain(reply, 422, about, asked.errors, language);
    const list = await unitListMaterial(db, request.permit(), stay.unit);
    if (!list) return notFound(reply);
    const { facility, unit, occupations, now } = await houseOf(db, request.permit(), stay);
    const earlier = leaveEarlier(stay, asked.departure, now);
    if (earlier.outcome !== 'leaves-earlier') return formAgain(reply, 409, about, faultsOf(earlier, stay, language), language);
    const leaving = { ...earlier, outcome: 'discharged', remarks: [] } as const;
    // She is there until then: the nights that she keeps are nobody else's.
    const keeps = earlier.parts.map(({ place, nights }): StayInUnit => ({
      stay: asId<'stay'>(`${stay.id} til da`),
      place,
      nights,
      heldUntil: null,
      status: 'confirmed',
      movesOn: false,
      mustHave: [],
    }));
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      content: (
        <Preview
          stay={stay}
          {...asked}
          after={afterDischarge(stay, { facility, unit }, [...occupations, ...keeps], leaving, list.list, now)}
          initials={list.initials}
          requestKey={form.key}
          language={language}
        />
      ),
    });
  });

  stayDeed(app, context, 'rejser-tidligere', async (request, reply, about) => {
    const { stay, form } = about;
    const { language } = request;
    const asked = askedIn(about, language);
    if ('errors' in asked) return formAgain(reply, 422, about, asked.errors, language);
    const earlier = await leaveEarlierOf(db, request.permit(), form, asked);
    if (earlier.outcome === 'no-such-stay') return notFound(reply);
    if (earlier.outcome === 'busy') return formAgain(reply, 409, about, { '': faultSentences(earlier, language).join(' ') }, language);
    if (earlier.outcome !== 'leaves-earlier') return formAgain(reply, 409, about, faultsOf(earlier, stay, language), language);
    return reply.done(stayCardAddress(stay), leaveEarlierTexts(language)('saved', { day: dayText(earlier.nights.departure, language) }));
  });
};

type Asked = { readonly departure: Day; readonly reason: string };

function askedIn({ fields }: { readonly fields: Fields }, language: Language): Asked | { readonly errors: FieldErrors } {
  const [departure, reason] = [dayIn(fields, 'rejser'), fields.text('hvorfor')];
  if (departure !== null && reason !== '') return { departure, reason };
  return {
    errors: {
      ...(departure === null ? { rejser: placeTexts(language)('fault.day') } : {}),
      ...(reason === '' ? { hvorfor: leaveEarlierTexts(language)('fault.why') } : {}),
    },
  };
}

function faultsOf(
  fault: Exclude<LeavesEarlier, { readonly outcome: 'leaves-earlier' }>,
  stay: StayWithName,
  language: Language,
): FieldErrors {
  const say = leaveEarlierTexts(language);
  switch (fault.outcome) {
    case 'has-come':
      return { rejser: say('fault.has-come') };
    case 'not-earlier': {
      const line = stay.saidToLeave === null ? 'fault.not-earlier' : 'fault.not-earlier.back';
      const agreed = dayText(stay.saidToLeave?.agreed ?? fault.departure, language);
      return { rejser: say(line, { day: dayText(fault.departure, language), agreed }) };
    }
    case 'cannot':
      return { '': faultSentences(fault, language).join(' ') };
  }
}

function formAgain(
  reply: FastifyReply,
  status: 409 | 422,
  { stay, form, fields }: AboutStay,
  errors: FieldErrors,
  language: Language,
): FastifyReply {
  const say = leaveEarlierTexts(language);
  return answerAgain(reply, status, {
    stay,
    heading: say('heading'),
    to: 'rejser-tidligere/se',
    submit: previewTexts(language)('see'),
    fields: [
      { name: 'rejser', label: say('day'), kind: 'day' },
      { name: 'hvorfor', label: say('why'), hint: readByHer(language), kind: 'words' },
    ],
    sent: fields,
    requestKey: form.key,
    errors,
    language,
  });
}

type PreviewProps = Asked & {
  readonly stay: StayWithName;
  readonly after: AfterDischarge;
  readonly initials: UnitListMaterial['initials'];
  readonly requestKey: string;
  readonly language: Language;
};

function Preview({ stay, departure, reason, after, initials, requestKey, language }: PreviewProps): JSX.Element {
  const say = leaveEarlierTexts(language);
  const days = { day: dayText(departure, language), agreed: dayText(stay.nights.departure, language) };
  const sentences = [
    say('leaves', { name: stay.calledName, nights: after.nightsLeft, ...days }),
    ...freedSentences(stay, after, language),
    say('paying'),
  ];
  return (
    <Card heading={say('follows')}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <WaitingForFreed stay={stay} after={after} initials={initials} language={language} />
      <form method="post" action={`${stayAddress(stay.id)}/rejser-tidligere`}>
        <Key value={requestKey} />
        <input type="hidden" name="rejser" value={departure} />
        <input type="hidden" name="hvorfor" value={reason} />
        <p className="quiet">
          {previewTexts(language)('nothingSaved')} {say('undo')}
        </p>
        <div className="actions">
          <button className="button button-primary">{say('save')}</button>
          <a href={stayCardAddress(stay)}>{placeTexts(language)('askNo')}</a>
        </div>
      </form>
      <form method="post" action={`${stayAddress(stay.id)}/rejser-tidligere/se`} className="actions">
        <Key value={requestKey} />
        <DayField id="vis-rejser" name="rejser" label={say('day')} value={departure} />
        <input type="hidden" name="hvorfor" value={reason} />
        <button className="button button-secondary">{previewTexts(language)('anotherDay')}</button>
      </form>
    </Card>
  );
}
