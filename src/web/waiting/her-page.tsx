/** The waiting list as her team reads it: the offer, her number on each list and why, her wish, what changed, and what was answered. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { holdMinutes } from '../../domain/placement/hold.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { type Urgency, urgencyOn } from '../../domain/placement/urgency.ts';
import { waitingListOf, type WaitingLine } from '../../domain/placement/waiting-list.ts';
import { declineReasons, passReasons, withdrawReasons } from '../../domain/placement/waiting-reasons.ts';
import { closedFor, preferenceFor } from '../../domain/placement/waiting-request.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import { danishDay } from '../../domain/time.ts';
import { homeOf } from '../../store/placement-waiting-offer.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { findAddress } from '../places/addresses.ts';
import { herSituation } from '../places/her-situation.ts';
import { placesText } from '../places/stay-words.ts';
import { propertyList, unitTitle } from '../places/words.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { SelectField } from '../ui/fields.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet, Strip, Tag } from '../ui/pieces.tsx';
import { herWaitingAddress } from './addresses.ts';
import { AnswerClock } from './answer-clock.tsx';
import { History } from './her-history.tsx';
import { ReasonForm } from './reason-form.tsx';
import { waitingTexts } from './texts.ts';
import { closedText, contributionText, partyText, unitName } from './words.ts';
import { type ReadWish, WishForm } from './wish-form.tsx';

export type HerWaitingProps = {
  readonly material: HerWaitingMaterial;
  readonly language: Language;
  readonly mayAct: boolean;
  readonly requestKey: string;
  readonly fault: string | null;
  /** The wish as it was sent, or as it is proposed or stands. */
  readonly wish: ReadWish;
};

export function HerWaitingPage(props: HerWaitingProps): JSX.Element {
  const { material, language, fault } = props;
  const say = waitingTexts(language);
  const { request } = material;
  const active = request !== null && ['waiting', 'offered', 'accepted'].includes(request.status) ? request : null;
  const errors: FieldErrors = props.wish.errors;
  return (
    <>
      {fault !== null && (
        <Alert tone="error" heading={say('faultHeading')}>
          <p>{fault}</p>
        </Alert>
      )}
      {active === null ? <AskForm {...props} /> : <Active {...props} request={active} errors={errors} />}
      {request !== null && <History request={request} candidates={material.candidates} language={language} />}
    </>
  );
}

function AskForm({ material, language, mayAct, requestKey, wish }: HerWaitingProps): JSX.Element {
  const say = waitingTexts(language);
  return (
    <>
      <p>{say('notOnList', { name: material.her.pathway.calledName })}</p>
      {mayAct && (
        <Card heading={say('ask')}>
          <p>{say('linkHint')}</p>
          <WishForm
            action={herWaitingAddress(material.her.id)}
            wish={wish.wish}
            errors={wish.errors}
            situation={herSituation(material.her)}
            candidates={material.candidates}
            requestKey={requestKey}
            asksWhoComes
            submit={say('ask')}
            language={language}
          />
        </Card>
      )}
    </>
  );
}

type ActiveProps = HerWaitingProps & { readonly request: HerRequest };

/** A list that she is on, or would be on were it not for a no. */
type OnList = { readonly candidate: Candidate; readonly line: WaitingLine | null; readonly of: number };

function Active(props: ActiveProps & { readonly errors: FieldErrors }): JSX.Element {
  const { material, language, mayAct, requestKey, request, wish, errors } = props;
  const offer = request.status === 'offered' ? request.stay : null;
  const say = waitingTexts(language);
  const { her, candidates, now } = material;
  const urgency = urgencyOn(request.urgency, danishDay(now));
  const lists = listsOf(props);
  return (
    <>
      {request.status === 'offered' && <Offer {...props} />}
      {request.status === 'accepted' && (
        <Alert tone="notice" heading={say('acceptedHeading')}>
          <p>
            {request.herStay !== null && `${placesText(request.herStay.parts, language)}, ${request.herStay.unitName}. `}
            {say('acceptedText')} <a href={findAddress(her.id)}>{say('toPlace')}</a>
          </p>
        </Alert>
      )}
      <Numbers lists={lists} urgency={urgency} request={request} name={her.pathway.calledName} language={language} />
      <div className="pathway-columns">
        <Wished request={request} candidates={candidates} language={language} />
        <Card heading={say('log')}>
          <ul className="plain-list">
            {request.log.toReversed().map((line) => (
              <li key={`${line.day} ${line.score} ${line.causes.join(' ')}`}>
                {dayText(line.day, language)}: <strong>{line.score}</strong> {say('points').toLocaleLowerCase(language)}.{' '}
                {line.causes.map((cause) => say(`cause.${cause}`)).join('. ')}.
              </li>
            ))}
          </ul>
        </Card>
      </div>
      {mayAct && (
        <Card>
          {request.status === 'waiting' && (
            <>
              <details open={Object.keys(errors).length > 0}>
                <summary>{say('change')}</summary>
                <p className="quiet">{say('changeHint')}</p>
                <WishForm
                  action={`${herWaitingAddress(her.id)}/ret`}
                  wish={wish.wish}
                  errors={errors}
                  situation={herSituation(her)}
                  candidates={candidates}
                  requestKey={requestKey}
                  asksWhoComes={false}
                  submit={say('changeSave')}
                  language={language}
                />
              </details>
              <ReasonForm
                summary={say('declined')}
                hint={say('declinedHint')}
                action={`${herWaitingAddress(her.id)}/hendes-nej`}
                options={declineReasons.map((value) => ({ value, text: say(`decline.${value}`) }))}
                mark="nej"
                language={language}
              >
                <AboutOffer offer={null} requestKey={requestKey} />
                <SelectField
                  name="afdeling"
                  label={say('unit')}
                  empty={say('choose')}
                  options={lists
                    .filter(({ line }) => line !== null)
                    .map(({ candidate }) => ({ value: candidate.unit.id, text: unitTitle(candidate) }))}
                />
              </ReasonForm>
            </>
          )}
          <ReasonForm
            summary={say('withdraw')}
            hint={say('withdrawHint')}
            action={`${herWaitingAddress(her.id)}/af-listen`}
            options={withdrawReasons.map((value) => ({ value, text: say(`withdraw.${value}`) }))}
            mark="af"
            language={language}
          >
            <AboutOffer offer={offer} requestKey={requestKey} />
          </ReasonForm>
        </Card>
      )}
    </>
  );
}

