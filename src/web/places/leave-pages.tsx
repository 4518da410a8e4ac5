/** The unit's routes for nights away: written, put right, taken back, and that she is back. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Leave, leaveReasons } from '../../domain/placement/leave.ts';
import { beginLeave, endLeave } from '../../store/placement-within.ts';
import { correctLeaveOf, withdrawLeaveOf } from '../../store/placement-put-right.ts';
import type { WebContext } from '../context.ts';
import { dayIn, type Fields } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { stayCardAddress } from './addresses.ts';
import { faultSentences } from './outcome-words.ts';
import { putRightTexts } from './put-right-texts.ts';
import { insteadOfLeave, leaveDaysText } from './put-right-words.ts';
import { type AgainField, answerAgain } from './stay-forms-again.tsx';
import { type AboutStay, stayDeed } from './stay-form.ts';
import { stayTexts } from './stay-texts.ts';
import { withinFaults } from './stay-words.ts';
import { placeTexts } from './texts.ts';

/** The field that a refusal of leave is about. */
const fieldOf = { 'no-nights': 'tilbage', 'before-arrival': 'fra', 'after-departure': 'tilbage', 'on-leave-already': 'fra' } as const;

export const leavePages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db } = context;
  stayDeed(app, context, 'orlov', async (request, reply, asked) => {
    const { stay, form, fields } = asked;
    const { language } = request;
    const read = readLeave(fields, language);
    const again = againWith(request, reply, asked, 'orlov');
    if (read.leave === null) return again(422, read.errors);
    const leave = await beginLeave(db, request.permit(), form, read.leave);
    switch (leave.outcome) {
      case 'on-leave':
        return reply.done(stayCardAddress(stay), stayTexts(language)('leaveSaved'));
      case 'no-nights':
      case 'before-arrival':
      case 'after-departure':
      case 'on-leave-already':
        return again(409, { [fieldOf[leave.outcome]]: withinFaults(leave, language).join(' ') }, insteadOfLeave(leave, stay, language));
      case 'not-admitted':
      case 'busy':
        return again(409, { '': faultSentences(leave, language).join(' ') });
      case 'no-such-stay':
        return notFound(reply);
    }
  });

  stayDeed(app, context, 'orlov/ret', async (request, reply, asked) => {
    const { stay, form, fields } = asked;
    const { language } = request;
    const say = putRightTexts(language);
    const read = readLeave(fields, language);
    const again = againWith(request, reply, asked, 'orlov/ret');
    const [from, back, why] = [dayIn(fields, 'var-fra'), dayIn(fields, 'var-tilbage'), fields.text('hvorfor')];
    const errors = { ...read.errors, ...(why === '' ? { hvorfor: say('fault.why') } : {}) };
    if (read.leave === null || why === '') return again(422, errors);
    if (from === null || back === null) return again(409, { '': say('fault.no-such-leave') });
    const correction = await correctLeaveOf(db, request.permit(), form, { from, back }, read.leave, why);
    switch (correction.outcome) {
      case 'leave-corrected':
        return reply.done(stayCardAddress(stay), say('corrected'));
      case 'no-nights':
      case 'before-arrival':
      case 'after-departure':
      case 'on-leave-already': {
        const sentence = withinFaults(correction, language).join(' ');
        return again(409, { [fieldOf[correction.outcome]]: sentence }, insteadOfLeave(correction, stay, language));
      }
      case 'no-such-leave':
        return again(409, { '': say('fault.no-such-leave') });
      case 'not-admitted':
      case 'busy':
        return again(409, { '': faultSentences(correction, language).join(' ') });
      case 'no-such-stay':
        return notFound(reply);
    }
  });

  stayDeed(app, context, 'orlov/slet', async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const say = putRightTexts(language);
    const again = (status: 409 | 422, errors: FieldErrors): FastifyReply =>
      answerAgain(reply, status, {
        stay,
        heading: say('withdraw'),
        to: 'orlov/slet',
        submit: say('withdraw'),
        fields: [whyField(language)],
        hidden: ['var-fra', 'var-tilbage'],
        sent: fields,
        requestKey: form.key,
        errors,
        language,
      });
    const [from, back, why] = [dayIn(fields, 'var-fra'), dayIn(fields, 'var-tilbage'), fields.text('hvorfor')];
    if (why === '') return again(422, { hvorfor: say('fault.why') });
    if (from === null || back === null) return again(409, { '': say('fault.no-such-leave') });
    const withdrawal = await withdrawLeaveOf(db, request.permit(), form, { from, back }, why);
    switch (withdrawal.outcome) {
      case 'leave-withdrawn':
        return reply.done(stayCardAddress(stay), say('withdrawn'));
      case 'no-such-leave':
        return again(409, { '': say('fault.no-such-leave') });
      case 'not-admitted':
      case 'busy':
        return again(409, { '': faultSentences(withdrawal, language).join(' ') });
      case 'no-such-stay':
        return notFound(reply);
    }
  });

  stayDeed(app, context, 'tilbage', async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const say = stayTexts(language);
    const again = (status: 409 | 422, sentence: string): FastifyReply => {
      const leaves = stay.leaves.map((leave) => leaveDaysText(leave, language)).join('; ');
      return answerAgain(reply, status, {
        stay,
        heading: say('returnNow'),
        to: 'tilbage',
        submit: say('leaveBack'),
        fields: [{ name: 'dag', label: say('leaveBack'), kind: 'day' }],
        sent: fields,
        requestKey: form.key,
        errors: { dag: sentence },
        instead: leaves === '' ? [] : [putRightTexts(language)('returnInstead', { leaves })],
        language,
      });
    };
    const day = dayIn(fields, 'dag');
    if (day === null) return again(422, placeTexts(language)('fault.day'));
    const back = await endLeave(db, request.permit(), form, day);
    switch (back.outcome) {
      case 'returned':
        return reply.done(stayCardAddress(stay), say('returned'));
      case 'not-on-leave':
        return again(409, withinFaults(back, language).join(' '));
      case 'in-the-future':
      case 'not-admitted':
      case 'busy':
        return again(409, faultSentences(back, language).join(' '));
      case 'no-such-stay':
        return notFound(reply);
    }
  });
};

