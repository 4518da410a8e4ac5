/** The steps of a call: each is asked about on a page of its own, with the words it needs, before it is taken. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type CallStatus, callStatuses, takeCallStep } from '../../domain/call/lifecycle.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import { callPackage } from '../../domain/call/packages.ts';
import { cprSentence } from '../../domain/numbers/cpr-sentence.ts';
import { callProgress, moveCall } from '../../store/call.ts';
import type { WebContext } from '../context.ts';
import { cprIn } from '../cpr-in-forms.ts';
import { fieldsOf } from '../form.ts';
import { callAddress, callsAddress } from './addresses.ts';
import { noSuchCall } from './no-such-call.ts';
import { StepView } from './step-view.tsx';
import { stepTexts } from './step-words.ts';
import { callTexts } from './texts.ts';

type CallParams = { Params: { call: string } };
type StepParams = CallParams & { Querystring: { til?: string } };

export const callStepPages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  const stepPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    {
      call,
      to,
      words,
      error,
    }: { readonly call: CallPackage; readonly to: CallStatus; readonly words: string; readonly error: string | null },
  ): Promise<FastifyReply> => {
    const { language } = request;
    const progress = await callProgress(db, request.permit(), call.id);
    if (!progress) return noSuchCall(reply);
    if (takeCallStep(progress.status, to, request.permit().actor.role).outcome === 'refused')
      return reply.done(callAddress(call.id), stepTexts(language)('notNow'));
    return reply.page({
      ...(error === null ? {} : { status: 422 }),
      title: stepTexts(language)('title', { step: callTexts(language)(`step.${to}`) }),
      crumbs: [
        { href: callsAddress, text: callTexts(language)('calls') },
        { href: callAddress(call.id), text: call.title },
      ],
      content: <StepView {...{ call, from: progress.status, to, words, error, language }} />,
    });
  };

  // A step concerns the whole country and most cannot be undone: the button leads here, and only the form here takes it.
  app.get<StepParams>(`${callsAddress}/:call/status`, { config: { permission: 'call:move' } }, async (request, reply) => {
    const call = callPackage(request.params.call);
    const to = callStatuses.find((status) => status === request.query.til);
    return call && to ? stepPage(request, reply, { call, to, words: '', error: null }) : noSuchCall(reply);
  });

  app.post<CallParams>(`${callsAddress}/:call/status`, { config: { permission: 'call:move', saysCpr: true } }, async (request, reply) => {
    const found = callPackage(request.params.call);
    const fields = fieldsOf(request.body);
    const to = callStatuses.find((status) => status === fields.text('til'));
    if (!found || !to) return noSuchCall(reply);
    const words = to === 'asked-again' ? fields.text('ord').trim() : '';
    const [cpr] = cprIn(request.body);
    if (cpr) return stepPage(request, reply, { call: found, to, words, error: cprSentence(cpr.where, request.language) });
    if (to === 'asked-again' && words === '')
      return stepPage(request, reply, { call: found, to, words, error: stepTexts(request.language)('reasonMissing') });
    const moved = await moveCall(db, request.permit(), found.id, to, words);
    return reply.done(callAddress(found.id), callTexts(request.language)(moved.outcome === 'moved' ? 'moved' : 'notMoved'));
  });
};
