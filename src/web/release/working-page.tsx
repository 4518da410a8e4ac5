/** The page and the files of working numbers: for those who may read the internal report of the places whose numbers they see. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { documentLimit } from '../../access/document-limit.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import { callPackage } from '../../domain/call/packages.ts';
import { finestCut, type TableCut } from '../../domain/call/table-cut.ts';
import { workingNumbers, type WorkingNumbers } from '../../domain/call/working-numbers.ts';
import { namesOf } from '../../domain/disclosure/count-table.ts';
import { totalCode } from '../../domain/disclosure/dimension.ts';
import { isSmall, thresholds } from '../../domain/disclosure/terms.ts';
import { danishDay } from '../../domain/time.ts';
import { tableFile, type TableFileType, tableFileTypes } from '../../reports/table-files.ts';
import { workingProgress } from '../../store/call.ts';
import { callAddress, callsAddress } from '../calls/addresses.ts';
import { callTexts } from '../calls/texts.ts';
import type { WebContext } from '../context.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { choicesOf } from './choices.ts';
import { countedSentence, mostSmall, workingName, WorkingView } from './working-view.tsx';
import { workingTexts } from './working-words.ts';

type Asked = { Params: { call: string }; Querystring: Readonly<Record<string, unknown>> };

const config = { permission: 'report:internal', rateLimit: documentLimit } as const;

export const workingPages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get<Asked>(`${callsAddress}/:call/arbejdstal`, { config }, async (request, reply) => {
    const { language } = request;
    const found = await read(request);
    if (!found) return reply.callNotFound();
    const { call, cut, numbers } = found;
    return reply.page({
      title: workingTexts(language)('title'),
      crumbs: [
        { href: callsAddress, text: callTexts(language)('calls') },
        { href: callAddress(call.id), text: call.title },
      ],
      content: <WorkingView {...{ call, cut, numbers, language }} />,
    });
  });

  for (const type of Object.keys(tableFileTypes) as TableFileType[])
    app.get<Asked>(`${callsAddress}/:call/arbejdstal.${type}`, { config }, async (request, reply) => {
      const { language } = request;
      const found = await read(request);
      if (!found?.numbers) return reply.callNotFound();
      const body = await fileOf(type, { ...found, numbers: found.numbers, today: danishDay(request.permit().at), language });
      return reply
        .type(tableFileTypes[type])
        .header('content-disposition', `attachment; filename="${workingTexts(language)('file')}.${type}"`)
        .header('cache-control', 'no-store')
        .send(typeof body === 'string' ? body : Buffer.from(body));
    });

  async function read(request: FastifyRequest<Asked>) {
    const call = callPackage(request.params.call);
    const progress = call && (await workingProgress(db, request.permit(), call.id));
    if (!progress) return null;
    const cut = cutOf(request.query);
    return { call, cut, numbers: workingNumbers(call, progress, cut) };
  }
};

/** What is not understood is the finest: nothing is kept back from one who may read all of it. */
function cutOf(query: Asked['Querystring']): TableCut {
  const field = (name: string): string => {
    const value = { maade: 'rounding', nuller: 'show' }[name] ?? query[name];
    return typeof value === 'string' ? value : '';
  };
  return choicesOf(field)?.cut ?? finestCut;
}

type WorkingFile = {
  readonly call: CallPackage;
  readonly numbers: WorkingNumbers;
  readonly today: ReturnType<typeof danishDay>;
  readonly language: Language;
};

/** One row for each count, as in the file of a release, so that the two can be laid side by side. */
function fileOf(type: TableFileType, { call, numbers, today, language }: WorkingFile) {
  const say = workingTexts(language);
  const { table, shows } = numbers;
  const about = [
    [say('fileRead'), `${say('notForRelease')}. ${say('notForReleaseText', { most: mostSmall })}`],
    [say('fileCall'), call.title],
    [say('fileCounted'), countedSentence(numbers, language)],
    [say('fileOf'), dayText(today, language)],
  ] as const;
  const cells = table.counts.flatMap((count, cell) => {
    const codes = namesOf(table.layout, cell);
    return shows(codes['kommune'] ?? totalCode) ? [{ codes, count, small: isSmall(count, thresholds[0]) }] : [];
  });
  const names = table.layout.dimensions.map(({ name }) => name);
  return tableFile(type, {
    about,
    aboutName: say('fileRead'),
    sheets: [
      {
        name: say('sheet'),
        head: [...names, 'navn', 'antal', 'lille'],
        rows: cells.map(({ codes, count, small }) => [
          ...Object.values(codes),
          workingName(codes['kommune'] ?? totalCode, numbers, language),
          count,
          small,
        ]),
      },
    ],
    json: {
      internal: true,
      about: Object.fromEntries(about),
      cells: cells.map(({ codes, count, small }) => ({ dims: codes, count, small })),
    },
  });
}
