/** She leaves earlier than agreed: the unit's form for it, and its route. Those who pay are told on their work list. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { JSX } from 'react';
import { addDays } from '../../domain/time.ts';
import { leaveEarlierOf } from '../../store/placement-leave-earlier.ts';
import type { WebContext } from '../context.ts';
import { dayIn } from '../form.ts';
import { notFound } from '../not-found.ts';
import { readByHer } from '../pathways/read-by-her.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import { catalogue } from '../ui/language.ts';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { DayField, Key, WordsField } from './deed-fields.tsx';
import { faultSentences } from './outcome-words.ts';
import type { StayCardProps } from './stay-card.tsx';
import { stayDeed } from './stay-form.ts';
import { answerAgain } from './stay-forms-again.tsx';
import { placeTexts } from './texts.ts';

const texts = catalogue(
  {
    heading: 'Hun rejser tidligere end aftalt',
    intro: 'Aftalt er {day}. Kommunen, der betaler, ser det på «Mit arbejde», og pladsen er ledig til andre fra den nye dag.',
    day: 'Hun rejser',
    why: 'Hvorfor',
    save: 'Gem, at hun rejser tidligere',
    saved: 'Gemt: hun rejser {day}. Kommunen ser det på «Mit arbejde».',
    'fault.why': 'Skriv hvorfor',
    'fault.has-come': 'Er dagen kommet, så udskriv hende i stedet',
    'fault.not-earlier': 'Aftalt er {day}. Skal hun blive længere, er det kommunen, der forlænger opholdet',
  },
  {
    heading: 'She leaves earlier than agreed',
    intro: '{day} is agreed. The municipality that pays sees it on “My work”, and the place is free to others from the new day.',
    day: 'She leaves on',
    why: 'Why',
    save: 'Save that she leaves earlier',
    saved: 'Saved: she leaves on {day}. The municipality sees it on “My work”.',
    'fault.why': 'Write why',
    'fault.has-come': 'If the day has come, discharge her instead',
    'fault.not-earlier': '{day} is agreed. If she is to stay longer, the municipality extends the stay',
  },
);

export function LeaveEarlierForm({ stay, language, requestKey }: StayCardProps): JSX.Element {
  const say = texts(language);
  return (
    <details>
      <summary>{say('heading')}</summary>
      <p>{say('intro', { day: dayText(stay.nights.departure, language) })}</p>
      <form method="post" action={`${stayAddress(stay.id)}/rejser-tidligere`} className="actions">
        <Key value={requestKey} />
        <DayField id={`rejser-${stay.id}`} name="rejser" label={say('day')} value={addDays(stay.nights.departure, -1)} />
        <WordsField id={`rejser-hvorfor-${stay.id}`} name="hvorfor" label={say('why')} hint={readByHer(language)} />
        <button className="button button-secondary" aria-label={`${say('save')}: ${stay.calledName}`}>
          {say('save')}
        </button>
      </form>
    </details>
  );
}

export const leaveEarlierPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  stayDeed(app, context, 'rejser-tidligere', async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const say = texts(language);
    const again = (status: 409 | 422, errors: FieldErrors): FastifyReply =>
      answerAgain(reply, status, {
        stay,
        heading: say('heading'),
        to: 'rejser-tidligere',
        submit: say('save'),
        fields: [
          { name: 'rejser', label: say('day'), kind: 'day' },
          { name: 'hvorfor', label: say('why'), hint: readByHer(language), kind: 'words' },
        ],
        sent: fields,
        requestKey: form.key,
        errors,
        language,
      });
    const [departure, reason] = [dayIn(fields, 'rejser'), fields.text('hvorfor')];
    if (departure === null || reason === '') {
      return again(422, {
        ...(departure === null ? { rejser: placeTexts(language)('fault.day') } : {}),
        ...(reason === '' ? { hvorfor: say('fault.why') } : {}),
      });
    }
    const earlier = await leaveEarlierOf(context.db, request.permit(), form, { departure, reason });
    switch (earlier.outcome) {
      case 'leaves-earlier':
        return reply.done(stayCardAddress(stay), say('saved', { day: dayText(earlier.nights.departure, language) }));
      case 'has-come':
        return again(409, { rejser: say('fault.has-come') });
      case 'not-earlier':
        return again(409, { rejser: say('fault.not-earlier', { day: dayText(earlier.departure, language) }) });
      case 'cannot':
      case 'busy':
        return again(409, { '': faultSentences(earlier, language).join(' ') });
      case 'no-such-stay':
        return notFound(reply);
    }
  });
};
