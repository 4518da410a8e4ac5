/** The work on a release: how far it is, why nothing came of it, or its preview; and the second step, which publishes that very preview. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { documentLimit } from '../../access/document-limit.ts';
import { callPackage } from '../../domain/call/packages.ts';
import { callProgress } from '../../store/call.ts';
import { releaseBackground } from '../../store/release-background.ts';
import { readReleases } from '../../store/release-read.ts';
import { askToStop, hearJob, readJob } from '../../store/release-job.ts';
import { publishPreview, readPreview, setPreviewAside } from '../../store/release-preview.ts';
import type { WebContext } from '../context.ts';
import type { Language } from '../ui/language.ts';
import { beginWork } from './begin.ts';
import { JobView } from './job-view.tsx';
import type { ReleaseJobs } from './jobs.ts';
import { PreviewView } from './preview-view.tsx';
import { previewTexts } from './preview-words.ts';
import { movesOf } from './rounding-view.tsx';
import { releasesAddress, releaseTexts } from './texts.ts';

const permission = 'release:make';

type OneJob = { Params: { job: string } };
type JobContext = Pick<WebContext, 'db' | 'newId' | 'trials'> & { readonly jobs: ReleaseJobs };

export const jobPages: FastifyPluginAsync<JobContext> = async (app, { db, newId, jobs, trials }) => {
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
    const isMine = job.by === permit.actor.user;
    const renewed = job.renews === null ? null : await readJob(db, permit, job.renews);
    const preview = job.state === 'ready' ? await readPreview(db, permit, job.id) : null;
    const call = callPackage(job.call);
    if (preview && call) {
      const progress = await callProgress(db, permit, call.id);
      const moves = progress && movesOf(call, preview.table, progress);
      const lines = await readReleases(db, permit);
      const { all, known, madeUp } = await releaseBackground(db, permit, call);
      return reply.page({
        title: previewTexts(language)('title'),
        crumbs: crumbs(language),
        content: <PreviewView {...{ job, preview, renewed, isMine, call, moves, lines, all, known, madeUp, language }} />,
      });
    }
    const isUnderWay = job.state === 'waiting' || job.state === 'working';
    if (isUnderWay) void reply.header('refresh', '2');
    return reply.page({
      title: say(isUnderWay ? 'working' : job.state === 'refused' ? 'refused' : 'notDone'),
      crumbs: crumbs(language),
      content: <JobView job={job} renewed={renewed} language={language} isMine={isMine} formKey={newId()} />,
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
    return reply.redirect(jobAddress(id), 303);
  });

  app.post<OneJob>(
    `${releasesAddress}/arbejde/:job/udgiv`,
    { config: { permission, rateLimit: documentLimit } },
    async (request, reply) => {
      const { language } = request;
      const permit = request.permit();
      const { job: id } = request.params;
      const published = await publishPreview(db, permit, id);
      switch (published.outcome) {
        case 'released':
          return reply.done(`${releasesAddress}/${published.id}`, releaseTexts(language)('released'));
        case 'not-ready':
          return reply.done(jobAddress(id), previewTexts(language)('notReady'));
        case 'changed': {
          // Nothing was published. What would leave now is made at once, and stands on its own page with the sentence of why.
          const job = await readJob(db, permit, id);
          const call = job && callPackage(job.call);
          if (!job || !call) return gone(reply, language);
          const begun = await beginWork({ db, jobs, trials }, permit, { call, choices: job.choices, key: id, renews: id });
          return reply.redirect(jobAddress(begun ?? id), 303);
        }
      }
    },
  );

  app.post<OneJob>(`${releasesAddress}/arbejde/:job/vaek`, { config: { permission } }, async (request, reply) => {
    const { job } = request.params;
    if (await setPreviewAside(db, request.permit(), job)) return reply.done(releasesAddress, previewTexts(request.language)('asideDone'));
    // It may have been released in another window: the page of the work says what became of it.
    return reply.redirect(jobAddress(job), 303);
  });
};

export function jobAddress(job: string): string {
  return `${releasesAddress}/arbejde/${job}`;
}

export function crumbs(language: Language) {
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
