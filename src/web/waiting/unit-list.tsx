/** A unit's waiting list for its own leader: in which order, why, the offers that run, and the unit's no. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { asId, type Id } from '../../domain/id.ts';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import { nightsFrom } from '../../domain/placement/nights.ts';
import { refuseRequest, type UnitLine, unitListMaterial, type UnitListMaterial } from '../../store/placement-waiting-unit.ts';
import type { WebContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import { fieldsOf } from '../form.ts';
import { stayCardAddress, unitAddress } from '../places/addresses.ts';
import { needList } from '../places/need-words.ts';
import { unitTitle } from '../places/words.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Tag } from '../ui/pieces.tsx';
import { unitWaitingAddress } from './addresses.ts';
import { FairnessLink } from './before-her.tsx';
import { AnswerClock } from './answer-clock.tsx';
import { reasonIn } from './her.tsx';
import { askBeforeNo, askNoAgain, missingInNo, NoForm, readField } from './unit-no.tsx';
import { unitNoTexts } from './unit-no-texts.ts';
import { UrgencyTold } from './urgency-told.tsx';
import { waitingTexts } from './texts.ts';
import { closedText, partyText } from './words.ts';

type OfUnit = { readonly Params: { readonly id: string } };
type OfRequest = { readonly Params: { readonly id: string; readonly request: string } };

export const unitWaitingPages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    unit: Id<'unit'>,
    fault: string | null = null,
  ): Promise<FastifyReply> => {
    const material = await unitListMaterial(db, request.permit(), unit);
    if (!material) return notFound(reply);
    const { language } = request;
    const name = unitTitle(material);
    return reply.page({
      title: waitingTexts(language)('unitTitle', { unit: name }),
      crumbs: [{ href: unitAddress(unit), text: name }],
      status: fault === null ? 200 : 409,
      content: (
        <>
          <UnitList material={material} fault={fault} language={language} />
          <FairnessLink mayRead={request.actor !== null && may(request.actor, 'report:internal')} language={language} />
        </>
      ),
    });
  };

  app.get<OfUnit>('/venteliste/afdeling/:id', { config: { permission: 'place:manage' } }, (request, reply) =>
    show(request, reply, asId<'unit'>(request.params.id)),
  );

  app.post<OfRequest>('/venteliste/afdeling/:id/:request/afvis', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const say = waitingTexts(request.language);
    const unit = asId<'unit'>(request.params.id);
    const fields = fieldsOf(request.body);
    const { reason, text } = reasonIn(fields, refusalReasons);
    const missing = missingInNo(reason, text, fields.text('felt'), request.language);
    const isMissing = reason === null || Object.keys(missing).length > 0;
    if (isMissing || fields.text(readField) !== 'ja') {
      const material = await unitListMaterial(db, request.permit(), unit);
      const line = material?.list.find((one) => one.request.id === request.params.request);
      const asked = material && line ? { material, line, fields, language: request.language } : null;
      // What a no means for her is read before it is written, and of one who is not on the list there is nothing to read.
      if (asked === null || asked.line.request.status === 'offered')
        return material === null || isMissing ? notFound(reply) : show(request, reply, unit, say('fault.cannot'));
      return isMissing ? askNoAgain(reply, asked, missing) : askBeforeNo(reply, asked, { reason, text });
    }
    const refused = await refuseRequest(db, request.permit(), unit, asId<'request'>(request.params.request), reason, text);
    if (refused.outcome === 'refused')
      return reply.done(unitWaitingAddress(unit), say(refused.elsewhere ? 'refusedNotice' : 'refusedNoticeNone'));
    if (refused.outcome === 'refused-already') return reply.done(unitWaitingAddress(unit), say('refusedAlready'));
    if (refused.outcome === 'no-such-pathway') return notFound(reply);
    const isWordless = refused.outcome === 'words-missing';
    return show(request, reply, unit, isWordless ? unitNoTexts(request.language)('noWords') : say(`fault.${refused.outcome}`));
  });
};

type Props = { readonly material: UnitListMaterial; readonly language: Language };

function UnitList({ material, fault, language }: Props & { readonly fault: string | null }): JSX.Element {
  const say = waitingTexts(language);
  const { list } = material;
  return (
    <>
      {fault !== null && (
        <Alert tone="error" heading={say('faultHeading')}>
          <p>{fault}</p>
        </Alert>
      )}
      <Offers material={material} language={language} />
      <p>{list.length === 0 ? say('unitEmpty') : say('unitIntro')}</p>
      <ol className="units">
        {list.map((line) => (
          <Line key={line.request.id} line={line} of={list.length} material={material} language={language} />
        ))}
      </ol>
    </>
  );
}

function Offers({ material, language }: Props): JSX.Element | null {
  const say = waitingTexts(language);
  const { offers, unit, now } = material;
  if (offers.length === 0) return null;
  return (
    <Card heading={say('unitOffers')}>
      <ul className="plain-list">
        {offers.map(({ stay, initials: name, answerBy }) => {
          const when = momentText(answerBy, language);
          return (
            <li key={stay}>
              <AnswerClock
                answerBy={answerBy}
                now={now}
                text={say('offerTo', { name, when })}
                overText={say('offerOver', { name, when })}
                language={language}
              />{' '}
              <a href={stayCardAddress({ id: stay, unit: unit.id })}>{say('refuseStay')}</a>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Line({ line, of, material, language }: Props & { readonly line: UnitLine; readonly of: number }): JSX.Element {
  const say = waitingTexts(language);
  const { request, urgency, number, closed } = line;
  const initials = material.initials.get(request.id) ?? '';
  return (
    <li className="card">
      <h2>
        {say('numberOf', { number, of })} · {initials}
      </h2>
      <ul className="chips">
        <li>
          <Tag tone="accent">{say(`urgent.${urgency.band}`)}</Tag>
        </li>
        <li>
          <Tag tone={request.status === 'offered' ? 'attention' : 'accent'}>
            {request.status === 'offered' ? say('hasOfferElsewhere') : closedText(closed, language)}
          </Tag>
        </li>
      </ul>
      <p>
        {say('earliest')} {dayText(request.earliest, language)}, {say('nightsValue', { count: request.nights })}. {say('needs')}:{' '}
        {request.needs.length === 0 ? say('noNeeds') : needList(request.needs, nightsFrom(request.earliest, request.nights), language)}.{' '}
        {say('party')}: {partyText(request.party, material.withBaby.has(request.id), language)}.
      </p>
      <UrgencyTold urgency={urgency} initials={initials} language={language} />
      {request.status === 'waiting' && closed?.why !== 'refused' && <NoForm material={material} line={line} language={language} />}
    </li>
  );
}
