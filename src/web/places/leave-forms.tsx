/** Nights away: written, put right, taken back; and, while she is away, that she is back. */
import type { JSX } from 'react';
import { leaveOn, leaveReasons } from '../../domain/placement/leave.ts';
import { addDays, danishDay } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import { stayAddress } from './addresses.ts';
import { Choice, DayField, Key, WordsField } from './deed-fields.tsx';
import { putRightTexts } from './put-right-texts.ts';
import type { StayCardProps } from './stay-card.tsx';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';

export function LeaveForms(props: StayCardProps): JSX.Element {
  const { stay, now, language, requestKey } = props;
  const say = stayTexts(language);
  const today = danishDay(now);
  const away = leaveOn(stay.leaves, today);
  return (
    <>
      {away && (
        <form method="post" action={`${stayAddress(stay.id)}/tilbage`} className="actions">
          <Key value={requestKey} />
          <input type="hidden" name="dag" value={today} />
          <button className="button button-primary" aria-label={`${say('returnNow')}: ${stay.calledName}`}>
            {say('returnNow')}
          </button>
        </form>
      )}
      <PutRightForms {...props} />
      {!away && <NewLeave {...props} />}
    </>
  );
}

function NewLeave({ stay, now, language, requestKey }: StayCardProps): JSX.Element {
  const say = stayTexts(language);
  const today = danishDay(now);
  return (
    <details>
      <summary>{say('leaveHeading')}</summary>
      <p>{say('leaveIntro')}</p>
      <form method="post" action={`${stayAddress(stay.id)}/orlov`} className="actions">
        <Key value={requestKey} />
        <LeaveFields id={stay.id} language={language} from={today} back={addDays(today, 2)} reason="" text="" />
        <button className="button button-secondary" aria-label={`${say('leaveSave')}: ${stay.calledName}`}>
          {say('leaveSave')}
        </button>
      </form>
    </details>
  );
}

/** Each leave that is not over: other days, another reason, or taken back; always with why. */
function PutRightForms({ stay, now, language, requestKey }: StayCardProps): JSX.Element {
  const say = putRightTexts(language);
  const below = `${stayAddress(stay.id)}/orlov`;
  return (
    <>
      {stay.leaves
        .filter(({ back }) => back > danishDay(now))
        .map(({ from, back, reason, text }) => (
          <details key={`${from} ${back}`}>
            <summary>{say('putRightLeave', { from: dayText(from, language), back: dayText(back, language) })}</summary>
            <form method="post" className="actions">
              <Key value={requestKey} />
              <input type="hidden" name="var-fra" value={from} />
              <input type="hidden" name="var-tilbage" value={back} />
              <LeaveFields id={`${stay.id}-${from}`} language={language} from={from} back={back} reason={reason} text={text} />
              <WordsField id={`hvorfor-${stay.id}-${from}`} name="hvorfor" label={say('why')} />
              <button className="button button-secondary" formAction={`${below}/ret`} aria-label={`${say('correct')}: ${stay.calledName}`}>
                {say('correct')}
              </button>
              <button
                className="button button-secondary"
                formAction={`${below}/slet`}
                aria-label={`${say('withdraw')}: ${stay.calledName}`}
              >
                {say('withdraw')}
              </button>
            </form>
          </details>
        ))}
    </>
  );
}

type LeaveFieldsProps = Readonly<Record<'id' | 'from' | 'back' | 'reason' | 'text', string>> & Pick<StayCardProps, 'language'>;

function LeaveFields({ id, language, from, back, reason, text }: LeaveFieldsProps): JSX.Element {
  const say = stayTexts(language);
  return (
    <>
      <DayField id={`orlov-fra-${id}`} name="fra" label={say('leaveFrom')} value={from} />
      <DayField id={`orlov-til-${id}`} name="tilbage" label={say('leaveBack')} value={back} />
      <Choice
        id={`orlov-grund-${id}`}
        name="grund"
        label={say('leaveReason')}
        empty={placeTexts(language)('choose')}
        value={reason}
        options={leaveReasons.map((one) => ({ value: one, text: say(`leave.${one}`) }))}
      />
      <WordsField id={`orlov-ord-${id}`} name="ord" label={say('leaveText')} value={text} />
    </>
  );
}
