/** What the unit's leader can write about a stay: each in a form of its own, folded but for the one that comes next. */
import type { JSX } from 'react';
import { dischargeDestinations } from '../../domain/pathway/facts.ts';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import { canFollow } from '../../domain/placement/lifecycle.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { addDays, danishDay } from '../../domain/time.ts';
import { destinationTexts } from '../pathways/describe-stay.ts';
import { stayAddress } from './addresses.ts';
import { Choice, DayField, Key } from './deed-fields.tsx';
import { LeaveEarlierForm } from './leave-earlier.tsx';
import { LeaveForms } from './leave-forms.tsx';
import { MoveForms } from './move-forms.tsx';
import { previewTexts } from './preview-texts.ts';
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
          <form method="post" action={`${below}/udskriv/se`} className="actions">
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
            <button
              className="button button-secondary"
              aria-label={`${previewTexts(language)('see')}: ${say('discharge')} ${stay.calledName}`}
            >
              {previewTexts(language)('see')}
            </button>
          </form>
        </details>
      )}
      {canFollow('leave-earlier', stay.status) && stay.nights.departure > addDays(today, 1) && <LeaveEarlierForm {...props} />}
      {canFollow('move', stay.status) && !hasRunOut(stay, now) && <MoveForms {...props} />}
      {canFollow('leave', stay.status) && <LeaveForms {...props} />}
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