function listsOf({ material, request }: ActiveProps): readonly OnList[] {
  const { candidates, requests, now } = material;
  const lists = candidates.flatMap((candidate): readonly OnList[] => {
    const list = waitingListOf(requests, candidate, homeOf, danishDay(now), now);
    const line = list.find((one) => one.request.id === request.id) ?? null;
    const saidNo = closedFor(request, candidate.unit.id, now) !== null;
    return line !== null || saidNo ? [{ candidate, line, of: list.length }] : [];
  });
  const wish = ({ candidate }: OnList): number => preferenceFor(request, candidate.unit.id) ?? 99;
  return lists.toSorted((one, other) => Number(one.line === null) - Number(other.line === null) || wish(one) - wish(other));
}

/** Which offer a form answers, and the key that makes it count once. */
function AboutOffer({ offer, requestKey }: { readonly offer: Id<'stay'> | null; readonly requestKey: string }): JSX.Element {
  return (
    <>
      {offer !== null && <input type="hidden" name="tilbud" value={offer} />}
      <input type="hidden" name="noegle" value={requestKey} />
    </>
  );
}

function Offer({ material, request, language, mayAct, requestKey }: ActiveProps): JSX.Element | null {
  const say = waitingTexts(language);
  const { now, her } = material;
  const { herStay: stay } = request;
  if (stay === null || stay.heldUntil === null) return null;
  const when = momentText(stay.heldUntil, language);
  const { arrival, departure } = stay.nights;
  const address = herWaitingAddress(her.id);
  return (
    <section className="card" aria-labelledby="tilbud">
      <h2 id="tilbud">{say('offerHeading')}</h2>
      <p>
        {say('offerText', {
          place: placesText(stay.parts, language),
          unit: stay.unitName,
          arrival: dayText(arrival, language),
          departure: dayText(departure, language),
        })}
      </p>
      <AnswerClock
        answerBy={stay.heldUntil}
        now={now}
        text={say('answerBy', { when })}
        overText={say('answerOver', { when })}
        language={language}
      />
      {mayAct && !hasRunOut(stay, now) && (
        <>
          <form method="post" action={`${address}/ja`}>
            <AboutOffer offer={stay.id} requestKey={requestKey} />
            <p className="quiet">{say('acceptHint', { minutes: holdMinutes })}</p>
            <button className="button button-primary">{say('accept')}</button>
          </form>
          <ReasonForm
            summary={say('pass')}
            hint={say('passHint')}
            action={`${address}/videre`}
            options={passReasons.filter((value) => value !== 'unsaid').map((value) => ({ value, text: say(`pass.${value}`) }))}
            mark="videre"
            language={language}
          >
            <AboutOffer offer={stay.id} requestKey={requestKey} />
          </ReasonForm>
          <ReasonForm
            summary={say('declined')}
            hint={say('declinedHint')}
            action={`${address}/hendes-nej`}
            options={declineReasons.map((value) => ({ value, text: say(`decline.${value}`) }))}
            mark="hendes"
            language={language}
          >
            <AboutOffer offer={stay.id} requestKey={requestKey} />
            <input type="hidden" name="afdeling" value={stay.unit} />
          </ReasonForm>
        </>
      )}
    </section>
  );
}

type NumbersProps = {
  readonly lists: readonly OnList[];
  readonly urgency: Urgency;
  readonly request: HerRequest;
  readonly name: string;
  readonly language: Language;
};

function Numbers({ lists, urgency, request, name, language }: NumbersProps): JSX.Element {
  const say = waitingTexts(language);
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
                    <td data-label={say('state')}>{closedText(line ? line.closed : closed, language)}</td>
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

function Wished({
  request,
  candidates,
  language,
}: { readonly request: HerRequest } & Pick<HerWaitingMaterial, 'candidates'> & { readonly language: Language }): JSX.Element {
  const say = waitingTexts(language);
  const { needs, units, reach } = request;
  return (
    <Card heading={say('herWish')}>
      <Pairs
        pairs={[
          [say('earliest'), dayText(request.earliest, language)],
          [say('nights'), say('nightsValue', { count: request.nights })],
          [
            say('needs'),
            needs.length === 0
              ? say('noNeeds')
              : propertyList(
                  needs.map(({ property }) => property),
                  language,
                ),
          ],
          [say('party'), partyText(request.party, language)],
          [say('reach'), reach === null ? say('reachAny') : say('reachMinutes', { minutes: reach })],
          [say('wished'), units.length === 0 ? say('wishedAny') : units.map((unit) => unitName(candidates, unit)).join('; ')],
        ]}
      />
    </Card>
  );
}