type ReadLeave = { readonly leave: Leave | null; readonly errors: FieldErrors };

function readLeave(fields: Fields, language: Language): ReadLeave {
  const say = stayTexts(language);
  const [from, back] = [dayIn(fields, 'fra'), dayIn(fields, 'tilbage')];
  const reason = leaveReasons.find((one) => one === fields.text('grund')) ?? null;
  return {
    leave: from === null || back === null || reason === null ? null : { from, back, reason, text: fields.text('ord') },
    errors: {
      ...(from === null ? { fra: say('fault.leaveDays') } : {}),
      ...(back === null ? { tilbage: say('fault.leaveDays') } : {}),
      ...(reason === null ? { grund: say('fault.leaveReason') } : {}),
    },
  };
}

function whyField(language: Language): AgainField {
  const say = putRightTexts(language);
  return { name: 'hvorfor', label: say('why'), hint: say('whyHint'), kind: 'words' };
}

/** The form for a new leave, or for one that is put right, once more. */
function againWith(
  request: FastifyRequest,
  reply: FastifyReply,
  { stay, form, fields }: AboutStay,
  to: 'orlov' | 'orlov/ret',
): (status: 409 | 422, errors: FieldErrors, instead?: readonly string[]) => FastifyReply {
  const { language } = request;
  const say = stayTexts(language);
  const isNew = to === 'orlov';
  const own: readonly AgainField[] = [
    { name: 'fra', label: say('leaveFrom'), kind: 'day' },
    { name: 'tilbage', label: say('leaveBack'), kind: 'day' },
    {
      name: 'grund',
      label: say('leaveReason'),
      kind: 'choice',
      options: leaveReasons.map((one) => ({ value: one, text: say(`leave.${one}`) })),
    },
    { name: 'ord', label: say('leaveText'), kind: 'words' },
  ];
  return (status, errors, instead = []) =>
    answerAgain(reply, status, {
      stay,
      heading: isNew ? say('leaveHeading') : putRightTexts(language)('putRightHeading'),
      to,
      submit: isNew ? say('leaveSave') : putRightTexts(language)('correct'),
      fields: isNew ? own : [...own, whyField(language)],
      hidden: isNew ? [] : ['var-fra', 'var-tilbage'],
      sent: fields,
      requestKey: form.key,
      errors,
      instead,
      language,
    });
}
