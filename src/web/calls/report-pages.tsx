/** The reports of a call: for the country or a region, internal or public, as page, Word, PDF and JSON. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { documentLimit } from '../../access/document-limit.ts';
import { decideReport } from '../../access/report.ts';
import { may } from '../../access/decide.ts';
import { filePatience, pagePatience, tryDraftIn } from '../../compute/draft-trial.ts';
import type { ReportPlace } from '../../domain/call/numbers.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import { callPackage } from '../../domain/call/packages.ts';
import type { Edition } from '../../domain/disclosure/publishable.ts';
import { parseRegion } from '../../domain/geography/regions.ts';
import { reportDocx } from '../../reports/docx.ts';
import { reportJson } from '../../reports/json.ts';
import { reportPdf } from '../../reports/pdf.ts';
import { compileEdition } from '../../store/call-report.ts';
import { hasEdition } from '../../store/release-read.ts';
import type { WebContext } from '../context.ts';
import { callAddress, callsAddress, editionOf } from './addresses.ts';
import { noSuchCall } from './no-such-call.ts';
import { NotReleasedView, ReportView } from './report-view.tsx';
import { callTexts } from './texts.ts';

type ReportParams = { Params: { call: string; place: string }; Querystring: { udgave?: string } };

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
} as const;
type Format = keyof typeof mediaTypes;

export const callReportPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db } = context;

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
