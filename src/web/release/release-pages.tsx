/** Releases: a table is chosen and its preview asked for, and what stands in the ledger is read, as page and as files. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { documentLimit } from '../../access/document-limit.ts';
import { placeName } from '../../domain/call/attacked-cell.ts';
import { type CallPackage, matterOf } from '../../domain/call/package.ts';
import { callPackage, callPackages } from '../../domain/call/packages.ts';
import { danishDay } from '../../domain/time.ts';
import { releaseFile } from '../../reports/release-files.ts';
import { type TableFileType, tableFileTypes } from '../../reports/table-files.ts';
import { callProgress } from '../../store/call.ts';
import { readJobs } from '../../store/release-job.ts';
import { previewJobOf, readPreview } from '../../store/release-preview.ts';
import { readDocumentsEver } from '../../store/published-documents.ts';
import { releaseBackground } from '../../store/release-background.ts';
import { readRelease, readReleases, type ReleaseLine } from '../../store/release-read.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { ownPlace } from '../numbers/own-page.tsx';
import { aboutOf } from './background.tsx';
import { beginWork } from './begin.ts';
import { choicesOf } from './choices.ts';
import { crumbs, jobAddress, jobPages } from './job-pages.tsx';
import { releaseJobs } from './jobs.ts';
import { ListView } from './list-view.tsx';
import { ReleaseView } from './release-view.tsx';
import { releasesAddress, releaseTexts } from './texts.ts';
import { workingPages } from './working-page.tsx';

const permission = 'release:make';

type One = { Params: { release: string } };
type List = { Querystring: Readonly<Record<string, unknown>> };

export const releasePages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db, newId, trials } = context;
  await app.register(workingPages, context);
  const jobs = releaseJobs((error) => app.log.error(error));
  app.addHook('onClose', () => jobs.stopAll());
  await app.register(jobPages, { db, newId, jobs, trials });

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
      content: (
        <ListView
          {...{ calls, lines, documents, titleOf, wrong, filled, language }}
          hasOwn={ownPlace(permit.actor) !== null}
          latestYear={Number(danishDay(permit.at).slice(0, 4)) - 1}
          jobs={kept}
          formKey={key}
        />
      ),
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
    const job = await beginWork({ db, jobs, trials }, permit, { call, choices, key });
    return job === null ? reply.page({ ...(await again('tooMany')), status: 429 }) : reply.redirect(jobAddress(job), 303);
  });

  app.get<One>(
    `${releasesAddress}/:release`,
    { config: { permission: 'release:read', rateLimit: documentLimit } },
    async (request, reply) => {
      const { language } = request;
      const [id = '', ending] = request.params.release.split('.');
      const type = (Object.keys(tableFileTypes) as TableFileType[]).find((known) => known === ending);
      const found = ending === undefined || type ? await readRelease(db, request.permit(), id) : null;
      if (!found) return reply.callNotFound();
      const { line, release } = found;
      const call = callOf(line);
      const background = call ? await releaseBackground(db, request.permit(), call) : { all: [], known: [], madeUp: null };
      const beside = { one: { id: line.id, release }, all: background.all, known: background.known, language };
      if (type) {
        const body = await releaseFile(type, {
          release,
          about: aboutOf(line, titleOf(line), beside, { call, madeUp: background.madeUp }),
          nameOf: placeName,
        });
        return reply
          .type(tableFileTypes[type])
          .header('content-disposition', `attachment; filename="udgivelse-${line.id}.${type}"`)
          .send(typeof body === 'string' ? body : Buffer.from(body));
      }
      const mayMake = may(request.permit().actor, permission);
      const job = mayMake ? await previewJobOf(db, request.permit(), line.id) : null;
      const preview = job === null ? null : await readPreview(db, request.permit(), job);
      return reply.page({
        title: `${releaseTexts(language)('release', { id: line.id })}: ${titleOf(line)}`,
        // Those who read and do not release found it under its call, or by its address.
        crumbs: mayMake ? crumbs(language) : [],
        content: (
          <ReleaseView
            {...beside}
            madeUp={background.madeUp}
            line={line}
            release={release}
            reasons={preview?.reasons ?? null}
            mayMake={mayMake}
          />
        ),
      });
    },
  );
};

function titleOf(line: ReleaseLine): string {
  return callOf(line)?.title ?? line.matter;
}

function callOf({ matter }: ReleaseLine): CallPackage | null {
  return callPackages.find((call) => matterOf(call) === matter) ?? null;
}
