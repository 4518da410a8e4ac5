/** The page before the agency takes a step with a call, and what the status that a call has come to means for those who answer and compile. */
import type { JSX } from 'react';
import { type CallStatus, leadsBackTo } from '../../domain/call/lifecycle.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import type { CallEvent } from '../../domain/call/step-request.ts';
import { ErrorSummary, TextArea } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card, Strip } from '../ui/pieces.tsx';
import { callAddress } from './addresses.ts';
import { stepTexts } from './step-words.ts';
import { callTexts } from './texts.ts';

type StepProps = {
  readonly call: CallPackage;
  readonly from: CallStatus;
  readonly to: CallStatus;
  /** What was written, and what is wrong with it; `null` where nothing is. */
  readonly words: string;
  readonly error: string | null;
  readonly language: Language;
};

export function StepView({ call, from, to, words, error, language }: StepProps): JSX.Element {
  const say = stepTexts(language);
  const step = callTexts(language)(`step.${to}`);
  const errors = error === null ? {} : { ord: error };
  return (
    <>
      <ErrorSummary heading={step} errors={errors} />
      <Card heading={say('follows')}>
        <ul>
          <li>{say(`for.${to}`)}</li>
          <li>{say('all')}</li>
          {!leadsBackTo(to, from) && (
            <li>
              <strong>{say('final')}</strong>
            </li>
          )}
        </ul>
      </Card>
      <form method="post" action={`${callAddress(call.id)}/status`} className="card no-print">
        <input type="hidden" name="til" value={to} />
        {to === 'asked-again' && <TextArea name="ord" label={say('reason')} hint={say('reasonHint')} errors={errors} value={words} />}
        <div className="actions">
          <button type="submit" className="button button-primary">
            {say('go', { step })}
          </button>
          <a href={callAddress(call.id)}>{say('back')}</a>
        </div>
      </form>
    </>
  );
}

/** Those in which answers can no longer change: each means something else to those who gave them. */
const settledStatuses = ['reported', 'assessed', 'asked-again', 'closed'] as const satisfies readonly CallStatus[];

/** What the call's status means for those who answer and compile; nothing while answers can still change. */
export function StatusMeans({
  status,
  events,
  language,
}: {
  readonly status: CallStatus;
  readonly events: readonly CallEvent[];
  readonly language: Language;
}): JSX.Element | null {
  const say = stepTexts(language);
  const settled = settledStatuses.find((one) => one === status);
  if (!settled) return null;
  const reasons = events.flatMap((event) => (event.type === 'status-changed' && event.words !== '' ? [event.words] : []));
  return (
    <Strip>
      <p>{say(`means.${settled}`)}</p>
      {reasons.map((words) => (
        <p key={words}>{say('reasoned', { words })}</p>
      ))}
    </Strip>
  );
}
