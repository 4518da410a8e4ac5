/** «Mit arbejde»: what waits for me today and this week, and what waits for others. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import type { Id } from '../../domain/id.ts';
import { movingOf, receives } from '../../domain/pathway/transfer.ts';
import { type WorkGroup, workGroups, type WorkItem, workListOf } from '../../domain/pathway/work.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { Role } from '../../domain/trail.ts';
import { asActor } from '../../store/database.ts';
import { type ListedPathway, listPathways, type ListPage, pageLength } from '../../store/pathway.ts';
import { type PlacesAtWork, placesAtWork, refusalsOf, type RefusedPlace } from '../../store/placement-at-work.ts';
import { waitingOf } from '../../store/placement-waiting-work.ts';
import { offersToAnswer } from '../../store/placement-waiting-read.ts';
import type { WebContext } from '../context.ts';
import { actionAddress, pathwayAddress } from '../pathways/addresses.ts';
import { pathwayTexts } from '../pathways/texts.ts';
import { ByText, doneByText, LevelTag, movingText, SmallBand } from '../pathways/top.tsx';
import { wordTexts } from '../pathways/word-texts.ts';
import type { Language } from '../ui/language.ts';
import { pageOf, Paging } from '../ui/paging.tsx';
import { Sheet } from '../ui/pieces.tsx';
import { OffersAtWork } from '../waiting/at-work.tsx';
import { herWaitingAddress } from '../waiting/addresses.ts';
import { WaitsForPlace } from '../waiting/waits.tsx';
import { waitsTexts } from '../waiting/waits-texts.ts';
import { Arrivals, PlacesOfWork, refusedText } from './places-at-work.tsx';
import { StaysAtWork, staysToSee } from './stays-at-work.tsx';
import { workTexts } from './texts.ts';

export const workPages: FastifyPluginAsync<WebContext> = async (app, { db, now }) => {
  app.get<{ Querystring: { side?: string } }>('/arbejde', { config: { permission: 'pathway:read' } }, async (request, reply) => {
    const permit = request.permit();
    const { organisation, role } = permit.actor;
    const { language } = request;
    const query = { page: pageOf(request.query.side), ended: false };
    const { list, refusals, waiting } = await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
      const read = await listPathways(tx, organisation.id, query);
      const refused = read.listed.filter(({ pathway }) => pathway.stays.at(-1)?.status === 'refused');
      return {
        list: read,
        refusals: await refusalsOf(
          tx,
          refused.map(({ id }) => id),
        ),
        waiting: await waitingOf(
          tx,
          read.listed.map(({ id }) => id),
        ),
      };
    });
    const atPlaces = await placesAtWork(db, permit);
    const toAnswer = await offersToAnswer(db, permit);
    return reply.page({
      title: workTexts(language)('title'),
      content: (
        <>
          <OffersAtWork {...toAnswer} language={language} />
          <Work
            list={list}
            atPlaces={atPlaces}
            finds={may(permit.actor, 'place:find')}
            pays={may(permit.actor, 'place:confirm')}
            refusals={refusals}
            waiting={waiting}
            role={role}
            now={now()}
            language={language}
          />
        </>
      ),
    });
  });
};

/** The latest no to each who seeks a place. */
type Refusals = ReadonlyMap<Id<'pathway'>, RefusedPlace>;

/** Those who wait for a place, by pathway. */
type Waiting = Awaited<ReturnType<typeof waitingOf>>;

type Props = {
  readonly list: ListPage;
  readonly atPlaces: PlacesAtWork;
  /** Whether the reader's part is to find another place for her whose place cannot be used. */
  readonly finds: boolean;
  /** Whether the reader decides what is paid for. */
  readonly pays: boolean;
  readonly refusals: Refusals;
  readonly waiting: Waiting;
  readonly role: Role;
  readonly now: Moment;
  readonly language: Language;
};

