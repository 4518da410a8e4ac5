/** Releases: a table is chosen, protected and attacked beside the server, and stands in the ledger for ever, or is refused and says why. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { JSX } from 'react';
import { documentLimit } from '../../access/document-limit.ts';
import { cellsKnownTo } from '../../access/report.ts';
import { releaseBeside } from '../../compute/release.ts';
import { placeName } from '../../domain/call/attacked-cell.ts';
import { callPackage, callPackages } from '../../domain/call/packages.ts';
import { thresholds, zeroRules } from '../../domain/disclosure/terms.ts';
import { releaseFile, releaseFileTypes, type ReleaseFileType } from '../../reports/release-files.ts';
import { makeEdition } from '../../store/call-report.ts';
import { releaseMunicipalTable } from '../../store/release.ts';
import { readRelease, readReleases, type ReleaseLine } from '../../store/release-read.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { ErrorSummary, RadioGroup, SelectField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { JobView } from './job-view.tsx';
import { releaseJobs } from './jobs.ts';
import { ReleaseView } from './release-view.tsx';
import { releasesAddress, releaseTexts } from './texts.ts';

const permission = 'release:make';
/** How long a table is sought and polished. */
const mostSeconds = 20;
/** Hiding the small counts alone is for the command line, where it is shown why that is not enough. */
const methods = ['rounding', 'suppression', 'report'] as const;

type One = { Params: { release: string } };
type OneJob = { Params: { job: string } };

export const releasePages: FastifyPluginAsync<WebContext> = async (app, { db, newId, now }) => {
  const jobs = releaseJobs((error) => app.log.error(error));
  app.addHook('onClose', () => jobs.stopAll());

  app.get(releasesAddress, { config: { permission } }, async (request, reply) =>
    reply.page(listPage(await readReleases(db, request.permit()), newId(), null, request.language)),
  );

  app.post(releasesAddress, { config: { permission, rateLimit: documentLimit } }, async (request, reply) => {
    const permit = request.permit();
    const fields = fieldsOf(request.body);
    const call = callPackage(fields.text('udmelding'));
    const method = methods.find((known) => known === fields.text('maade'));
    const zeros = method === 'report' ? 'hide' : zeroRules.find((known) => known === fields.text('nuller'));
    const key = formKey(fields, newId);
    if (!call || !method || !zeros)
      return reply.page({ ...listPage(await readReleases(db, permit), key, 'fault', request.language), status: 422 });
    const [usual] = thresholds;
    const terms = { threshold: usual.threshold, zeros, protect: 'exact' } as const;
    const choices = `${call.id}.${method}.${zeros}`;
    // The form that is sent again with other choices asks for another work.
    const job = jobs.start({ id: `${key}.${choices}`, choices, by: permit.actor.user }, (onProgress, signal) => {
      const work = releaseBeside({ onProgress, signal });
      return method === 'report'
        ? makeEdition(db, permit, call, work)
        : releaseMunicipalTable(db, permit, { call, method, terms, base: usual.base, seconds: mostSeconds }, work);
    });
    if (!job) return reply.page({ ...listPage(await readReleases(db, permit), key, 'tooMany', request.language), status: 429 });
    return reply.redirect(`${releasesAddress}/arbejde/${job.id}`, 303);
  });

  app.get<OneJob>(`${releasesAddress}/arbejde/:job`, { config: { permission } }, async (request, reply) => {
    const { language } = request;
    const say = releaseTexts(language);
    const job = jobs.find(request.params.job, request.permit().actor.user);
    if (!job) return gone(reply, language);
    if (job.ended?.outcome === 'released') {
      const { id, isNew, insteadOf } = job.ended;
      const notice = `${say(isNew ? 'released' : 'before')}${insteadOf ? ` ${say('around')}` : ''}`;
      return reply.done(`${releasesAddress}/${id}`, notice);
    }
    if (job.ended === null) void reply.header('refresh', '2');
    return reply.page({
      title: say(job.ended === null ? 'working' : 'refused'),
      crumbs: crumbs(language),
      content: <JobView job={job} language={language} mayKnow={cellsKnownTo(request.permit().actor, now())} />,
    });
  });

  app.post<OneJob>(`${releasesAddress}/arbejde/:job/stop`, { config: { permission } }, async (request, reply) => {
    const { language } = request;
    const job = jobs.find(request.params.job, request.permit().actor.user);
    if (!job) return gone(reply, language);
    job.stop();
    return reply.redirect(`${releasesAddress}/arbejde/${request.params.job}`, 303);
  });

  app.get<One>(`${releasesAddress}/:release`, { config: { permission, rateLimit: documentLimit } }, async (request, reply) => {
    const { language } = request;
    const [id = '', ending] = request.params.release.split('.');
    const type = (Object.keys(releaseFileTypes) as ReleaseFileType[]).find((known) => known === ending);
    const found = ending === undefined || type ? await readRelease(db, request.permit(), id) : null;
    if (!found) return reply.callNotFound();
    const { line, release } = found;
    if (type) {
      const body = await releaseFile(type, { release, about: aboutOf(line, release.terms, language), nameOf: placeName });
      return reply
        .type(releaseFileTypes[type])
        .header('content-disposition', `attachment; filename="udgivelse-${line.id}.${type}"`)
        .send(typeof body === 'string' ? body : Buffer.from(body));
    }
    return reply.page({
      title: `${releaseTexts(language)('release', { id: line.id })}: ${titleOf(line)}`,
      crumbs: crumbs(language),
      content: <ReleaseView line={line} release={release} language={language} />,
    });
  });
};

