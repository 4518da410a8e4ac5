/** Confirming a place that is held, or a stay that she was admitted to without it: legal basis, payment, and what differs from the decision. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { municipality } from '../../domain/geography/municipalities.ts';
import { legalBases, parseLegalBasis } from '../../domain/legal-basis.ts';
import { type CommitmentPart, deviations, missingFrom } from '../../domain/placement/confirm.ts';
import { doubtKinds } from '../../domain/placement/doubts.ts';
import { danishDay } from '../../domain/time.ts';
import { confirmAfterwardsOf, confirmStayOf } from '../../store/placement-confirm.ts';
import { contractIsOwed } from '../../store/placement-reception.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { findAddress } from './addresses.ts';
import { saysToMoveErrors, saysToMoveIn } from './agree-to-move.tsx';
import { afterwardsTexts } from './afterwards-texts.ts';
import { address, type FindShown, type OfStay } from './find-shown.tsx';
import { herAnswerErrors, herAnswerIn } from './her-answer.tsx';
import { herAnswerTexts } from './her-answer-texts.ts';
import { conditionField } from './condition.tsx';
import { againstNoField, deviationText, ofItsOwn, untickedErrors } from './deviation-fields.tsx';
import { faultSentences } from './outcome-words.ts';
import type { FieldErrors } from '../ui/fields.tsx';

/** The field of the form that gives a part of the commitment. */
const fieldOf = { 'legal-basis': 'hjemmel', 'paying-municipality': 'betaler' } as const satisfies Readonly<Record<CommitmentPart, string>>;

export const confirmStayPages: FastifyPluginAsync<
  Pick<WebContext, 'db' | 'now'> & Pick<FindShown, 'formAbout' | 'refuse' | 'transferNotice'>
> = async (app, { db, now, formAbout, refuse, transferNotice }) => {
  /** Confirms a place that is held, or a stay that she was admitted to without it. */
  const confirm = async (
    request: FastifyRequest<OfStay>,
    reply: FastifyReply,
    confirmOf: 'before-she-comes' | 'afterwards',
  ): Promise<FastifyReply> => {
    const { id, stay, say } = address(request);
    const fields = fieldsOf(request.body);
    const [legalBasis, payer] = [parseLegalBasis(fields.text('hjemmel')), municipality(fields.text('betaler'))];
    const asked = deviations.filter((deviation) => fields.all('svaret').includes(deviation));
    const isChecked = fields.text('kontrolleret') === 'ja';
    const commitment = { legalBasis, paidBy: payer?.id ?? null };
    const sent = { legalBasis: fields.text('hjemmel'), paidBy: fields.text('betaler') };
    // What she says to moving is asked again; either answer lets the place be confirmed.
    const saysToMove = saysToMoveIn(fields);
    // All that is asked is asked at once: what is missing is named together.
    const today = danishDay(now());
    const unsaid = { ...saysToMoveErrors(fields, request.language), ...herAnswerErrors(fields, today, request.language) };
    const again = { confirmation: sent, saysToMove, herAnswer: fields };
    const missing = (what: readonly CommitmentPart[]): FieldErrors =>
      Object.fromEntries(what.map((part) => [fieldOf[part], say(`missing.${part}`)]));
    if (Object.keys(unsaid).length > 0)
      return refuse(request, reply, id, { ...again, stayErrors: { ...missing(missingFrom(commitment)), ...unsaid } });
    const form = formAbout(request, stay);
    // Each doubt about the place is ticked by itself: never covered by the tick about legal basis and payer.
    const checked = [
      ...(isChecked ? asked.filter((deviation) => !ofItsOwn.includes(deviation)) : []),
      ...doubtKinds.filter((kind) => fields.all('forbehold').includes(kind)),
    ];
    const againstNo = fields.text(againstNoField);
    const confirmation =
      confirmOf === 'afterwards'
        ? await confirmAfterwardsOf(db, request.permit(), form, commitment, checked, againstNo)
        : await confirmStayOf(db, request.permit(), form, commitment, checked, {
            toMove: saysToMove,
            toPlace: herAnswerIn(fields, today),
            againstNo,
            condition: fields.text(conditionField),
          });
    switch (confirmation.outcome) {
      case 'confirmed': {
        // Not asked for again where it was offered, or where she has given birth.
        const isOwed = legalBases[confirmation.legalBasis].contractMustBeOffered && (await contractIsOwed(db, request.permit(), stay));
        const notice =
          confirmOf === 'afterwards'
            ? afterwardsTexts(request.language)(isOwed ? 'noticeContract' : 'notice')
            : say(isOwed ? 'confirmedNotice' : 'confirmedNoticeNoContract');
        const differs = confirmation.deviations.map((deviation) => deviationText(deviation, request.language));
        const moved = confirmOf === 'before-she-comes' ? await transferNotice(request, stay) : [];
        return reply.done(findAddress(id), [notice, ...moved, ...differs].join(' '), differs.length > 0 ? 'attention' : 'notice');
      }
      case 'ask':
        return refuse(request, reply, id, {
          ...again,
          deviations: confirmation.about,
          stayErrors: untickedErrors(confirmation.about, asked, request.language),
        });
      case 'her-no-written':
        // Her no is saved: that is done, and no fault of the form. What can be done now stands on her place.
        return reply.done(findAddress(id), herAnswerTexts(request.language)('noWritten'));
      case 'missing':
        return refuse(request, reply, id, { ...again, stayErrors: missing(confirmation.what) });
      case 'run-out':
      case 'not-held':
      case 'pathway-ended':
      case 'no-such-stay':
      case 'busy':
        return refuse(request, reply, id, { fault: faultSentences(confirmation, request.language) });
    }
  };

  app.post<OfStay>('/forloeb/:id/plads/:stay/bekraeft', { config: { permission: 'place:confirm' } }, (request, reply) =>
    confirm(request, reply, 'before-she-comes'),
  );

  // She was admitted without it: she stood at the door.
  app.post<OfStay>('/forloeb/:id/plads/:stay/bekraeft-ophold', { config: { permission: 'place:confirm' } }, (request, reply) =>
    confirm(request, reply, 'afterwards'),
  );
};
