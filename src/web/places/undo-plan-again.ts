/** The form that undoes what was planned for a stay, shown again: it asks why, and says what stands in the way. */
import type { FastifyReply } from 'fastify';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { putRightTexts } from './put-right-texts.ts';
import { answerAgain } from './stay-forms-again.tsx';
import type { AboutStay } from './stay-form.ts';

/** `to`: where it is sent, below the stay's address. `instead`: what can be done instead, in sentences. The planned day is sent along unseen. */
export function undoPlanAgain(
  reply: FastifyReply,
  status: 409 | 422,
  {
    about: { stay, form, fields },
    heading,
    to,
    errors,
    instead,
    language,
  }: {
    readonly about: AboutStay;
    readonly heading: string;
    readonly to: 'flyt/fortryd' | 'byt/fortryd';
    readonly errors: FieldErrors;
    readonly instead: readonly string[];
    readonly language: Language;
  },
): FastifyReply {
  const say = putRightTexts(language);
  return answerAgain(reply, status, {
    stay,
    heading,
    to,
    submit: heading,
    fields: [{ name: 'hvorfor', label: say('why'), hint: say('whyHint'), kind: 'words' }],
    hidden: ['dag'],
    sent: fields,
    requestKey: form.key,
    errors,
    instead,
    language,
  });
}
