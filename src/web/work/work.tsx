/** «Mit arbejde»: what waits for me today and this week, and what waits for others. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { movingOf, receives } from '../../domain/pathway/transfer.ts';
import { type WorkGroup, workGroups, type WorkItem, workListOf } from '../../domain/pathway/work.ts';
import { addDays, danishDay, type Day, type Moment } from '../../domain/time.ts';
import type { Role } from '../../domain/trail.ts';
import { asActor } from '../../store/database.ts';
import { otherPathways } from '../../store/identify.ts';
import { type ListedPathway, listPathways, type ListPage, pageLength } from '../../store/pathway.ts';
import { municipalityTelephone } from '../../store/municipality-telephone.ts';
import { type PlacesAtWork, placesAtWork, refusalsOf } from '../../store/placement-at-work.ts';
import { noesOf } from '../../store/placement-waiting-noes.ts';
import { waitingOf } from '../../store/placement-waiting-work.ts';
import { offersToAnswer } from '../../store/placement-waiting-read.ts';
import type { WebContext } from '../context.ts';
import { OtherPathways } from '../pathways/other-pathways.tsx';
import { pathwayTexts } from '../pathways/texts.ts';
import type { Language } from '../ui/language.ts';
import { pageOf, Paging } from '../ui/paging.tsx';
import { namedLately } from '../../store/facility-leaders.ts';
import { NamedLeader } from '../supply/leaders.tsx';
import { municipalityTelephoneAddress } from '../places/addresses.ts';
import { municipalityTelephoneTexts } from '../places/municipality-telephone-texts.ts';
import { NumberMissing, writesNumberOf } from '../places/municipality-telephone.tsx';
import { OffersAtWork } from '../waiting/at-work.tsx';
import { countedText } from './counted.ts';
import { Arrivals, OnLeave, PlacesOfWork, saidNoIn } from './places-at-work.tsx';
import { StaysAtWork, staysToSee } from './stays-at-work.tsx';
import { Steps, type StepsProps } from './steps.tsx';
import { workTexts } from './texts.ts';

export const workPages: FastifyPluginAsync<WebContext> = async (app, { db, now, newId }) => {
  app.get<{ Querystring: { side?: string } }>('/arbejde', { config: { permission: 'pathway:read' } }, async (request, reply) => {
    const permit = request.permit();
    const { organisation, role } = permit.actor;
    const { language } = request;
    const query = { page: pageOf(request.query.side), ended: false };
    const of = writesNumberOf(permit.actor);
    const { list, refusals, waiting, noes, others, named, number } = await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
      const read = await listPathways(tx, organisation.id, query);
      const refused = read.listed.filter(({ pathway }) => pathway.stays.at(-1)?.status === 'refused');
      const ids = read.listed.map(({ id }) => id);
      return {
        list: read,
        others: await otherPathways(tx, permit, null),
        named: await namedLately(tx, permit.actor),
        number: of === null ? null : await municipalityTelephone(tx, of.id),
        refusals: await refusalsOf(
          tx,
          refused.map(({ id }) => id),
        ),
        waiting: await waitingOf(tx, ids),
        noes: await noesOf(tx, ids),
      };
    });
    const atPlaces = await placesAtWork(db, permit);
    const toAnswer = await offersToAnswer(db, permit);
    return reply.page({
      title: workTexts(language)('title'),
      content: (
        <>
          {of !== null && number === null && <NumberMissing of={of} language={language} />}
          {of !== null && number !== null && (
            <p>
              <a href={municipalityTelephoneAddress}>{municipalityTelephoneTexts(language)('link')}</a>
            </p>
          )}
          <NamedLeader named={named} language={language} />
          <OtherPathways others={others} records={may(permit.actor, 'pathway:record')} language={language} />
          <OffersAtWork {...toAnswer} language={language} />
          <Work
            list={list}
            toAnswer={toAnswer.offers.length}
            atPlaces={atPlaces}
            finds={may(permit.actor, 'place:find')}
            pays={may(permit.actor, 'place:confirm')}
            refusals={refusals}
            waiting={waiting}
            noes={noes}
            role={role}
            requestKey={newId()}
            now={now()}
            language={language}
          />
        </>
      ),
    });
  });
};

type Props = {
  readonly list: ListPage;
  /** How many offers stand above the list to be answered. */
  readonly toAnswer: number;
  readonly atPlaces: PlacesAtWork;
  /** Whether the reader's part is to find another place for her whose place cannot be used. */
  readonly finds: boolean;
  /** Whether the reader decides what is paid for. */
  readonly pays: boolean;
  readonly refusals: StepsProps['refusals'];
  readonly waiting: StepsProps['waiting'];
  readonly noes: StepsProps['noes'];
  readonly role: Role;
  /** A new key for each time the page is made. */
  readonly requestKey: string;
  readonly now: Moment;
  readonly language: Language;
};

