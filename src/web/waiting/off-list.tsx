/** The step before she is taken off the waiting list: what she loses and the way back; and the same once she is off it. */
import type { FastifyReply } from 'fastify';
import type { JSX } from 'react';
import { backUntil } from '../../domain/placement/back-on-list.ts';
import { danishDay, daysBetween } from '../../domain/time.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import type { Fields } from '../form.ts';
import { unitTitle } from '../places/words.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { herWaitingAddress } from './addresses.ts';
import { listsOf } from './her-numbers.tsx';
import { offListTexts } from './off-list-texts.ts';
import { waitingTexts } from './texts.ts';

type Asked = {
  readonly material: HerWaitingMaterial;
  readonly request: HerRequest;
  readonly reason: string;
  readonly fields: Fields;
  readonly language: Language;
};

/** Answers with the step; what was sent is carried along. */
export function askBeforeOff(reply: FastifyReply, { material, request, reason, fields, language }: Asked): FastifyReply {
  const [say, word] = [waitingTexts(language), offListTexts(language)];
  const { her, now } = material;
  const name = her.pathway.calledName;
  const back = herWaitingAddress(her.id);
  const since = dayText(danishDay(request.asked_at), language);
  const weeks = Math.floor(daysBetween(danishDay(request.asked_at), danishDay(now)) / 7);
  return reply.page({
    title: word('heading', { name }),
    crumbs: [{ href: back, text: say('title', { name }) }],
    content: (
      <Card>
        <Alert tone="attention" heading={word('nothingYet')}>
          <p>{word('waited', { since, weeks })}</p>
          <ul>
            {listsOf(material, request).flatMap(({ candidate, line, of }) =>
              line === null
                ? []
                : [<li key={candidate.unit.id}>{word('number', { number: line.number, of, unit: unitTitle(candidate) })}</li>],
            )}
          </ul>
          <p>{say('withdrawHint')}</p>
          <p>{word('back', { since, until: dayText(backUntil(now), language) })}</p>
        </Alert>
        <p>{word('why', { reason })}</p>
        <form method="post" action={`${back}/af-listen`} className="actions">
          {['felt', 'grund-af', 'uddyb-af', 'tilbud', 'noegle'].map((one) => (
            <input key={one} type="hidden" name={one} value={fields.text(one)} />
          ))}
          <input type="hidden" name="set" value="ja" />
          <button className="button button-primary">{word('confirm')}</button>
          <a className="button button-secondary" href={back}>
            {word('keep')}
          </a>
        </form>
      </Card>
    ),
  });
}

/** That she was on the list, and what it means for her to be put on it again; nothing where she left it otherwise. */
export function WasOnList({ request, now, language }: WasOnProps): JSX.Element | null {
  const left = request?.events.at(-1)?.recorded;
  if (request === null || request.status !== 'withdrawn' || left === undefined) return null;
  const word = offListTexts(language);
  const until = backUntil(left);
  const since = dayText(danishDay(request.asked_at), language);
  return (
    <p>
      {danishDay(now) <= until
        ? word('wasOn', { until: dayText(until, language), since })
        : word('wasOnLongAgo', { left: dayText(danishDay(left), language) })}
    </p>
  );
}

type WasOnProps = { readonly request: HerRequest | null; readonly now: HerWaitingMaterial['now']; readonly language: Language };