function Work({ list: { listed, page, total }, atPlaces, finds, pays, refusals, waiting, role, now, language }: Props): JSX.Element {
  const say = workTexts(language);
  const work = workListOf(listed, role, danishDay(now), ({ listed: { pathway }, next }) => {
    const moving = movingOf(pathway);
    return role === 'unit-leader' && next.action === 'admit' && moving !== null && !receives(moving, atPlaces.own);
  });
  const today = danishDay(now);
  // She whose pathway is in the list stands there with the step of admitting her, once her place is confirmed.
  const arriving = atPlaces.arriving.filter(({ pathway, status }) => status === 'held' || !listed.some(({ id }) => id === pathway));
  const arrivingIn = (group: WorkGroup): PlacesAtWork['arriving'] =>
    group === 'today'
      ? arriving.filter(({ nights }) => nights.arrival <= today)
      : group === 'week'
        ? arriving.filter(({ nights }) => nights.arrival > today)
        : [];
  const mine = work.overdue.length + work.today.length + work.week.length + work.later.length + arriving.length;
  const waitingPlaces = atPlaces.troubled.length + atPlaces.unconfirmed.length + staysToSee({ ...atPlaces, pays });
  return (
    <>
      {(mine + work.others.length > 0 || waitingPlaces === 0) && (
        <p>{total > pageLength ? say('introPage', { total, mine }) : say('intro', { count: mine + work.others.length, mine })}</p>
      )}
      {workGroups.map((group) => (
        <Group
          key={group}
          group={group}
          items={work[group]}
          arriving={arrivingIn(group)}
          waitingPlaces={group === 'today' ? waitingPlaces : 0}
          places={
            group === 'today' ? (
              <>
                <StaysAtWork {...atPlaces} finds={finds} pays={pays} language={language} />
                <PlacesOfWork {...atPlaces} finds={finds} language={language} />
              </>
            ) : null
          }
          refusals={refusals}
          waiting={waiting}
          now={now}
          language={language}
        />
      ))}
      <Paging page={page} pageLength={pageLength} total={total} addressOf={(other) => `/arbejde?side=${other}`} language={language} />
      {mine + work.others.length > 0 && <p className="quiet">{pathwayTexts(language)('agreedLegend')}</p>}
    </>
  );
}

type GroupProps = {
  readonly group: WorkGroup;
  readonly items: readonly WorkItem<ListedPathway>[];
  readonly arriving: PlacesAtWork['arriving'];
  /** How many things wait about places in this group, and what they are. */
  readonly waitingPlaces: number;
  readonly places: JSX.Element | null;
  readonly refusals: Refusals;
  readonly waiting: Waiting;
  readonly now: Moment;
  readonly language: Language;
};

function Group({ group, items, arriving, waitingPlaces, places, refusals, waiting, now, language }: GroupProps): JSX.Element | null {
  const say = workTexts(language);
  const heading = say('caption', { group: say(`group.${group}`), count: items.length + arriving.length + waitingPlaces });
  const arrivals = <Arrivals arriving={arriving} now={now} language={language} />;
  if (items.length === 0) {
    return group === 'today' || arriving.length > 0 ? (
      <section className="stacked">
        <h2>{heading}</h2>
        {arriving.length === 0 && waitingPlaces === 0 ? <p>{say('emptyToday')}</p> : arrivals}
        {places}
      </section>
    ) : null;
  }
  return (
    <section className="stacked">
      <h2 className="out-of-sight">{say(`group.${group}`)}</h2>
      {arrivals}
      {places}
      <Sheet caption={say('caption', { group: say(`group.${group}`), count: items.length })}>
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
            <Row key={item.listed.id} item={item} refusals={refusals} waiting={waiting} group={group} now={now} language={language} />
          ))}
        </tbody>
      </Sheet>
    </section>
  );
}

function Row({
  item: { listed, next },
  refusals,
  waiting,
  group,
  now,
  language,
}: Omit<GroupProps, 'items' | 'arriving' | 'places' | 'waitingPlaces'> & { readonly item: WorkItem<ListedPathway> }): JSX.Element {
  const { id, pathway } = listed;
  const say = workTexts(language);
  const action = wordTexts(language)(`action.${next.action}`);
  const there = next.action === 'admit' ? movingOf(pathway) : null;
  const refused = refusals.get(id);
  const waits = waiting.get(id);
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
      <td data-label={say('next')}>
        {waits?.isOffered ? (
          <a href={herWaitingAddress(id)}>{waitsTexts(language)('answer')}</a>
        ) : group === 'others' ? (
          action
        ) : (
          <a href={actionAddress(id, next.action)}>{action}</a>
        )}
        {refused && <div className="quiet">{refusedText(refused, now, language)}</div>}
        {waits && !waits.isOffered && <WaitsForPlace waiting={waits} pathway={id} language={language} />}
      </td>
      <td className="by-cell" data-label={say('by')}>
        <ByText by={next.by} now={now} language={language} short />
      </td>
      {group === 'others' && (
        <td data-label={say('waitsFor')}>{there ? movingText('leaderThere', there, language) : doneByText(next, language)}</td>
      )}
    </tr>
  );
}