function Work(props: Props): JSX.Element {
  const { list, toAnswer, atPlaces, finds, pays, refusals, waiting, noes, role, requestKey, now, language } = props;
  const { listed, page, total } = list;
  const work = workListOf(listed, role, danishDay(now), ({ listed: { pathway }, next }) => {
    const moving = movingOf(pathway);
    return role === 'unit-leader' && next.action === 'admit' && moving !== null && !receives(moving, atPlaces.own);
  });
  const today = danishDay(now);
  // She whose pathway is in the list stands there with the step of admitting her, once her place is confirmed.
  const arriving = atPlaces.arriving.filter(({ pathway, status }) => status === 'held' || !listed.some(({ id }) => id === pathway));
  const backIn = (group: WorkGroup): PlacesAtWork['away'] =>
    atPlaces.away.filter(({ leave }) => groupOfReturn(leave.back, today) === group);
  const arrivingIn = (group: WorkGroup): PlacesAtWork['arriving'] => arriving.filter((stay) => groupOfArrival(stay, today) === group);
  const waitingPlaces =
    atPlaces.troubled.length + atPlaces.overStaffed.length + atPlaces.unconfirmed.length + staysToSee({ ...atPlaces, pays });
  const uncertain = arrivingIn('others').length;
  const steps = work.overdue.length + work.today.length + work.week.length + work.later.length;
  const counted = {
    offers: toAnswer,
    steps,
    arriving: arriving.length - uncertain,
    away: atPlaces.away.length,
    places: waitingPlaces,
    others: work.others.length + uncertain,
  };
  return (
    <>
      <p>{countedText(counted, total > pageLength ? total : null, language)}</p>
      {workGroups.map((group) => (
        <Group
          key={group}
          group={group}
          items={work[group]}
          arriving={arrivingIn(group)}
          away={backIn(group)}
          troubled={atPlaces.troubled}
          waitingPlaces={group === 'today' ? waitingPlaces : 0}
          places={
            group === 'today' ? (
              <>
                <StaysAtWork {...atPlaces} finds={finds} pays={pays} requestKey={requestKey} language={language} />
                <PlacesOfWork {...atPlaces} finds={finds} saidNo={saidNoIn(listed.map(({ pathway }) => pathway))} language={language} />
              </>
            ) : null
          }
          refusals={refusals}
          waiting={waiting}
          noes={noes}
          now={now}
          language={language}
        />
      ))}
      <Paging page={page} pageLength={pageLength} total={total} addressOf={(other) => `/arbejde?side=${other}`} language={language} />
      {steps + work.others.length > 0 && <p className="quiet">{pathwayTexts(language)('agreedLegend')}</p>}
    </>
  );
}

/** One whose place is not confirmed is nobody the unit waits for yet: that is for others to do, until the day on which she may stand at the door. */
function groupOfArrival({ status, nights }: PlacesAtWork['arriving'][number], today: Day): WorkGroup {
  if (nights.arrival <= today) return 'today';
  return status === 'held' ? 'others' : 'week';
}

/** One who is on leave tonight is looked for on the day she is to be back. */
function groupOfReturn(back: Day, today: Day): WorkGroup {
  return back <= addDays(today, 7) ? 'week' : 'later';
}

type GroupProps = {
  readonly group: WorkGroup;
  readonly items: readonly WorkItem<ListedPathway>[];
  readonly arriving: PlacesAtWork['arriving'];
  /** Those who are on leave tonight and come back in this group. */
  readonly away: PlacesAtWork['away'];
  readonly troubled: PlacesAtWork['troubled'];
  /** How many things wait about places in this group, and what they are. */
  readonly waitingPlaces: number;
  readonly places: JSX.Element | null;
  readonly refusals: StepsProps['refusals'];
  readonly waiting: StepsProps['waiting'];
  readonly noes: StepsProps['noes'];
  readonly now: Moment;
  readonly language: Language;
};

function Group({
  group,
  items,
  arriving,
  away,
  troubled,
  waitingPlaces,
  places,
  refusals,
  waiting,
  noes,
  now,
  language,
}: GroupProps): JSX.Element | null {
  const say = workTexts(language);
  const count = items.length + arriving.length + away.length + waitingPlaces;
  const heading = say('caption', { group: say(`group.${group}`), count });
  if (count === 0) {
    return group === 'today' ? (
      <section className="stacked">
        <h2>{heading}</h2>
        <p>{say('emptyToday')}</p>
      </section>
    ) : null;
  }
  return (
    <section className="stacked">
      <h2>{heading}</h2>
      <Arrivals arriving={arriving} troubled={troubled} now={now} language={language} />
      <OnLeave away={away} language={language} />
      {places}
      {items.length > 0 && <Steps {...{ group, items, refusals, waiting, noes, now, language }} />}
    </section>
  );
}
