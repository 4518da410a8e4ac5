/** Deleting a saved table of pathway costs: what is lost is read first, and what is left says who deleted it, when and why. */
import type { JSX } from 'react';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { isOwnCostTable } from '../../domain/planning/costs/cost-table-removal.ts';
import {
  deleteCostTable,
  type KeptCostTable,
  readCostTable,
  readRemovedCostTable,
  type RemovedCostTable,
} from '../../store/planning-costs.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { ErrorSummary, type FieldErrors, TextArea } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { costsAddress, planAddress } from './addresses.ts';
import { costRemovalTexts as words } from './cost-removal-texts.ts';
import { costsTexts, planTexts } from './texts.ts';

type One = { Params: { table: string } };

/** The address of the second look. */
function removalAddress(table: string): string {
  return `${tableAddress(table)}/slet`;
}

function tableAddress(table: string): string {
  return `${costsAddress}/${encodeURIComponent(table)}`;
}

export const costRemovalPages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  const asked = async (
    request: FastifyRequest,
    reply: FastifyReply,
    kept: KeptCostTable,
    written: string,
    errors: FieldErrors,
  ): Promise<FastifyReply> => {
    const { language } = request;
    return reply.page({
      title: words(language)('title', { title: kept.title }),
      status: Object.keys(errors).length > 0 ? 422 : 200,
      crumbs: [...crumbs(language), { href: `${costsAddress}/${kept.id}`, text: kept.title }],
      content: <SecondLook {...{ kept, written, errors, language }} />,
    });
  };

  app.get<One>(`${costsAddress}/:table/slet`, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const kept = await readCostTable(db, request.permit(), request.params.table);
    if (!kept) return reply.redirect(tableAddress(request.params.table), 303);
    if (!isOwnCostTable(kept.owner, request.permit().actor)) return notYours(reply, kept, request.language);
    return asked(request, reply, kept, '', {});
  });

  app.post<One>(`${costsAddress}/:table/slet`, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const { params, language, body } = request;
    const say = words(language);
    const reason = fieldsOf(body).text('begrundelse');
    const kept = await readCostTable(db, request.permit(), params.table);
    const removal = kept && (await deleteCostTable(db, request.permit(), params.table, reason));
    // Somebody was faster, or it was sent twice: the page of the table says what became of it.
    if (!removal) return reply.redirect(tableAddress(params.table), 303);
    switch (removal.outcome) {
      case 'removed':
        return reply.done(costsAddress, say('done', { title: kept.title }));
      case 'not-yours':
        return notYours(reply, kept, language);
      case 'no-reason':
        return asked(request, reply, kept, reason, { begrundelse: say('fault.reason') });
    }
  });
};

/** The page of a table that is not there: that it was deleted, by whom and why, or that there never was one. */
export async function costTableGone(db: WebContext['db'], request: FastifyRequest<One>, reply: FastifyReply): Promise<FastifyReply | void> {
  const { language } = request;
  const removed = await readRemovedCostTable(db, request.permit(), request.params.table);
  if (!removed) return reply.callNotFound();
  const say = words(language);
  return reply.page({
    status: 410,
    title: say('goneTitle'),
    crumbs: crumbs(language),
    content: (
      <>
        <RemovedText removed={removed} language={language} />
        <p>{say('goneText')}</p>
        <p>
          <a href={costsAddress}>{say('others')}</a>
        </p>
      </>
    ),
  });
}

/** On the page of a table, for those who save tables: the way to delete it, or whose it is to do. */
export function RemovalOffer({
  kept: { id, organisationName },
  isOwn,
  language,
}: {
  readonly kept: Pick<KeptCostTable, 'id' | 'organisationName'>;
  readonly isOwn: boolean;
  readonly language: Language;
}): JSX.Element {
  const say = words(language);
  return (
    <p className="quiet no-print">{isOwn ? <a href={removalAddress(id)}>{say('offer')}</a> : say('whose', { where: organisationName })}</p>
  );
}

/** Under the saved tables; nothing where none was deleted. */
export function RemovedCostTables({
  removed,
  language,
}: {
  readonly removed: readonly RemovedCostTable[];
  readonly language: Language;
}): JSX.Element | null {
  if (removed.length === 0) return null;
  return (
    <details>
      <summary>{words(language)('removed', { count: removed.length })}</summary>
      {removed.map((one) => (
        <RemovedText key={one.id} removed={one} language={language} />
      ))}
    </details>
  );
}

function RemovedText({ removed, language }: { readonly removed: RemovedCostTable; readonly language: Language }): JSX.Element {
  const say = words(language);
  const { title, savedBy, savedFor, removedBy, removedFor, reason } = removed;
  const [saved, when] = [momentText(removed.saved, language), momentText(removed.removed, language)];
  return (
    <p>
      {say('gone', { title, savedBy, savedFor, saved, removedBy, removedFor, removed: when })} {say('why', { reason })}
    </p>
  );
}

function SecondLook({
  kept: { id, content },
  written,
  errors,
  language,
}: {
  readonly kept: KeptCostTable;
  readonly written: string;
  readonly errors: FieldErrors;
  readonly language: Language;
}): JSX.Element {
  const say = words(language);
  return (
    <>
      <ErrorSummary heading={say('errors')} errors={errors} nameOf={() => say('reason')} />
      <Card heading={say('lost')}>
        <ul>
          <li>{say('lost.lines', { lines: content.lines.length })}</li>
          <li>{say('lost.answer')}</li>
          <li>{say('lost.links')}</li>
        </ul>
      </Card>
      <Card heading={say('kept')}>
        <ul>
          <li>{say('kept.others')}</li>
          <li>{say('kept.files')}</li>
          <li>{say('kept.name')}</li>
        </ul>
      </Card>
      <Card heading={say('back')}>
        <p>
          {say('backText')} <a href={`${costsAddress}/${id}/tabel.csv`}>{say('fetch')}</a>.
        </p>
      </Card>
      <form method="post" action={removalAddress(id)}>
        <TextArea name="begrundelse" label={say('reason')} hint={say('reasonHint')} value={written} errors={errors} required />
        <div className="actions">
          <button type="submit" className="button button-primary">
            {say('delete')}
          </button>
          <a href={`${costsAddress}/${id}`}>{say('not')}</a>
        </div>
      </form>
    </>
  );
}

function notYours(reply: FastifyReply, kept: KeptCostTable, language: Language): FastifyReply {
  return reply.done(`${costsAddress}/${kept.id}`, words(language)('notYours', { where: kept.organisationName }), 'attention');
}

function crumbs(language: Language) {
  return [
    { href: planAddress, text: planTexts(language)('title') },
    { href: costsAddress, text: costsTexts(language)('title') },
  ];
}
