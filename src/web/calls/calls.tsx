/** The national call: the package, who has answered, and what a secretariat asks of the agency; its steps, answers and reports are registered here. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { decideInternalReport } from '../../access/report.ts';
import { cprSentence } from '../../domain/numbers/cpr-sentence.ts';
import { type CallPackage } from '../../domain/call/package.ts';
import { callPackage, callPackages } from '../../domain/call/packages.ts';
import type { CallEvent } from '../../domain/call/step-request.ts';
import { isReleased } from '../../domain/call/lifecycle.ts';
import { callProgress, type CallProgress } from '../../store/call.ts';
import { askAgencyForStep, callEvents } from '../../store/call-request.ts';
import { hasEdition, readReleasedOf } from '../../store/release-read.ts';
import type { WebContext } from '../context.ts';
import { cprIn } from '../cpr-in-forms.ts';
import { fieldsOf } from '../form.ts';
import { callAddress, callsAddress } from './addresses.ts';
import { answerPages } from './answer.tsx';
import { callReportPages } from './report-pages.tsx';
import { callStepPages } from './step-pages.tsx';
import { CallList, CallView } from './call-view.tsx';
import { noSuchCall } from './no-such-call.ts';
import { ReleasedList } from './released-list.tsx';
import { AskAgency, CallCourse, RequestsWaiting } from './request-view.tsx';
import { requestTexts } from './request-words.ts';
import { StatusMeans } from './step-view.tsx';
import { callTexts } from './texts.ts';

type CallParams = { Params: { call: string } };

export const callPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db } = context;

  app.get(callsAddress, { config: { permission: 'call:read' } }, async (request, reply) => {
    const calls: { readonly call: CallPackage; readonly progress: CallProgress; readonly events: readonly CallEvent[] }[] = [];
    for (const call of callPackages) {
      const progress = await callProgress(db, request.permit(), call.id);
      if (progress) calls.push({ call, progress, events: await callEvents(db, request.permit(), call.id) });
    }
    const { language } = request;
    return reply.page({
      title: callTexts(language)('calls'),
      content: (
        <>
          {may(request.permit().actor, 'call:move') && (
            <RequestsWaiting calls={calls.map((one) => ({ ...one, language }))} language={language} />
          )}
          <CallList calls={calls.map(({ call, progress }) => ({ package: call, progress }))} language={language} />
        </>
      ),
    });
  });

  const callPage = async (
    request: FastifyRequest<CallParams>,
    reply: FastifyReply,
    wrong: { readonly error: string; readonly words: string } | null,
  ): Promise<FastifyReply> => {
    const found = callPackage(request.params.call);
    const progress = found && (await callProgress(db, request.permit(), found.id));
    if (!progress) return noSuchCall(reply);
    const isMade = await hasEdition(db, request.permit(), found);
    const events = await callEvents(db, request.permit(), found.id);
    const released = may(request.permit().actor, 'release:read') ? await readReleasedOf(db, request.permit(), found) : [];
    const { actor, language } = request;
    const mayAsk = actor !== null && may(actor, 'call:ask') ? actor.organisation.region : null;
    const shared = { call: found, progress, events, language };
    return reply.page({
      ...(wrong ? { status: 422 } : {}),
      title: found.title,
      crumbs: [{ href: callsAddress, text: callTexts(language)('calls') }],
      content: (
        <CallView
          call={found}
          progress={progress}
          language={language}
          own={actor && may(actor, 'call:answer') ? actor.organisation.municipality : null}
          mayAnswer={actor !== null && may(actor, 'call:answer')}
          role={request.permit().actor.role}
          editionsOf={(place) => {
            const isInternal = actor !== null && decideInternalReport(actor, place, context.now()).outcome === 'permitted';
            // Before the call is reported, those who read the internal edition see the public one as a draft; afterwards it is there when made.
            const isPublic = isMade || (isInternal && !isReleased(progress.status));
            return [...(isInternal ? (['internal'] as const) : []), ...(isPublic ? (['public'] as const) : [])];
          }}
          missingEdition={isMade ? null : isReleased(progress.status) ? 'not-made' : 'not-reported'}
          mayMake={actor !== null && may(actor, 'release:make')}
          mayWork={actor !== null && may(actor, 'report:internal')}
          requests={
            <>
              {actor !== null && (may(actor, 'call:ask') || may(actor, 'call:answer')) && (
                <StatusMeans status={progress.status} events={events} language={language} />
              )}
              {actor !== null && may(actor, 'call:move') && <RequestsWaiting calls={[shared]} language={language} />}
              {mayAsk !== null && <AskAgency {...shared} region={mayAsk} error={wrong?.error ?? null} words={wrong?.words ?? ''} />}
            </>
          }
          course={
            <>
              <ReleasedList released={released} language={language} />
              <CallCourse events={events} language={language} />
            </>
          }
        />
      ),
    });
  };

  app.get<CallParams>(`${callsAddress}/:call`, { config: { permission: 'call:read' } }, (request, reply) => callPage(request, reply, null));

  app.post<CallParams>(`${callsAddress}/:call/anmod`, { config: { permission: 'call:ask', saysCpr: true } }, async (request, reply) => {
    const found = callPackage(request.params.call);
    if (!found) return noSuchCall(reply);
    const say = requestTexts(request.language);
    const words = fieldsOf(request.body).text('ord');
    const [cpr] = cprIn(request.body);
    if (cpr) return callPage(request, reply, { error: cprSentence(cpr.where, request.language), words });
    const asked = await askAgencyForStep(db, request.permit(), found.id, words);
    const said = asked.outcome === 'asked' ? say('sent') : say('notSent', { why: say(`why.${asked.reason}`) });
    return reply.done(callAddress(found.id), said);
  });

  await app.register(callStepPages, context);
  await app.register(answerPages, context);
  await app.register(callReportPages, context);
};
