/** The addresses of pathways: the list, a new referral, a pathway, its forms, and the woman's own. */
import type { FastifyPluginAsync } from 'fastify';
import { may } from '../../access/decide.ts';
import { cprSentence } from '../../domain/numbers/cpr-sentence.ts';
import { asId } from '../../domain/id.ts';
import { placesGone } from '../../domain/pathway/place-gone.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import { asActor, type Transaction } from '../../store/database.ts';
import { facilityFacts } from '../../store/facility-rows.ts';
import { otherPathways } from '../../store/identify.ts';
import { municipalityTelephone } from '../../store/municipality-telephone.ts';
import { herPagePlaces } from '../../store/placement-her-page.ts';
import { staysOfPathway, type StayWithName } from '../../store/placement-stays.ts';
import {
  listPathways,
  openPathway,
  ownPathways,
  possibleDuplicates,
  type ReadPathway,
  readPathway,
  recordedBy,
} from '../../store/pathway.ts';
import { departmentsOf, possibleParties, readersOf } from '../../store/pathway-parties.ts';
import { staysInFacility, troubledOnPathway } from '../../store/placement-at-work.ts';
import { noesOf } from '../../store/placement-waiting-noes.ts';
import { waitingOf } from '../../store/placement-waiting-work.ts';
import { toldOfNeeds, toldOfOvertakings, toldOfRequests } from '../../store/placement-told.ts';
import type { WebContext } from '../context.ts';
import { cprIn } from '../cpr-in-forms.ts';
import { fieldsOf, wholeFieldsOf } from '../form.ts';
import { pageOf } from '../ui/paging.tsx';
import { pathwayAddress } from './addresses.ts';
import { formTexts } from './form-texts.ts';
import { identifyPages } from './identify.tsx';
import { listCrumb, PathwayList } from './list.tsx';
import { OtherPathways } from './other-pathways.tsx';
import { OwnPathways } from './own.tsx';
import type { House } from './own-reach.tsx';
import { ownTexts } from './own-texts.ts';
import { PathwayPage } from './pathway-page.tsx';
import { recordPages } from './record.tsx';
import { factsOfReferral, readReferral, ReferralForm } from './refer.tsx';
import { needsOnTimeline, overtakingsOnTimeline, requestsOnTimeline } from '../waiting/told.tsx';
import { NoesToOne } from '../waiting/noes.tsx';
import { WaitsForPlace } from '../waiting/waits.tsx';
import { saidNoIn, TroubledPlaces } from '../work/places-at-work.tsx';
import { pathwayTexts } from './texts.ts';

