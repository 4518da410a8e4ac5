/** «Mit arbejde»: what waits for me today and this week, and what waits for others. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { type WorkGroup, workGroups, type WorkItem, workListOf } from '../../domain/pathway/work.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { Role } from '../../domain/trail.ts';
import { asActor } from '../../store/database.ts';
import { type ListedPathway, listPathways, type ListPage, pageLength } from '../../store/pathway.ts';
import { offersToAnswer } from '../../store/placement-waiting-read.ts';
import type { WebContext } from '../context.ts';
import { actionAddress, pathwayAddress } from '../pathways/addresses.ts';
import { pathwayTexts } from '../pathways/texts.ts';
import { ByText, doneByText, LevelTag, SmallBand } from '../pathways/top.tsx';
import { wordTexts } from '../pathways/word-texts.ts';
import type { Language } from '../ui/language.ts';
import { pageOf, Paging } from '../ui/paging.tsx';
import { Sheet } from '../ui/pieces.tsx';
import { OffersAtWork } from '../waiting/at-work.tsx';
import { workTexts } from './texts.ts';

export const workPages: FastifyPluginAsync<WebContext> = async (app, { db, now }) => {
  app.get<{ Querystring: { side?: string } }>('/arbejde', { config: { permission: 'pathway:read' } }, async (request, reply) => {
    const permit = request.permit();
    const { organisation, role } = permit.actor;
    const { language } = request;
    const query = { page: pageOf(request.query.side), ended: false };
    const list = await asActor(db, permit, { kind: 'list', id: null }, (tx) => listPathways(tx, organisation.id, query));
    const toAnswer = await offersToAnswer(db, permit);
    return reply.page({
      title: workTexts(language)('title'),
      content: (
        <>
          <OffersAtWork {...toAnswer} language={language} />
          <Work list={list} role={role} now={now()} language={language} />
        </>
      ),
    });
  });
};

type Props = { readonly list: ListPage; readonly role: Role; readonly now: Moment; readonly language: Language };

function Work({ list: { listed, page, total }, role, now, language }: Props): JSX.Element {
  const say = workTexts(language);
  const work = workListOf(listed, role, danishDay(now));
  const mine = work.overdue.length + work.today.length + work.week.length + work.later.length;
  return (
    <>
      <p>{total > pageLength ? say('introPage', { total, mine }) : say('intro', { count: mine + work.others.length, mine })}</p>
      {workGroups.map((group) => (
        <Group key={group} group={group} items={work[group]} now={now} language={language} />
      ))}
      <Paging page={page} pageLength={pageLength} total={total} addressOf={(other) => `/arbejde?side=${other}`} language={language} />
      {mine + work.others.length > 0 && <p className="quiet">{pathwayTexts(language)('agreedLegend')}</p>}
    </>
  );
}

type GroupProps = {
  readonly group: WorkGroup;
  readonly items: readonly WorkItem<ListedPathway>[];
  readonly now: Moment;
  readonly language: Language;
};

function Group({ group, items, now, language }: GroupProps): JSX.Element | null {
  const say = workTexts(language);
  const heading = say('caption', { group: say(`group.${group}`), count: items.length });
  if (items.length === 0) {
    return group === 'today' ? (
      <section>
        <h2>{heading}</h2>
        <p>{say('emptyToday')}</p>
      </section>
    ) : null;
  }
  return (
    <section className="stacked">
      <h2 className="out-of-sight">{say(`group.${group}`)}</h2>
      <Sheet caption={heading}>
        <thead>
          <tr>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('pregnancy')}</th>
            <th scope="col">{say('level')}</th>
            <th scope="col">{say('next')}</th>
            <th scope="col">{say('by')}</th>
            {group === 'others' && <th scope="col">{say('waitsFor')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.listed.id} item={item} group={group} now={now} language={language} />
          ))}
        </tbody>
      </Sheet>
    </section>
  );
}

function Row({
  item: { listed, next },
  group,
  now,
  language,
}: Omit<GroupProps, 'items'> & { readonly item: WorkItem<ListedPathway> }): JSX.Element {
  const { id, pathway } = listed;
  const say = workTexts(language);
  const action = wordTexts(language)(`action.${next.action}`);
  return (
    <tr>
      <th scope="row">
        <a href={pathwayAddress(id)}>{pathway.calledName}</a>
      </th>
      <td className="band-cell" data-label={say('pregnancy')}>
        <SmallBand pathway={pathway} today={danishDay(now)} language={language} />
      </td>
      <td data-label={say('level')}>
        <LevelTag pathway={pathway} language={language} />
      </td>
      <td data-label={say('next')}>{group === 'others' ? action : <a href={actionAddress(id, next.action)}>{action}</a>}</td>
      <td className="by-cell" data-label={say('by')}>
        <ByText by={next.by} now={now} language={language} short />
      </td>
      {group === 'others' && <td data-label={say('waitsFor')}>{doneByText(next, language)}</td>}
    </tr>
  );
}
