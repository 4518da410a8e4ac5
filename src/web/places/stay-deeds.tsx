/** What the unit's leader can write about a stay: each in a form of its own, folded but for the one that comes next. */
import type { JSX } from 'react';
import { dischargeDestinations } from '../../domain/pathway/facts.ts';
import { refusalReasons, takesBackPromise } from '../../domain/placement/confirm.ts';
import { canFollow } from '../../domain/placement/lifecycle.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { unitSight } from '../../domain/placement/unit-sight.ts';
import { addDays, danishDay } from '../../domain/time.ts';
import { destinationTexts } from '../pathways/describe-stay.ts';
import { stayAddress } from './addresses.ts';
import { ArrivalDay } from './arrival-day.tsx';
import { Choice, DayField, Key } from './deed-fields.tsx';
import { LeaveEarlierForm } from './leave-earlier.tsx';
import { LeaveForms } from './leave-forms.tsx';
import { MoveForms } from './move-forms.tsx';
import { previewTexts } from './preview-texts.ts';
import { refusalTexts } from './refusal-texts.ts';
import type { StayCardProps } from './stay-card.tsx';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';
import { unitSightTexts } from './unit-sight-texts.ts';

export function StayDeeds(props: StayCardProps): JSX.Element {
  const { stay, now, language, requestKey } = props;
  const say = placeTexts(language);
  const today = danishDay(now);
  const below = stayAddress(stay.id);
  const isExpected = canFollow('admit', stay.status);
  const sight = unitSight(stay);
  return (
    <>
      {sight === 'expected' && isExpected && <AdmitForm {...props} submit={say('admit')} isNext />}
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
      {sight !== 'expected' && isExpected && (
        <details>
          <summary>{unitSightTexts(language)(sight === 'offered' ? 'comingOffered' : 'coming')}</summary>
          <AdmitForm {...props} submit={unitSightTexts(language)('admitEarly')} isNext={false} />
        </details>
      )}
      {canFollow('refuse', stay.status) && !hasRunOut(stay, now) && (
        <details>
          <summary>{say('refuse')}</summary>
          <form method="post" action={`${below}/afvis/se`} className="actions">
            <Key value={requestKey} />
            <Choice
              id={`grund-${stay.id}`}
              name="grund"
              label={say('refuseReason')}
              empty={say('choose')}
              options={refusalReasons.map((one) => ({ value: one, text: say(`refusal.${one}`) }))}
            />
            <label htmlFor={`uddyb-${stay.id}`}>{refusalTexts(language)(takesBackPromise(stay.status) ? 'words' : 'wordsOther')}</label>
            <input
              className="form-input"
              id={`uddyb-${stay.id}`}
              name="uddyb"
              autoComplete="off"
              required={takesBackPromise(stay.status)}
            />
            <button className="button button-secondary" aria-label={`${say('refuse')}: ${stay.calledName}`}>
              {previewTexts(language)('see')}
            </button>
          </form>
        </details>
      )}
    </>
  );
}

type AdmitFormProps = StayCardProps & {
  readonly submit: string;
  /** Whether it is what comes next with her: the place is hers. */
  readonly isNext: boolean;
};

function AdmitForm({ stay, now, requestKey, submit, isNext, language }: AdmitFormProps): JSX.Element {
  return (
    <form method="post" action={`${stayAddress(stay.id)}/indskriv`} className="actions">
      <Key value={requestKey} />
      <ArrivalDay id={`indskriv-${stay.id}`} expected={stay.nights.arrival} today={danishDay(now)} language={language} />
      <button className={`button ${isNext ? 'button-primary' : 'button-secondary'}`} aria-label={`${submit} ${stay.calledName}`}>
        {submit}
      </button>
    </form>
  );
}
