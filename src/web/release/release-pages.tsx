/** Releases: a table is chosen, protected and attacked beside the server, and stands in the ledger for ever, or is refused and says why. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { documentLimit } from '../../access/document-limit.ts';
import { releaseBeside } from '../../compute/release.ts';
import { placeName } from '../../domain/call/attacked-cell.ts';
import { callPackage, callPackages } from '../../domain/call/packages.ts';
import { thresholds } from '../../domain/disclosure/terms.ts';
import { danishMoment } from '../../domain/time.ts';
import { releaseFile } from '../../reports/release-files.ts';
import { type TableFileType, tableFileTypes } from '../../reports/table-files.ts';
import { callProgress } from '../../store/call.ts';
import { makeEdition, type MakingEdition } from '../../store/call-report.ts';
import { releaseMunicipalTable } from '../../store/release.ts';
import type { WithEntering } from '../../store/release-enter.ts';
import { askForJob, askToStop, endJob, endJobWithin, hearJob, readJob, readJobs } from '../../store/release-job.ts';
import { readDocumentsEver } from '../../store/published-documents.ts';
import { readRelease, readReleases, type ReleaseLine } from '../../store/release-read.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import type { Language } from '../ui/language.ts';
import { choicesOf, inOneWord, jobIdOf } from './choices.ts';
import { JobView } from './job-view.tsx';
import { releaseJobs } from './jobs.ts';
import { ListView } from './list-view.tsx';
import { ReleaseView } from './release-view.tsx';
import { releasesAddress, releaseTexts } from './texts.ts';

const permission = 'release:make';
/** How long a table is sought and polished. */
const mostSeconds = 20;

type One = { Params: { release: string } };
type OneJob = { Params: { job: string } };
type List = { Querystring: Readonly<Record<string, unknown>> };

