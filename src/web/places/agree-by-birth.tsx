/** A stay to a fixed day is said to follow the birth from now on: the form of those who pay, and its answer. */
import type { FastifyInstance } from 'fastify';
import type { JSX } from 'react';
import { agreeByBirth, mostWeeksAfterBirth } from '../../domain/placement/follow-birth.ts';
import { proposedNightsAfterBirth } from '../../domain/placement/nights.ts';
import type { Moment } from '../../domain/time.ts';
import { agreeByBirthOf } from '../../store/placement-follow-birth.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { findAddress } from './addresses.ts';
import { address, type FindShown, type OfStay } from './find-shown.tsx';
import { followBirthTexts } from './follow-birth-texts.ts';
import { lengthByBirth } from './follow-birth-words.ts';
import { faultSentences } from './outcome-words.ts';
import { placeTexts } from './texts.ts';

type Props = {
  readonly stay: StayWithName;
  readonly now: Moment;
  readonly errors: FieldErrors;
  readonly requestKey: string;
  readonly language: Language;
};

const field = 'ugerefter';

/** Nothing where the stay follows the birth already, or can no longer come to. */
export function AgreeByBirth({ stay, now, errors, requestKey, language }: Props): JSX.Element | null {
  const proposed = proposedNightsAfterBirth / 7;
  if (agreeByBirth(stay, proposed, now).outcome !== 'agreed-by-birth') return null;
  const say = followBirthTexts(language);
  const own: FieldErrors = field in errors ? { [field]: errors[field] ?? '' } : {};
  return (
    <details open={field in errors}>
      <summary>{say('follow')}</summary>
      <form method="post" action={`${findAddress(stay.pathway)}/${encodeURIComponent(stay.id)}/foelger-foedslen`}>
        <p>{say('followIntro', { day: dayText(stay.nights.departure, language) })}</p>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={own} />
        <input type="hidden" name="noegle" value={requestKey} />
        <TextField name={field} type="number" label={say('followWeeks')} value={String(proposed)} errors={own} required />
        <button className="button button-secondary">{say('followSave')}</button>
      </form>
    </details>
  );
}

/** The answer to the form, below her page of places. Whoever sets another day of leaving says this too. */
export function agreeByBirthPage(
  app: FastifyInstance,
  { db, formAbout, refuse }: Pick<WebContext, 'db'> & Pick<FindShown, 'formAbout' | 'refuse'>,
): void {
  app.post<OfStay>('/forloeb/:id/plads/:stay/foelger-foedslen', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay } = address(request);
    const { language } = request;
    const say = followBirthTexts(language);
    const text = fieldsOf(request.body).text(field);
    const weeks = /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
    const reason = Number.isNaN(weeks) ? '' : say('followReason', { length: lengthByBirth(weeks * 7, language) });
    const agreed = await agreeByBirthOf(db, request.permit(), formAbout(request, stay), { weeks, reason });
    switch (agreed.outcome) {
      case 'agreed-by-birth':
        return reply.done(findAddress(id), say('followNotice', { length: lengthByBirth(agreed.nightsAfterBirth, language) }));
      case 'weeks-missing':
        return refuse(request, reply, id, { stayErrors: { [field]: say('fault.followWeeks', { most: mostWeeksAfterBirth }) } });
      case 'follows-already':
        return refuse(request, reply, id, {
          fault: [say('fault.followsAlready', { length: lengthByBirth(agreed.nightsAfterBirth, language) })],
        });
      case 'moves-away':
        return refuse(request, reply, id, { fault: [say('fault.movesAway')] });
      case 'cannot':
      case 'no-such-stay':
      case 'busy':
        return refuse(request, reply, id, { fault: faultSentences(agreed, language) });
    }
  });
}
