/** A unit's waiting list for its own leader: in which order, why, the offers that run, and the unit's no. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { asId, type Id } from '../../domain/id.ts';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import { nightsFrom } from '../../domain/placement/nights.ts';
import { bandOf } from '../../domain/placement/urgency.ts';
import type { WaitingLine } from '../../domain/placement/waiting-list.ts';
import { refuseRequest, unitListMaterial, type UnitListMaterial } from '../../store/placement-waiting-unit.ts';
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
import { askReasonAgain } from './reason-again.tsx';
import { ReasonForm } from './reason-form.tsx';
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
    const { reason, text } = reasonIn(fieldsOf(request.body), refusalReasons);
    if (reason === null) {
      const material = await unitListMaterial(db, request.permit(), unit);
      const line = material?.list.find((one) => one.request.id === request.params.request);
      if (!material || !line) return notFound(reply);
      return askReasonAgain(reply, {
        title: waitingTexts(request.language)('unitTitle', { unit: unitTitle(material) }),
        back: { href: unitWaitingAddress(unit), text: say('unitLink') },
        heading: say('refuseFor', { initials: material.initials.get(line.request.id) ?? '', number: line.number }),
        hint: say(material.elsewhere.has(line.request.id) ? 'refuseHint' : 'refuseHintNone'),
        action: `${unitWaitingAddress(unit)}/${encodeURIComponent(line.request.id)}/afvis`,
        options: refusalReasons.map((value) => ({ value, text: say(`refuse.${value}`) })),
        hidden: [],
        fields: fieldsOf(request.body),
        language: request.language,
      });
    }
    const refused = await refuseRequest(db, request.permit(), unit, asId<'request'>(request.params.request), reason, text);
    if (refused.outcome === 'refused')
      return reply.done(unitWaitingAddress(unit), say(refused.elsewhere ? 'refusedNotice' : 'refusedNoticeNone'));
    if (refused.outcome === 'refused-already') return reply.done(unitWaitingAddress(unit), say('refusedAlready'));
    return refused.outcome === 'no-such-pathway' ? notFound(reply) : show(request, reply, unit, say(`fault.${refused.outcome}`));
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

function Line({ line, of, material, language }: Props & { readonly line: WaitingLine; readonly of: number }): JSX.Element {
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
          <Tag tone="accent">{say(`urgent.${bandOf(urgency.score)}`)}</Tag>
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
      {request.status === 'waiting' && closed?.why !== 'refused' && (
        <ReasonForm
          summary={say('refuseFor', { initials, number })}
          hint={say(material.elsewhere.has(request.id) ? 'refuseHint' : 'refuseHintNone')}
          action={`${unitWaitingAddress(material.unit.id)}/${encodeURIComponent(request.id)}/afvis`}
          options={refusalReasons.map((value) => ({ value, text: say(`refuse.${value}`) }))}
          mark={`afvis-${number}`}
          language={language}
        />
      )}
    </li>
  );
}
