/** The answer to the form by which a stay to a fixed day is said to follow the birth. */
import type { FastifyInstance } from 'fastify';
import { mostWeeksAfterBirth } from '../../domain/placement/follow-birth.ts';
import { agreeByBirthOf } from '../../store/placement-follow-birth.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { findAddress } from './addresses.ts';
import { weeksAfterField } from './agree-by-birth.tsx';
import { address, type FindShown, type OfStay } from './find-shown.tsx';
import { followBirthTexts } from './follow-birth-texts.ts';
import { lengthByBirth } from './follow-birth-words.ts';
import { faultSentences } from './outcome-words.ts';

/** The answer to the form, below her page of places. Whoever sets another day of leaving says this too. */
export function agreeByBirthPage(
  app: FastifyInstance,
  { db, formAbout, refuse }: Pick<WebContext, 'db'> & Pick<FindShown, 'formAbout' | 'refuse'>,
): void {
  app.post<OfStay>('/forloeb/:id/plads/:stay/foelger-foedslen', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay } = address(request);
    const { language } = request;
    const say = followBirthTexts(language);
    const text = fieldsOf(request.body).text(weeksAfterField(stay));
    const weeks = /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
    const reason = Number.isNaN(weeks) ? '' : say('followReason', { length: lengthByBirth(weeks * 7, language) });
    const agreed = await agreeByBirthOf(db, request.permit(), formAbout(request, stay), { weeks, reason });
    switch (agreed.outcome) {
      case 'agreed-by-birth':
        return reply.done(findAddress(id), say('followNotice', { length: lengthByBirth(agreed.nightsAfterBirth, language) }));
      case 'weeks-missing':
        return refuse(request, reply, id, {
          followSent: { stay, weeks: text, why: say('fault.followWeeks', { most: mostWeeksAfterBirth }) },
        });
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
