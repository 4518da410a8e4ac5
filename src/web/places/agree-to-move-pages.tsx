/** The route by which her yes to a move that is confirmed already is written. */
import type { FastifyPluginAsync } from 'fastify';
import { agreeToMoveOf } from '../../store/placement-agree-to-move.ts';
import type { WebContext } from '../context.ts';
import { findAddress } from './addresses.ts';
import { address, type FindShown, type OfStay } from './find-shown.tsx';
import { faultSentences } from './outcome-words.ts';
import { transferTexts } from './transfer-texts.ts';

export const agreeToMovePages: FastifyPluginAsync<Pick<WebContext, 'db'> & Pick<FindShown, 'formAbout' | 'refuse'>> = async (
  app,
  { db, formAbout, refuse },
) => {
  app.post<OfStay>('/forloeb/:id/plads/:stay/siger-ja', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay } = address(request);
    const { language } = request;
    const agreed = await agreeToMoveOf(db, request.permit(), formAbout(request, stay));
    switch (agreed.outcome) {
      case 'move-agreed':
        return reply.done(findAddress(id), transferTexts(language)('agreed'));
      case 'said-already':
        return refuse(request, reply, id, { fault: [transferTexts(language)('agreedAlready')] });
      case 'not-a-move':
        return refuse(request, reply, id, { fault: [transferTexts(language)('notAMove')] });
      case 'cannot':
      case 'no-such-stay':
      case 'busy':
        return refuse(request, reply, id, { fault: faultSentences(agreed, language) });
    }
  });
};