/** What stands in every file: what it is, by whom, by which rule, and what a hidden value means. */
function aboutOf(
  line: ReleaseLine,
  {
    threshold,
    zeros,
    rounding,
  }: { readonly threshold: number; readonly zeros: string; readonly rounding: { readonly base: number } | null },
  language: Language,
): readonly (readonly [string, string])[] {
  const say = releaseTexts(language);
  const legend = rounding
    ? say('legendRounded', { base: rounding.base })
    : `${say('legendHidden')} ${say(zeros === 'hide' ? 'legendZeros' : 'legendNoZeros')}`;
  return [
    ['udgivelse', line.id],
    ['udmelding', titleOf(line)],
    ['regel', `${line.edition}, ${threshold}`],
    ['udgivet', line.recorded],
    ['af', line.organisation],
    ['tegnforklaring', legend],
  ];
}

function titleOf({ matter }: ReleaseLine): string {
  return callPackages.find(({ id }) => `call/${id}` === matter)?.title ?? matter;
}

function crumbs(language: Language) {
  return [{ href: releasesAddress, text: releaseTexts(language)('title') }];
}

/** The work is another's, or of a server before this one. */
function gone(reply: FastifyReply, language: Language): FastifyReply {
  const say = releaseTexts(language);
  const content = (
    <>
      <p>{say('goneText')}</p>
      <p>
        <a href={releasesAddress}>{say('ledger')}</a>
      </p>
    </>
  );
  return reply.page({ status: 410, title: say('gone'), crumbs: crumbs(language), content });
}

function listPage(lines: readonly ReleaseLine[], key: string, wrong: 'fault' | 'tooMany' | null, language: Language) {
  const say = releaseTexts(language);
  const errors = wrong ? { udmelding: say(wrong) } : {};
  return {
    title: say('title'),
    content: (
      <>
        <ErrorSummary heading={say('make')} errors={errors} />
        <p>{say('intro')}</p>
        <form method="post" action={releasesAddress} className="card no-print">
          <h2>{say('make')}</h2>
          <input type="hidden" name="noegle" value={key} />
          <SelectField
            name="udmelding"
            label={say('call')}
            errors={errors}
            options={callPackages.map(({ id, title }) => ({ value: id, text: title }))}
          />
          <RadioGroup
            name="maade"
            label={say('method')}
            value="rounding"
            options={methods.map((method) => ({ value: method, text: say(`method.${method}`) }))}
          />
          <RadioGroup
            name="nuller"
            label={say('zeros')}
            value="show"
            options={zeroRules.map((rule) => ({ value: rule, text: say(`zeros.${rule}`) }))}
          />
          <p>{say('frozen')}</p>
          <button type="submit" className="button button-primary">
            {say('run')}
          </button>
        </form>
        <Card heading={say('ledger')}>
          {lines.length === 0 ? <p>{say('ledgerNone')}</p> : <LedgerTable lines={lines} language={language} />}
        </Card>
      </>
    ),
  };
}

function LedgerTable({ lines, language }: { readonly lines: readonly ReleaseLine[]; readonly language: Language }): JSX.Element {
  const say = releaseTexts(language);
  return (
    <Sheet caption={say('ledger')}>
      <thead>
        <tr>
          {(['number', 'what', 'kind', 'who', 'when', 'edition'] as const).map((head) => (
            <th key={head} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <a href={`${releasesAddress}/${line.id}`}>{say('release', { id: line.id })}</a>
            </th>
            <td>{titleOf(line)}</td>
            <td>{say(`method.${line.kind}`)}</td>
            <td>
              {line.byName}, {line.organisation}
            </td>
            <td>{momentText(line.recorded, language)}</td>
            <td>{line.edition}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}
