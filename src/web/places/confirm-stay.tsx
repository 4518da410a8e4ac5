/** Confirming a place that is held, or a stay that she was admitted to without it: legal basis, payment, and what differs from the decision. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { municipality } from '../../domain/geography/municipalities.ts';
import { legalBases, parseLegalBasis } from '../../domain/legal-basis.ts';
import { deviations } from '../../domain/placement/confirm.ts';
import { confirmAfterwardsOf, confirmStayOf } from '../../store/placement-move.ts';
import { contractIsOwed } from '../../store/placement-reception.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { findAddress } from './addresses.ts';
import { afterwardsTexts } from './afterwards-texts.ts';
import { address, type FindShown, type OfStay } from './find-shown.tsx';
import { faultSentences } from './outcome-words.ts';

export const confirmStayPages: FastifyPluginAsync<
  Pick<WebContext, 'db'> & Pick<FindShown, 'formAbout' | 'refuse' | 'transferNotice'>
> = async (app, { db, formAbout, refuse, transferNotice }) => {
  /** Confirms a place that is held, or a stay that she was admitted to without it. */
  const confirm = async (
    request: FastifyRequest<OfStay>,
    reply: FastifyReply,
    confirmOf: typeof confirmStayOf | typeof confirmAfterwardsOf,
  ): Promise<FastifyReply> => {
    const { id, stay, say } = address(request);
    const fields = fieldsOf(request.body);
    const [legalBasis, payer] = [parseLegalBasis(fields.text('hjemmel')), municipality(fields.text('betaler'))];
    const asked = deviations.filter((deviation) => fields.all('svaret').includes(deviation));
    const isChecked = fields.text('kontrolleret') === 'ja';
    const commitment = { legalBasis, paidBy: payer?.id ?? null };
    const confirmation = await confirmOf(db, request.permit(), formAbout(request, stay), commitment, isChecked ? asked : []);
    const sent = { legalBasis: fields.text('hjemmel'), paidBy: fields.text('betaler') };
    switch (confirmation.outcome) {
      case 'confirmed': {
        // Not asked for again where it was offered, or where she has given birth.
        const isOwed = legalBases[confirmation.legalBasis].contractMustBeOffered && (await contractIsOwed(db, request.permit(), stay));
        const notice =
          confirmOf === confirmAfterwardsOf
            ? afterwardsTexts(request.language)(isOwed ? 'noticeContract' : 'notice')
            : say(isOwed ? 'confirmedNotice' : 'confirmedNoticeNoContract');
        const differs = confirmation.deviations.map((deviation) => say(`deviation.${deviation}`));
        const moved = confirmOf === confirmStayOf ? await transferNotice(request, stay) : [];
        return reply.done(findAddress(id), [notice, ...moved, ...differs].join(' '), differs.length > 0 ? 'attention' : 'notice');
      }
      case 'ask':
        return refuse(request, reply, id, {
          confirmation: sent,
          deviations: confirmation.about,
          // Asked before and not ticked: the tick is what is missing.
          ...(asked.length > 0 && !isChecked ? { stayErrors: { kontrolleret: say('fault.checked') } } : {}),
        });
      case 'missing': {
        const fieldOf = { 'legal-basis': 'hjemmel', 'paying-municipality': 'betaler' } as const;
        return refuse(request, reply, id, {
          confirmation: sent,
          stayErrors: Object.fromEntries(confirmation.what.map((what) => [fieldOf[what], say(`missing.${what}`)])),
        });
      }
      case 'run-out':
      case 'not-held':
      case 'pathway-ended':
      case 'no-such-stay':
      case 'busy':
        return refuse(request, reply, id, { fault: faultSentences(confirmation, request.language) });
    }
  };

  app.post<OfStay>('/forloeb/:id/plads/:stay/bekraeft', { config: { permission: 'place:confirm' } }, (request, reply) =>
    confirm(request, reply, confirmStayOf),
  );

  // She was admitted without it: she stood at the door.
  app.post<OfStay>('/forloeb/:id/plads/:stay/bekraeft-ophold', { config: { permission: 'place:confirm' } }, (request, reply) =>
    confirm(request, reply, confirmAfterwardsOf),
  );
};
