/** What the unit's leader can write about a stay: each in a form of its own, folded but for the one that comes next. */
import type { JSX } from 'react';
import { dischargeDestinations } from '../../domain/pathway/facts.ts';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import { leaveOn, leaveReasons } from '../../domain/placement/leave.ts';
import { canFollow } from '../../domain/placement/lifecycle.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { addDays, danishDay } from '../../domain/time.ts';
import { destinationTexts } from '../pathways/describe-stay.ts';
import { stayAddress } from './addresses.ts';
import type { StayCardProps } from './stay-card.tsx';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';

export function StayDeeds(props: StayCardProps): JSX.Element {
  const { stay, now, language, requestKey } = props;
  const say = placeTexts(language);
  const today = danishDay(now);
  const below = stayAddress(stay.id);
  const isExpected = canFollow('admit', stay.status);
  return (
    <>
      {isExpected && (
        <form method="post" action={`${below}/indskriv`} className="actions">
          <Key value={requestKey} />
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
            <Key value={requestKey} />
            <DayField id={`udskriv-${stay.id}`} label={say('admitDay')} value={today} />
            <Choice
              id={`hvortil-${stay.id}`}
              name="hvortil"
              label={stayTexts(language)('destination')}
              empty={say('choose')}
              options={dischargeDestinations.map((one) => ({ value: one, text: destinationTexts(language)(one) }))}
            />
            <label htmlFor={`hvortil-ord-${stay.id}`}>{stayTexts(language)('destinationText')}</label>
            <input className="form-input" id={`hvortil-ord-${stay.id}`} name="hvortil-ord" autoComplete="off" />
            <button className="button button-secondary" aria-label={`${say('discharge')} ${stay.calledName}`}>
              {say('discharge')}
            </button>
          </form>
        </details>
      )}
      {canFollow('move', stay.status) && !hasRunOut(stay, now) && <MoveForm {...props} />}
      {canFollow('leave', stay.status) && <LeaveForm {...props} />}
      {canFollow('refuse', stay.status) && !hasRunOut(stay, now) && (
        <details>
          <summary>{say('refuse')}</summary>
          <form method="post" action={`${below}/afvis`} className="actions">
            <Key value={requestKey} />
            <Choice
              id={`grund-${stay.id}`}
              name="grund"
              label={say('refuseReason')}
              empty={say('choose')}
              options={refusalReasons.map((one) => ({ value: one, text: say(`refusal.${one}`) }))}
            />
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

type DayFieldProps = { readonly id: string; readonly name?: string; readonly label: string; readonly value: string };

function DayField({ id, name = 'dag', label, value }: DayFieldProps): JSX.Element {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input className="form-input" id={id} name={name} type="date" defaultValue={value} />
    </>
  );
}

/** Another place in the unit from a day on. */
function MoveForm({ stay, now, language, requestKey, places }: StayCardProps): JSX.Element | null {
  const say = stayTexts(language);
  const last = stay.parts.at(-1)?.place;
  const others = places.filter(({ id }) => id !== last);
  if (others.length === 0) return null;
  const today = danishDay(now);
  return (
    <details>
      <summary>{say('moveHeading')}</summary>
      <form method="post" action={`${stayAddress(stay.id)}/flyt`} className="actions">
        <Key value={requestKey} />
        <Choice
          id={`flyt-${stay.id}`}
          name="plads"
          label={say('moveTo')}
          empty={placeTexts(language)('choose')}
          options={others.map(({ id, name, roomName }) => ({ value: id, text: `${name}, ${roomName.toLocaleLowerCase(language)}` }))}
        />
        <DayField id={`flyt-dag-${stay.id}`} label={say('moveFrom')} value={stay.nights.arrival > today ? stay.nights.arrival : today} />
        <button className="button button-secondary" aria-label={`${say('moveSave')} ${stay.calledName}`}>
          {say('moveSave')}
        </button>
      </form>
    </details>
  );
}

/** Nights away; and, while she is away, that she is back. */
function LeaveForm({ stay, now, language, requestKey }: StayCardProps): JSX.Element {
  const say = stayTexts(language);
  const today = danishDay(now);
  if (leaveOn(stay.leaves, today))
    return (
      <form method="post" action={`${stayAddress(stay.id)}/tilbage`} className="actions">
        <Key value={requestKey} />
        <input type="hidden" name="dag" value={today} />
        <button className="button button-primary" aria-label={`${say('returnNow')}: ${stay.calledName}`}>
          {say('returnNow')}
        </button>
      </form>
    );
  return (
    <details>
      <summary>{say('leaveHeading')}</summary>
      <p>{say('leaveIntro')}</p>
      <form method="post" action={`${stayAddress(stay.id)}/orlov`} className="actions">
        <Key value={requestKey} />
        <DayField id={`orlov-fra-${stay.id}`} name="fra" label={say('leaveFrom')} value={today} />
        <DayField id={`orlov-til-${stay.id}`} name="tilbage" label={say('leaveBack')} value={addDays(today, 2)} />
        <Choice
          id={`orlov-grund-${stay.id}`}
          name="grund"
          label={say('leaveReason')}
          empty={placeTexts(language)('choose')}
          options={leaveReasons.map((one) => ({ value: one, text: say(`leave.${one}`) }))}
        />
        <label htmlFor={`orlov-ord-${stay.id}`}>{say('leaveText')}</label>
        <input className="form-input" id={`orlov-ord-${stay.id}`} name="ord" autoComplete="off" />
        <button className="button button-secondary" aria-label={`${say('leaveSave')}: ${stay.calledName}`}>
          {say('leaveSave')}
        </button>
      </form>
    </details>
  );
}

/** The same form sent twice counts once. */
function Key({ value }: { readonly value: string }): JSX.Element {
  return <input type="hidden" name="noegle" value={value} />;
}

type ChoiceProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly empty: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
};

function Choice({ id, name, label, empty, options }: ChoiceProps): JSX.Element {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select className="form-select" id={id} name={name} defaultValue="">
        <option value="">{empty}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}