export const pathwayPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db, now, newId } = context;

  app.get<{ Querystring: { side?: string; afsluttede?: string } }>(
    '/forloeb',
    { config: { permission: 'pathway:list' } },
    async (request, reply) => {
      const permit = request.permit();
      const { organisation } = permit.actor;
      const { language } = request;
      const query = { page: pageOf(request.query.side), ended: request.query.afsluttede === 'ja' };
      const list = await asActor(db, permit, { kind: 'list', id: null }, (tx) => listPathways(tx, organisation.id, query));
      return reply.page({
        title: pathwayTexts(language)('pathways'),
        action: may(permit.actor, 'pathway:refer') && (
          <a className="button button-primary" href="/forloeb/ny">
            {pathwayTexts(language)('refer')}
          </a>
        ),
        content: <PathwayList list={list} party={organisation.name} now={now()} language={language} />,
      });
    },
  );

  app.get('/forloeb/ny', { config: { permission: 'pathway:refer' } }, async (request, reply) => {
    const { language } = request;
    const { actor } = request.permit();
    return reply.page({
      title: formTexts(language)('refer.title'),
      crumbs: listCrumb(actor, language),
      content: <ReferralForm actor={actor} values={fieldsOf(null)} errors={{}} duplicates={[]} id={newId()} language={language} />,
    });
  });

  app.post('/forloeb/ny', { config: { permission: 'pathway:refer', saysCpr: true } }, async (request, reply) => {
    const { language } = request;
    const permit = request.permit();
    const { actor } = permit;
    const fields = wholeFieldsOf(request.body);
    const say = formTexts(language);
    const id = asId<'pathway'>(/^[0-9a-f-]{36}$/.test(fields.text('forloeb')) ? fields.text('forloeb') : newId());
    const again = (status: number, errors: Readonly<Record<string, string>>, duplicates: Awaited<ReturnType<typeof possibleDuplicates>>) =>
      reply.page({
        status,
        title: say('refer.title'),
        crumbs: listCrumb(actor, language),
        content: <ReferralForm actor={actor} values={fields} errors={errors} duplicates={duplicates} id={id} language={language} />,
      });

    const read = readReferral(fields, danishDay(now()), language);
    const withCpr = Object.fromEntries(cprIn(request.body).map(({ name, where }) => [name, cprSentence(where, language)]));
    if (read.outcome === 'refused') return again(422, { ...withCpr, ...read.errors }, []);
    if (Object.keys(withCpr).length > 0) return again(422, withCpr, []);
    const duplicates = await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
      if (fields.text('en-anden') === 'ja') return [];
      const found = await possibleDuplicates(tx, actor.organisation.id, read.calledName, read.municipality);
      return found.filter((one) => one.id !== id);
    });
    if (duplicates.length > 0) return again(200, {}, duplicates);

    await asActor(db, permit, { kind: 'pathway', id }, async (tx) => {
      const organisations = await possibleParties(tx, read.municipality);
      const { referral, further } = factsOfReferral(read, actor, organisations, language);
      return openPathway(tx, id, referral, further, recordedBy(permit, danishDay(now())));
    });
    return reply.done(pathwayAddress(id), say('refer.created'));
  });

  app.get<{ Params: { id: string }; Querystring: { skrevet?: string } }>(
    '/forloeb/:id',
    { config: { permission: 'pathway:read' } },
    async (request, reply) => {
      const { language } = request;
      const permit = request.permit();
      const id = asId<'pathway'>(request.params.id);
      const seen = await asActor(db, permit, { kind: 'pathway', id }, async (tx) => {
        const found = await readPathway(tx, id);
        const stays = found?.pathway.stays.map((stay) => stay.id) ?? [];
        return (
          found && {
            read: found,
            own: await staysInFacility(tx, permit.actor.organisation.facility, stays),
            waiting: (await waitingOf(tx, [id])).get(id) ?? null,
            noes: (await noesOf(tx, [id])).get(id) ?? null,
            others: await otherPathways(tx, permit, id),
          }
        );
      });
      if (!seen) return reply.callNotFound();
      const { read, own, waiting, noes, others } = seen;
      const troubled = await troubledOnPathway(db, permit, id);
      const told = await toldOfRequests(db, permit, id);
      const overtaken = await toldOfOvertakings(db, permit, id);
      const needs = await toldOfNeeds(db, permit, id);
      return reply.page({
        title: read.pathway.calledName,
        crumbs: listCrumb(permit.actor, language),
        content: (
          <>
            <OtherPathways others={others} records={may(permit.actor, 'pathway:record')} language={language} />
            <TroubledPlaces
              troubled={troubled}
              finds={may(permit.actor, 'place:find')}
              saidNo={saidNoIn([read.pathway])}
              language={language}
            />
            {noes && <NoesToOne noes={noes} now={now()} language={language} />}
            {waiting && <WaitsForPlace waiting={waiting} pathway={id} language={language} />}
            <PathwayPage
              read={read}
              actor={permit.actor}
              written={Number(request.query.skrevet)}
              own={own}
              beside={[
                ...requestsOnTimeline(told, may(permit.actor, 'refusal:read'), language),
                ...needsOnTimeline(needs, language),
                ...overtakingsOnTimeline(overtaken, language),
              ]}
              now={now()}
              language={language}
            />
          </>
        ),
      });
    },
  );

  app.get('/mit-forloeb', { config: { permission: 'pathway:own' } }, async (request, reply) => {
    const { language } = request;
    const permit = request.permit();
    const { person, user } = permit.actor;
    const own = await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
      const listed = person === null ? [] : await ownPathways(tx, person);
      const read = await Promise.all(listed.map(({ id }) => readPathway(tx, id)));
      const seen = read.filter((one) => one !== null);
      return Promise.all(
        seen.map(async (one) => ({
          ...one,
          readers: await readersOf(tx, one.id, user),
          houses: await housesOf(tx, one, now()),
          places: await herPagePlaces(tx, one.id, now()),
          departments: await departmentsIn(tx, one.pathway),
          municipalityTelephone: one.pathway.municipality && (await municipalityTelephone(tx, one.pathway.municipality)),
        })),
      );
    });
    return reply.page({ title: ownTexts(language)('title'), content: <OwnPathways own={own} now={now()} language={language} /> });
  });

  recordPages(app, context);
  identifyPages(app, context);
};

/** Those of her team that the number of her municipality leads to. */
async function departmentsIn(tx: Transaction, { municipality, team }: Pathway): Promise<readonly string[]> {
  const parties = team.map(({ organisation }) => organisation);
  return municipality === null ? [] : departmentsOf(tx, municipality, parties);
}

/** The houses she lives in or has a place in, and for some days those that she left or lost, with the number that each has named and where it is. */
async function housesOf(tx: Transaction, { id, pathway }: Pick<ReadPathway, 'id' | 'pathway'>, now: Moment): Promise<readonly House[]> {
  const gone = placesGone(pathway, danishDay(now)).map(({ stay }) => stay.id);
  const isHers = ({ status }: StayWithName): boolean => status === 'held' || status === 'confirmed' || status === 'admitted';
  const hers = (await staysOfPathway(tx, id)).filter((stay) => isHers(stay) || gone.includes(stay.id));
  const named = [...hers.filter(isHers), ...hers].filter(
    (stay, index, all) => all.findIndex(({ unitName }) => unitName === stay.unitName) === index,
  );
  return Promise.all(
    named.map(async (stay) => {
      const { unitName: name, telephone, facility } = stay;
      const facts = await facilityFacts(tx, facility);
      return { name, telephone, town: facts?.town ?? '', address: facts?.address ?? '', isPast: !isHers(stay) };
    }),
  );
}
