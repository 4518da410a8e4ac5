/** The answer to the form by which a stay that follows the birth is said to be to a fixed day. */
import type { FastifyInstance } from 'fastify';
import { agreeFixedDayOf } from '../../store/placement-follow-birth.ts';
import type { WebContext } from '../context.ts';
import { dayIn, fieldsOf } from '../form.ts';
import { dayText } from '../ui/format.ts';
import { findAddress } from './addresses.ts';
import { whyFixedField } from './agree-fixed-day.tsx';
import { address, type FindShown, type OfStay } from './find-shown.tsx';
import { fixedDayTexts } from './fixed-day-texts.ts';
import { faultSentences } from './outcome-words.ts';

/** The answer to the form, below her page of places. Whoever sets another day of leaving says this too. */
export function agreeFixedDayPage(
  app: FastifyInstance,
  { db, formAbout, refuse }: Pick<WebContext, 'db'> & Pick<FindShown, 'formAbout' | 'refuse'>,
): void {
  app.post<OfStay>('/forloeb/:id/plads/:stay/fast-dag', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay } = address(request);
    const { language } = request;
    const say = fixedDayTexts(language);
    const fields = fieldsOf(request.body);
    const seen = dayIn(fields, 'rejser');
    if (seen === null) return refuse(request, reply, id, { fault: [say('fault.seen')] });
    const asked = { departure: seen, reason: fields.text(whyFixedField(stay)) };
    const agreed = await agreeFixedDayOf(db, request.permit(), formAbout(request, stay), asked);
    switch (agreed.outcome) {
      case 'agreed-fixed-day':
        return reply.done(findAddress(id), say('done', { day: dayText(agreed.departure, language) }));
      case 'reason-missing':
        return refuse(request, reply, id, { fixedDaySent: { stay, why: say('fault.why') } });
      case 'seen-otherwise':
        return refuse(request, reply, id, { fault: [say('fault.seen')] });
      case 'fixed-already':
        return refuse(request, reply, id, { fault: [say('fault.already', { day: dayText(agreed.departure, language) })] });
      case 'moves-away':
        return refuse(request, reply, id, { fault: [say('fault.movesAway')] });
      case 'cannot':
      case 'no-such-stay':
      case 'busy':
        return refuse(request, reply, id, { fault: faultSentences(agreed, language) });
    }
  });
}
