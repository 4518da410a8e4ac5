/** The waiting list as her team reads it: the offer, her number on each list and why, her wish, what changed, and what was answered. */
import { inDanishOrder } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { urgencyOn } from '../../domain/placement/urgency.ts';
import { declineReasons, withdrawReasons } from '../../domain/placement/waiting-reasons.ts';
import { isOver } from '../../domain/placement/wished-length.ts';
import { danishDay } from '../../domain/time.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { herSituation } from '../../store/her-situation.ts';
import { hesitationText } from '../places/words-with-yes.ts';
import { unitTitle } from '../places/words.ts';
import { ErrorSummary, type FieldErrors, SelectField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { herWaitingAddress } from './addresses.ts';
import { History } from './her-history.tsx';
import { listsOf, Numbers } from './her-numbers.tsx';
import { WasOnList } from './off-list.tsx';
import { AboutOffer, Accepted, Offer, type SentYes } from './her-offer.tsx';
import { SaysToList, Wished } from './her-wish.tsx';
import { ReasonForm } from './reason-form.tsx';
import { SayToList } from './say-to-list.tsx';
import { overText } from './length-words.ts';
import { waitingTexts } from './texts.ts';
import { UnitsWhy } from './unit-why.tsx';
import { type ReadWish, WishForm } from './wish-form.tsx';

export type HerWaitingProps = {
  readonly material: HerWaitingMaterial;
  readonly language: Language;
  readonly mayAct: boolean;
  /** May read what a unit wrote in its own words to its no. */
  readonly readsRefusal: boolean;
  readonly requestKey: string;
  readonly fault: string | null;
  /** What was sent of her yes, and what is missing in it. */
  readonly yes: SentYes;
  /** The wish as it was sent, or as it is proposed or stands. */
  readonly wish: ReadWish;
};

export function HerWaitingPage(props: HerWaitingProps): JSX.Element {
  const { material, language, fault, readsRefusal } = props;
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
      <ErrorSummary heading={say('errorHeading')} errors={errors} />
      {active === null ? <AskForm {...props} /> : <Active {...props} request={active} errors={errors} />}
      {request !== null && <History request={request} candidates={material.candidates} readsRefusal={readsRefusal} language={language} />}
    </>
  );
}

function AskForm({ material, language, mayAct, requestKey, wish }: HerWaitingProps): JSX.Element {
  const say = waitingTexts(language);
  const hesitation = hesitationText(material.her, language);
  return (
    <>
      <p>{say('notOnList', { name: material.her.pathway.calledName })}</p>
      {hesitation !== null && <p>{hesitation}</p>}
      <WasOnList request={material.request} now={material.now} language={language} />
      {mayAct && (
        <Card heading={say('ask')}>
          <p>{say('linkHint')}</p>
          <WishForm
            action={herWaitingAddress(material.her.id)}
            pathway={material.her.id}
            wish={wish.wish}
            sent={wish.sent}
            said={wish.said}
            errors={wish.errors}
            situation={herSituation(material.her)}
            candidates={material.candidates}
            requestKey={requestKey}
            submit={say('ask')}
            language={language}
          />
        </Card>
      )}
    </>
  );
}

type ActiveProps = HerWaitingProps & { readonly request: HerRequest };

function Active(props: ActiveProps & { readonly errors: FieldErrors }): JSX.Element {
  const { material, language, mayAct, requestKey, request, wish, errors } = props;
  const offer = request.status === 'offered' ? request.stay : null;
  const say = waitingTexts(language);
  const { her, candidates, now } = material;
  const urgency = urgencyOn(request.urgency, danishDay(now));
  const lists = listsOf(material, request);
  return (
    <>
      <SaysToList pathway={her.pathway} language={language} />
      {request.status === 'waiting' && isOver(request, danishDay(now)) && (
        <Alert tone="attention">
          <p>{overText(request, language)}</p>
        </Alert>
      )}
      {request.status === 'offered' && <Offer {...props} />}
      {request.status === 'accepted' && <Accepted material={material} request={request} language={language} />}
      <Numbers lists={lists} urgency={urgency} request={request} name={her.pathway.calledName} language={language} />
      {request.status !== 'accepted' && <UnitsWhy material={material} request={request} language={language} />}
      <div className="pathway-columns">
        <Wished
          request={request}
          onList={her.pathway.onList ?? null}
          written={material.needs}
          her={her.pathway}
          candidates={candidates}
          language={language}
        />
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
          {request.status !== 'waiting' && <SayToList pathway={her.id} answer={her.pathway.onList?.answer ?? null} language={language} />}
          {request.status === 'waiting' && (
            <>
              <details open={Object.keys(errors).length > 0}>
                <summary>{say('change')}</summary>
                <p className="quiet">{say('changeHint')}</p>
                <WishForm
                  action={`${herWaitingAddress(her.id)}/ret`}
                  pathway={her.id}
                  wish={wish.wish}
                  sent={wish.sent}
                  said={wish.said}
                  errors={errors}
                  situation={herSituation(her)}
                  candidates={candidates}
                  requestKey={requestKey}
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
                  options={inDanishOrder(
                    lists.filter(({ line }) => line !== null),
                    ({ candidate }) => unitTitle(candidate),
                  ).map(({ candidate }) => ({ value: candidate.unit.id, text: unitTitle(candidate) }))}
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
