/** The national call: the package, who has answered, a municipality's answer, and the reports. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { documentLimit } from '../../access/document-limit.ts';
import { decideInternalReport, decideReport } from '../../access/report.ts';
import { filePatience, pagePatience, tryDraftIn } from '../../compute/draft-trial.ts';
import { cprSentence } from '../../domain/numbers/cpr-sentence.ts';
import { type CallPackage } from '../../domain/call/package.ts';
import { callPackage, callPackages } from '../../domain/call/packages.ts';
import type { CallEvent } from '../../domain/call/step-request.ts';
import { type CallStatus, callStatuses, isReleased, takeCallStep } from '../../domain/call/lifecycle.ts';
import type { ReportPlace } from '../../domain/call/numbers.ts';
import type { Edition } from '../../domain/disclosure/publishable.ts';
import { parseRegion } from '../../domain/geography/regions.ts';
import { callProgress, type CallProgress, moveCall } from '../../store/call.ts';
import { askAgencyForStep, callEvents } from '../../store/call-request.ts';
import { compileEdition } from '../../store/call-report.ts';
import { hasEdition, readReleasedOf } from '../../store/release-read.ts';
import { reportDocx } from '../../reports/docx.ts';
import { reportJson } from '../../reports/json.ts';
import { reportPdf } from '../../reports/pdf.ts';
import type { WebContext } from '../context.ts';
import { cprIn } from '../cpr-in-forms.ts';
import { fieldsOf } from '../form.ts';
import { callAddress, callsAddress, editionOf } from './addresses.ts';
import { answerPages } from './answer.tsx';
import { CallList, CallView } from './call-view.tsx';
import { ReleasedList } from './released-list.tsx';
import { NotReleasedView, ReportView } from './report-view.tsx';
import { AskAgency, CallCourse, RequestsWaiting } from './request-view.tsx';
import { requestTexts } from './request-words.ts';
import { StatusMeans, StepView } from './step-view.tsx';
import { stepTexts } from './step-words.ts';
import { callTexts } from './texts.ts';

type CallParams = { Params: { call: string } };
type StepParams = { Params: { call: string }; Querystring: { til?: string } };
type ReportParams = { Params: { call: string; place: string }; Querystring: { udgave?: string } };

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
} as const;
type Format = keyof typeof mediaTypes;

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

  await app.register(answerPages, context);

  const reportConfig = { permission: 'report:public', rateLimit: documentLimit } as const;
  app.get<ReportParams>(`${callsAddress}/:call/rapport/:place`, { config: reportConfig }, async (request, reply) => {
    const { call: callId, place: named } = request.params;
    const [placeName = '', ending] = named.split('.');
    const format = (Object.keys(mediaTypes) as Format[]).find((known) => known === ending);
    const call = callPackage(callId);
    const place = placeOf(placeName);
    const say = callTexts(request.language);
    if (!call || !place || (ending !== undefined && !format)) return noSuchCall(reply);

    const edition = editionOf(request.query.udgave);
    const { actor } = request.permit();
    const decision = decideReport(actor, place, edition, context.now());
    if (decision.outcome === 'refused') return reply.page({ status: 403, title: say('readInternal'), content: decision.because });
    // A page does not wait for long: what is not tried yet is said to be so, and the page fetches itself again.
    let isBeingTried = false;
    const written = await compileEdition(db, decision.permit, { call, place, edition }, async (problem) => {
      const tried = await tryDraftIn(context.trials, problem, format ? filePatience : pagePatience);
      isBeingTried = tried === 'under-way';
      return tried;
    });
    if (isBeingTried) void reply.header('refresh', '3');
    if (!written) return noSuchCall(reply);
    const crumbs = [
      { href: callsAddress, text: say('calls') },
      { href: callAddress(call.id), text: call.title },
    ];
    if (written.outcome === 'no-such-place') return reply.page({ status: 404, title: say('noSuchPlace'), crumbs, content: null });
    if (written.outcome === 'not-released') {
      return reply.page({
        status: 409,
        title: say('notReleased'),
        crumbs,
        content: (
          <NotReleasedView reasons={written.reasons} call={call.id} mayMake={may(actor, 'release:make')} language={request.language} />
        ),
      });
    }
    if (format) return sendFile(reply, call, place, edition, format, written.report);
    const other = edition === 'internal' ? 'public' : 'internal';
    const isThere = other === 'internal' || written.report.isDraft || (await hasEdition(db, decision.permit, call));
    const mayOther = isThere && decideReport(actor, place, other, context.now()).outcome === 'permitted';
    return reply.page({
      title: written.report.title,
      crumbs,
      content: (
        <ReportView report={written.report} call={call.id} place={place} other={mayOther ? other : null} language={request.language} />
      ),
    });
  });
};

/** A region's id or `danmark`; null for anything else. */
function placeOf(text: string): ReportPlace | null {
  return text === 'danmark' ? 'danmark' : parseRegion(text);
}

function noSuchCall(reply: FastifyReply): FastifyReply {
  return reply.page({ status: 404, title: callTexts(reply.request.language)('noSuchCall'), content: null });
}

async function sendFile(
  reply: FastifyReply,
  call: CallPackage,
  place: ReportPlace,
  edition: Edition,
  format: Format,
  report: Parameters<typeof reportPdf>[0],
): Promise<FastifyReply> {
  const name = `${call.id}-${place}-${edition === 'internal' ? 'intern' : report.isDraft ? 'offentlig-kladde' : 'offentlig'}.${format}`;
  const body =
    format === 'docx'
      ? Buffer.from(await reportDocx(report))
      : format === 'pdf'
        ? Buffer.from(reportPdf(report))
        : JSON.stringify(reportJson(report), null, 2);
  return reply
    .type(mediaTypes[format])
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(body);
}
