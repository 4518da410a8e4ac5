/** Her number on each list, and what her urgency is made of. */
import type { JSX } from 'react';
import { homeOf } from '../../domain/geography/travel.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import type { Urgency } from '../../domain/placement/urgency.ts';
import { waitingListOf, type WaitingLine } from '../../domain/placement/waiting-list.ts';
import { closedFor, preferenceFor } from '../../domain/placement/waiting-request.ts';
import { danishDay } from '../../domain/time.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { compareNames } from '../../domain/danish-order.ts';
import { unitTitle } from '../places/words.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet, Strip, Tag } from '../ui/pieces.tsx';
import { waitingTexts } from './texts.ts';
import { closedText, contributionText } from './words.ts';

/** A list that she is on, or would be on were it not for a no. */
export type OnList = { readonly candidate: Candidate; readonly line: WaitingLine | null; readonly of: number };

/** The lists she is on, those she wished first; after them the units that said no to her or she to them. */
export function listsOf({ candidates, requests, now }: HerWaitingMaterial, request: HerRequest): readonly OnList[] {
  const lists = candidates.flatMap((candidate): readonly OnList[] => {
    const list = waitingListOf(requests, candidate, homeOf, danishDay(now), now);
    const line = list.find((one) => one.request.id === request.id) ?? null;
    const saidNo = closedFor(request, candidate.unit.id, now) !== null;
    return line !== null || saidNo ? [{ candidate, line, of: list.length }] : [];
  });
  const wish = ({ candidate }: OnList): number => preferenceFor(request, candidate.unit.id) ?? 99;
  return lists.toSorted(
    (one, other) =>
      Number(one.line === null) - Number(other.line === null) ||
      wish(one) - wish(other) ||
      compareNames(unitTitle(one.candidate), unitTitle(other.candidate)),
  );
}

type NumbersProps = {
  readonly lists: readonly OnList[];
  readonly urgency: Urgency;
  readonly request: HerRequest;
  readonly name: string;
  readonly language: Language;
};

export function Numbers({ lists, urgency, request, name, language }: NumbersProps): JSX.Element {
  const say = waitingTexts(language);
  const { herStay } = request;
  const offered = request.status === 'offered' && herStay?.heldUntil ? herStay.unit : null;
  const offeredUntil = herStay?.heldUntil ? momentText(herStay.heldUntil, language) : '';
  const first = lists.find(({ line }) => line !== null);
  return (
    <section aria-labelledby="numre">
      <h2 id="numre">{say('numbers')}</h2>
      <Strip>
        <Tag tone="accent">{say(`status.${request.status}`)}</Tag>
        <span>
          {first?.line
            ? say('numberSentence', { name, number: first.line.number, of: first.of, unit: unitTitle(first.candidate) })
            : request.status === 'accepted'
              ? say('acceptedHeading')
              : say('noLists')}
        </span>
      </Strip>
      <div className="stacked">
        <Sheet caption={say('urgency', { score: urgency.score })}>
          <thead>
            <tr>
              <th scope="col">{say('what')}</th>
              <th scope="col" className="number">
                {say('points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {urgency.contributions.map((one) => (
              <tr key={contributionText(one, language)}>
                <th scope="row">{contributionText(one, language)}</th>
                <td className="number" data-label={say('points')}>
                  {one.points}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say('sum')}</th>
              <td className="number" data-label={say('points')}>
                <strong>{urgency.score}</strong>
              </td>
            </tr>
          </tbody>
        </Sheet>
      </div>
      <p className="quiet">{say('rule', { edition: urgency.edition })}</p>
      {lists.length > 0 && (
        <div className="stacked">
          <Sheet caption={say('otherLists')}>
            <thead>
              <tr>
                <th scope="col">{say('unit')}</th>
                <th scope="col">{say('number')}</th>
                <th scope="col">{say('wish')}</th>
                <th scope="col">{say('state')}</th>
              </tr>
            </thead>
            <tbody>
              {lists.map(({ candidate, line, of }) => {
                const wish = preferenceFor(request, candidate.unit.id);
                const closed = request.closed.find((one) => one.unit === candidate.unit.id) ?? null;
                return (
                  <tr key={candidate.unit.id}>
                    <th scope="row">{unitTitle(candidate)}</th>
                    <td data-label={say('number')}>{line ? say('numberOf', { number: line.number, of }) : say('nobody')}</td>
                    <td data-label={say('wish')}>{wish === null ? say('wishAny') : say('wishNumber', { number: wish })}</td>
                    <td data-label={say('state')}>
                      {offered === candidate.unit.id
                        ? say('offeredHere', { when: offeredUntil })
                        : closedText(line ? line.closed : closed, language)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </Sheet>
        </div>
      )}
    </section>
  );
}