export const releasePages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  const jobs = releaseJobs((error) => app.log.error(error));
  app.addHook('onClose', () => jobs.stopAll());

  const listPage = async (request: FastifyRequest, key: string, wrong: 'fault' | 'tooMany' | null, filled: (name: string) => string) => {
    const permit = request.permit();
    const calls = await Promise.all(
      callPackages.map(async (call) => ({ call, status: (await callProgress(db, permit, call.id))?.status ?? null })),
    );
    const [lines, kept] = [await readReleases(db, permit), await readJobs(db, permit)];
    const documents = await readDocumentsEver(db, permit);
    const { language } = request;
    return {
      title: releaseTexts(language)('title'),
      content: <ListView {...{ calls, lines, documents, titleOf, wrong, filled, language }} jobs={kept} formKey={key} />,
    };
  };

  app.get<List>(releasesAddress, { config: { permission } }, async (request, reply) => {
    const filled = (name: string): string => {
      const value = request.query[name];
      return typeof value === 'string' ? value : '';
    };
    return reply.page(await listPage(request, newId(), null, filled));
  });

  app.post(releasesAddress, { config: { permission, rateLimit: documentLimit } }, async (request, reply) => {
    const permit = request.permit();
    const fields = fieldsOf(request.body);
    const call = callPackage(fields.text('udmelding'));
    const choices = choicesOf((name) => fields.text(name));
    const key = formKey(fields, newId);
    const again = (wrong: 'fault' | 'tooMany') => listPage(request, key, wrong, (name) => fields.text(name));
    if (!call || !choices) return reply.page({ ...(await again('fault')), status: 422 });
    const [usual] = thresholds;
    const { method, zeros, cut } = choices;
    const by = permit.actor.user;
    const inWords = inOneWord(call.id, choices);
    const id = jobIdOf(key, inWords);
    const same = (await readJob(db, permit, id)) ?? jobs.underWay(by, inWords);
    if (same) return reply.redirect(`${releasesAddress}/arbejde/${same.id}`, 303);
    if (!jobs.hasRoom(by)) return reply.page({ ...(await again('tooMany')), status: 429 });
    const address = (job: string): string => `${releasesAddress}/arbejde/${job}`;
    if (!(await askForJob(db, permit, { id, call: call.id, choices }))) return reply.redirect(address(id), 303);
    const job = jobs.start(
      { id, choices: inWords, by, kept: (end) => endJob(db, permit, id, end), hear: (one) => hearJob(db, permit.actor, one) },
      (onProgress, signal) => {
        const work = releaseBeside({ onProgress, signal });
        // The work ends where the release is entered, so that no release stands in the ledger of which the work says that nothing came.
        const withEntering: WithEntering<MakingEdition> = (tx, made) => endJobWithin(tx, id, made);
        if (method === 'report') return makeEdition(db, permit, call, work, withEntering);
        const terms = { threshold: usual.threshold, zeros, protect: 'exact' } as const;
        return releaseMunicipalTable(db, permit, { call, method, terms, base: usual.base, seconds: mostSeconds, cut }, work, withEntering);
      },
    );
    if (job?.id === id) return reply.redirect(address(id), 303);
    // Another form of the same was sent while this one was written down, or the last room was taken: nobody works on what was written.
    await endJob(db, permit, id, { outcome: 'stopped' });
    return job ? reply.redirect(address(job.id), 303) : reply.page({ ...(await again('tooMany')), status: 429 });
  });

  app.get<OneJob>(`${releasesAddress}/arbejde/:job`, { config: { permission } }, async (request, reply) => {
    const { language } = request;
    const say = releaseTexts(language);
    const permit = request.permit();
    const here = jobs.find(request.params.job, permit.actor.user);
    const isAtWorkHere = here !== null && jobs.isAtWork(here.id);
    if (isAtWorkHere) await hearJob(db, permit.actor, here);
    // Asked before it is read: between the two this process may be busy for longer than a server is silent.
    const job = await readJob(db, permit, request.params.job, isAtWorkHere);
    if (!job) return gone(reply, language);
    if (job.release) {
      const isAround = job.why !== null && 'insteadOf' in job.why;
      return reply.done(
        `${releasesAddress}/${job.release.id}`,
        `${say(job.release.isNew ? 'released' : 'before')}${isAround ? ` ${say('around')}` : ''}`,
      );
    }
    const isUnderWay = job.state === 'waiting' || job.state === 'working';
    if (isUnderWay) void reply.header('refresh', '2');
    return reply.page({
      title: say(isUnderWay ? 'working' : job.state === 'refused' ? 'refused' : 'notDone'),
      crumbs: crumbs(language),
      content: <JobView job={job} language={language} isMine={job.by === permit.actor.user} formKey={newId()} />,
    });
  });

  app.post<OneJob>(`${releasesAddress}/arbejde/:job/stop`, { config: { permission } }, async (request, reply) => {
    const { language } = request;
    const permit = request.permit();
    const { job: id } = request.params;
    const job = await readJob(db, permit, id);
    if (!job || job.by !== permit.actor.user) return gone(reply, language);
    await askToStop(db, permit, id);
    jobs.find(id, permit.actor.user)?.stop();
    return reply.redirect(`${releasesAddress}/arbejde/${id}`, 303);
  });

  app.get<One>(`${releasesAddress}/:release`, { config: { permission, rateLimit: documentLimit } }, async (request, reply) => {
    const { language } = request;
    const [id = '', ending] = request.params.release.split('.');
    const type = (Object.keys(tableFileTypes) as TableFileType[]).find((known) => known === ending);
    const found = ending === undefined || type ? await readRelease(db, request.permit(), id) : null;
    if (!found) return reply.callNotFound();
    const { line, release } = found;
    if (type) {
      const body = await releaseFile(type, { release, about: aboutOf(line, release.terms, language), nameOf: placeName });
      return reply
        .type(tableFileTypes[type])
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
    ['udgivet', danishMoment(line.recorded)],
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

/** There is no such work, or it is another's and was to be stopped. */
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
