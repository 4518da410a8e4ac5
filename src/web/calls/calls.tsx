/** The national call: the package, who has answered, a municipality's answer, and the reports. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { may } from '../../access/decide.ts';
import { documentLimit } from '../../access/document-limit.ts';
import { decideInternalReport, decideReport } from '../../access/report.ts';
import { type CallPackage } from '../../domain/call/package.ts';
import { callPackage, callPackages } from '../../domain/call/packages.ts';
import { callStatuses, isReleased } from '../../domain/call/lifecycle.ts';
import type { ReportPlace } from '../../domain/call/numbers.ts';
import type { Edition } from '../../domain/disclosure/publishable.ts';
import { parseRegion } from '../../domain/geography/regions.ts';
import { callProgress, type CallProgress, moveCall } from '../../store/call.ts';
import { compileEdition } from '../../store/call-report.ts';
import { hasEdition } from '../../store/release-read.ts';
import { reportDocx } from '../../reports/docx.ts';
import { reportJson } from '../../reports/json.ts';
import { reportPdf } from '../../reports/pdf.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { callAddress, callsAddress, editionOf } from './addresses.ts';
import { answerPages } from './answer.tsx';
import { CallList, CallView } from './call-view.tsx';
import { NotReleasedView, ReportView } from './report-view.tsx';
import { callTexts } from './texts.ts';

type CallParams = { Params: { call: string } };
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
    const calls: { readonly package: CallPackage; readonly progress: CallProgress }[] = [];
    for (const found of callPackages) {
      const progress = await callProgress(db, request.permit(), found.id);
      if (progress) calls.push({ package: found, progress });
    }
    return reply.page({
      title: callTexts(request.language)('calls'),
      content: <CallList calls={calls} language={request.language} />,
    });
  });

  app.get<CallParams>(`${callsAddress}/:call`, { config: { permission: 'call:read' } }, async (request, reply) => {
    const found = callPackage(request.params.call);
    const progress = found && (await callProgress(db, request.permit(), found.id));
    if (!progress) return noSuchCall(reply);
    const isMade = await hasEdition(db, request.permit(), found);
    const { actor, language } = request;
    return reply.page({
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
        />
      ),
    });
  });

  app.post<CallParams>(`${callsAddress}/:call/status`, { config: { permission: 'call:move' } }, async (request, reply) => {
    const found = callPackage(request.params.call);
    const to = callStatuses.find((status) => status === fieldsOf(request.body).text('til'));
    if (!found || !to) return noSuchCall(reply);
    const moved = await moveCall(db, request.permit(), found.id, to);
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
    const written = await compileEdition(db, decision.permit, { call, place, edition });
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
