/** One stay on its unit's page: who, when, how it stands, and the forms for what has happened. */
import type { JSX, ReactNode } from 'react';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import { countNights } from '../../domain/placement/nights.ts';
import type { Need } from '../../domain/placement/needs.ts';
import { canFollow } from '../../domain/placement/lifecycle.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { legalBasisText } from '../../domain/legal-basis.ts';
import { municipality } from '../../domain/geography/municipalities.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { ExpectedStay } from '../../store/placement-reception.ts';
import { actionAddress, pathwayAddress } from '../pathways/addresses.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Pairs, Tag } from '../ui/pieces.tsx';
import { stayAddress } from './addresses.ts';
import { HoldStatus } from './hold-status.tsx';
import { placeTexts } from './texts.ts';
import { becauseText, coordinatorText, receptionText } from './words.ts';

type Props = {
  readonly stay: ExpectedStay;
  readonly now: Moment;
  readonly language: Language;
  readonly manages: boolean;
  readonly opensPathway: boolean;
  /** What is to be noticed about it, above its facts. */
  readonly children?: ReactNode;
};

export function StayCard(props: Props): JSX.Element {
  const { stay, now, language, manages, opensPathway } = props;
  const say = placeTexts(language);
  const { arrival, departure } = stay.nights;
  const today = danishDay(now);
  const isExpected = canFollow('admit', stay.status);
  const { reception } = stay;
  return (
    <article className="card" aria-labelledby={`ophold-${stay.id}`}>
      <h3 id={`ophold-${stay.id}`}>
        {stay.takesPart && opensPathway ? <a href={pathwayAddress(stay.pathway)}>{stay.calledName}</a> : stay.calledName} · {stay.placeName}
      </h3>
      <p>
        <HoldStatus stay={stay} now={now} language={language} />{' '}
        {stay.status === 'admitted' && departure <= today && <Tag tone="stop">{say('overdue', { day: dayText(departure, language) })}</Tag>}
      </p>
      {props.children}
      <Pairs
        pairs={[
          [
            say('when'),
            say('stayPeriod', {
              nights: countNights(stay.nights),
              arrival: dayText(arrival, language),
              departure: dayText(departure, language),
            }),
          ],
          ...(reception === null ? [] : [[say('pregnancy'), receptionText(reception, today, language)] as const]),
          ...(stay.needs.length === 0 ? [] : [[say('needsOf'), <Needs key="needs" needs={stay.needs} language={language} />] as const]),
          ...(reception === null ? [] : [[say('callWhom'), coordinatorText(reception, language)] as const]),
          [say('heldBy'), `${stay.heldByName}, ${stay.heldForName}`],
          ...(stay.legalBasis === null ? [] : [[say('basis'), legalBasisText(stay.legalBasis)] as const]),
          ...(stay.paidBy === null ? [] : [[say('payer'), municipality(stay.paidBy)?.name ?? stay.paidBy] as const]),
          ...(stay.endedBecause === null ? [] : [[say('endedReason'), becauseText(stay.endedBecause, language)] as const]),
        ]}
      />
      {isExpected && reception?.contract === 'owed' && (
        <Alert tone="attention">
          {say('contractOwed')}{' '}
          {opensPathway && stay.takesPart ? (
            <a href={actionAddress(stay.pathway, 'offer-contract')}>{say('offerContract')}</a>
          ) : (
            say('contractOwedByTeam')
          )}
        </Alert>
      )}
      {isExpected && reception?.contract === 'offered' && <p className="quiet">{say('contractOffered')}</p>}
      {manages && <Deeds {...props} />}
    </article>
  );
}

/** Each need with why she has it: the unit prepares for the reason, not for the word. */
function Needs({ needs, language }: { readonly needs: readonly Need[]; readonly language: Language }): JSX.Element {
  const say = placeTexts(language);
  return (
    <ul className="plain-list needs">
      {needs.map(({ property, why }) => (
        <li key={property}>
          {say(`property.${property}`)}: <span className="quiet">{say(`why.${why}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the unit's leader can write: each in a form of its own, folded but for the one that comes next. */
function Deeds({ stay, now, language }: Pick<Props, 'stay' | 'now' | 'language'>): JSX.Element {
  const say = placeTexts(language);
  const today = danishDay(now);
  const below = stayAddress(stay.id);
  const isExpected = canFollow('admit', stay.status);
  return (
    <>
      {isExpected && (
        <form method="post" action={`${below}/indskriv`} className="actions">
          <DayField
            id={`indskriv-${stay.id}`}
            label={say('admitHeading')}
            value={stay.nights.arrival <= today ? stay.nights.arrival : today}
          />
          <button className="button button-primary" aria-label={`${say('admit')} ${stay.calledName}`}>
            {say('admit')}
          </button>
        </form>
      )}
      {canFollow('discharge', stay.status) && (
        <details>
          <summary>{say('dischargeHeading')}</summary>
          <form method="post" action={`${below}/udskriv`} className="actions">
            <DayField id={`udskriv-${stay.id}`} label={say('admitDay')} value={today} />
            <label htmlFor={`hvortil-${stay.id}`}>{say('dischargeTo')}</label>
            <input className="form-input" id={`hvortil-${stay.id}`} name="hvortil" autoComplete="off" />
            <button className="button button-secondary" aria-label={`${say('discharge')} ${stay.calledName}`}>
              {say('discharge')}
            </button>
          </form>
        </details>
      )}
      {canFollow('refuse', stay.status) && !hasRunOut(stay, now) && (
        <details>
          <summary>{say('refuse')}</summary>
          <form method="post" action={`${below}/afvis`} className="actions">
            <label htmlFor={`grund-${stay.id}`}>{say('refuseReason')}</label>
            <select className="form-select" id={`grund-${stay.id}`} name="grund" defaultValue="">
              <option value="">{say('choose')}</option>
              {refusalReasons.map((reason) => (
                <option key={reason} value={reason}>
                  {say(`refusal.${reason}`)}
                </option>
              ))}
            </select>
            <label htmlFor={`uddyb-${stay.id}`}>{say('refuseText')}</label>
            <input className="form-input" id={`uddyb-${stay.id}`} name="uddyb" autoComplete="off" />
            <button className="button button-secondary" aria-label={`${say('refuse')}: ${stay.calledName}`}>
              {say('refuse')}
            </button>
          </form>
        </details>
      )}
    </>
  );
}

function DayField({ id, label, value }: { readonly id: string; readonly label: string; readonly value: string }): JSX.Element {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input className="form-input" id={id} name="dag" type="date" defaultValue={value} />
    </>
  );
}
