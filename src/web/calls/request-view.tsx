/** A secretariat's request to the agency: the form, what waits for the agency, and the course of the call that all see. */
import type { JSX } from 'react';
import { isReleased, takesAnswers } from '../../domain/call/lifecycle.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import { type CallEvent, openRequests } from '../../domain/call/step-request.ts';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { regionKey, regionOf } from '../../domain/geography/regions.ts';
import type { Id } from '../../domain/id.ts';
import type { CallProgress } from '../../store/call.ts';
import { releasesAddress } from '../release/texts.ts';
import { ErrorSummary, TextArea } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { callAddress } from './addresses.ts';
import { requestTexts } from './request-words.ts';
import { callTexts } from './texts.ts';

type Props = {
  readonly call: CallPackage;
  readonly progress: CallProgress;
  readonly events: readonly CallEvent[];
  readonly language: Language;
};

/** What waits for the agency, by call; nothing where nothing waits. */
export function RequestsWaiting({
  calls,
  language,
}: {
  readonly calls: readonly Props[];
  readonly language: Language;
}): JSX.Element | null {
  const say = requestTexts(language);
  const waiting = calls.filter(({ events }) => openRequests(events).length > 0);
  if (waiting.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('waiting')}>
      <p>{say('waitingText')}</p>
      {waiting.map(({ call, events }) => (
        <div key={call.id}>
          <p>
            <a href={callAddress(call.id)}>{call.title}</a>
          </p>
          <ul>
            {openRequests(events).map(({ region, byName, organisation, words, at }) => (
              <li key={region}>
                {say('request', { organisation, name: byName, when: momentText(at, language) })}
                {words && <>: «{words}»</>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Alert>
  );
}

type AskProps = Props & {
  /** The region whose secretariat the reader is. */
  readonly region: Id<'region'>;
  readonly error: string | null;
  readonly words: string;
};

/** The form, or what became of the request. */
export function AskAgency({ call, progress, events, region, error, words, language }: AskProps): JSX.Element {
  const say = requestTexts(language);
  if (isReleased(progress.status)) {
    return (
      <p>
        {say('toRelease')} <a href={releasesAddress}>{say('releases')}</a>
      </p>
    );
  }
  const own = openRequests(events).find((one) => one.region === region);
  if (own) {
    const key = takesAnswers(progress.status) ? 'own' : 'ownClosed';
    return <p>{say(key, { when: momentText(own.at, language), name: own.byName })}</p>;
  }
  const asked = municipalities.filter((one) => regionKey(regionOf(one, call.answerBy).id) === region);
  const answered = progress.answered.filter((one) => one.region === region);
  const errors = error === null ? {} : { ord: error };
  return (
    <form method="post" action={`${callAddress(call.id)}/anmod`} className="card no-print" id="anmod">
      <h2>{say('ask')}</h2>
      <ErrorSummary heading={say('ask')} errors={errors} />
      <p>{say('askText')}</p>
      <p>{say('region', { answered: answered.length, asked: asked.length })}</p>
      <TextArea name="ord" label={say('words')} hint={say('wordsHint')} errors={errors} value={words} />
      <button type="submit" className="button button-secondary">
        {say('send')}
      </button>
    </form>
  );
}

/** Which steps the agency has taken, when and by whom; nothing where none was taken. */
export function CallCourse({ events, language }: Pick<Props, 'events' | 'language'>): JSX.Element | null {
  const steps = events.flatMap((event) => (event.type === 'status-changed' ? [event] : []));
  if (steps.length === 0) return null;
  const say = requestTexts(language);
  return (
    <Card heading={say('history')}>
      <ol>
        {steps.map(({ to, at, byName, organisation }) => (
          <li key={at}>
            {say('step', { status: callTexts(language)(`status.${to}`), when: momentText(at, language), name: byName, organisation })}
          </li>
        ))}
      </ol>
    </Card>
  );
}
