/** A study: how far it is and what there is so far, or its answer with what is needed to run it again. */
import type { JSX } from 'react';
import type { StudyState } from '../../compute/study-queue.ts';
import { firstRound } from '../../domain/planning/lab/study-rounds.ts';
import type { Study } from '../../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../../domain/planning/lab/study-answer.ts';
import type { KeptStudy } from '../../store/planning-study.ts';
import type { Moment } from '../../domain/time.ts';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs } from '../ui/pieces.tsx';
import { studiesAddress } from './addresses.ts';
import { ComparisonView } from './comparison-view.tsx';
import { SensitivityView } from './sensitivity-view.tsx';
import { studyFileTypes } from './study-files.ts';
import { labTexts } from './texts.ts';
import { Waiting } from './waiting.tsx';

/** What came of it when a kept study was run again. */
export type Compared = { readonly isSame: boolean; readonly edition: string };

/** Why a study that has no answer is not under way: somebody stopped it here, or the server was started again after it was asked. */
export type Ended = { readonly stoppedBy: string | null; readonly restarted: Moment | null };

type UnderWayProps = {
  readonly study: KeptStudy;
  readonly state: StudyState | null;
  readonly ended: Ended;
  readonly mayStop: boolean;
  readonly isStill: boolean;
  readonly language: Language;
};

export function StudyUnderWay({ study, state, ended, mayStop, isStill, language }: UnderWayProps): JSX.Element {
  const say = labTexts(language);
  const { id, question } = study;
  const address = `${studiesAddress}/${id}`;
  if (state === null || state.state === 'failed')
    return (
      <Alert tone="attention">
        <p>{say('state.asked', { who: study.byName, when: momentText(study.recorded, language) })}</p>
        <p>{state === null ? endedText(ended, language) : say('state.failed')}</p>
        <form method="post" action={`${address}/begynd`}>
          <button type="submit" className="button button-primary">
            {say('begin')}
          </button>
        </form>
      </Alert>
    );
  const answer = state.state === 'working' ? state.progress.answer : null;
  return (
    <>
      <Progress address={address} state={state} mayStop={mayStop} isStill={isStill} language={language} />
      <div data-live="partial">
        {answer ? (
          <>
            <Alert tone="attention">
              {say('state.partial', {
                replications: numberText(answer.replications, language),
                points: numberText(100 * question.effort.points, language),
              })}
            </Alert>
            <AnswerView question={question} answer={answer} language={language} />
          </>
        ) : (
          <p>{say('nothingYet', { replications: numberText(firstRound, language) })}</p>
        )}
      </div>
    </>
  );
}

function endedText({ stoppedBy, restarted }: Ended, language: Language): string {
  const say = labTexts(language);
  if (stoppedBy !== null) return say('state.stoppedBy', { who: stoppedBy });
  return restarted === null ? say('state.stopped') : say('state.restarted', { when: momentText(restarted, language) });
}

type ProgressProps = {
  readonly address: string;
  readonly state: Exclude<StudyState, { readonly state: 'failed' }>;
  readonly mayStop: boolean;
  readonly isStill: boolean;
  readonly language: Language;
};

function Progress({ address, state, mayStop, isStill, language }: ProgressProps): JSX.Element {
  const say = labTexts(language);
  const progress = state.state === 'working' ? state.progress : null;
  const share = progress ? Math.floor((100 * progress.done) / Math.max(1, progress.total)) : 0;
  const text = (done: number): string =>
    state.state === 'waiting' ? say('state.waiting', { before: state.before }) : say('state.working', { share: done });
  return (
    <Waiting address={address} isStill={isStill} language={language}>
      <p data-live="progress">{text(share)}</p>
      <span data-live="bar">
        <progress max={100} value={share} aria-label={say('progressTitle')} />
      </span>
      {/* Said aloud at every tenth, and not at every look. */}
      <p className="sr-only" role="status" data-live="said">
        {text(share - (share % 10))}
      </p>
      {mayStop && (
        <form method="post" action={`${address}/stop`}>
          <button type="submit" className="button button-secondary">
            {say('stop')}
          </button>
        </form>
      )}
    </Waiting>
  );
}

type AnsweredProps = {
  readonly study: KeptStudy;
  readonly answer: StudyAnswer;
  /** Whether it is being run again, and what came of it the last time on this server. */
  readonly again: { readonly state: StudyState | null; readonly mayStop: boolean; readonly compared: Compared | null };
  readonly isStill: boolean;
  readonly language: Language;
};

export function StudyAnswered({ study, answer, again, isStill, language }: AnsweredProps): JSX.Element {
  const say = labTexts(language);
  const address = `${studiesAddress}/${study.id}`;
  const { state, compared } = again;
  const isUnderWay = state !== null && state.state !== 'failed';
  return (
    <>
      {isUnderWay && <Progress address={address} state={state} mayStop={again.mayStop} isStill={isStill} language={language} />}
      {state?.state === 'failed' && <Alert tone="attention">{say('againFailed')}</Alert>}
      {compared && !isUnderWay && (
        <Alert tone={compared.isSame ? 'notice' : 'attention'}>
          {compared.isSame ? say('same') : say('differs', { before: study.edition, now: compared.edition })}
        </Alert>
      )}
      <p className="no-print">
        {say('downloads')}:{' '}
        {studyFileTypes.map((type) => (
          <span key={type}>
            <a href={`${address}/tal.${type}`}>{say(`download.${type}`)}</a>{' '}
          </span>
        ))}
      </p>
      <AnswerView question={study.question} answer={answer} language={language} />
      <Card heading={say('record')}>
        <Pairs
          pairs={[
            [say('replications'), numberText(answer.replications, language)],
            [
              say('precisionReached'),
              say('precisionText', {
                asked: numberText(100 * study.question.effort.points, language),
                points: numberText(Number((100 * answer.widest).toFixed(1)), language),
              }),
            ],
            [say('seed'), String(study.question.effort.seed)],
            [say('edition'), study.edition],
            [say('askedBy'), `${study.byName}, ${momentText(study.recorded, language)}`],
          ]}
        />
        <form method="post" action={`${address}/igen`} className="no-print">
          <button type="submit" className="button button-secondary">
            {say('again')}
          </button>
        </form>
      </Card>
    </>
  );
}

type AnswerProps = { readonly question: Study; readonly answer: StudyAnswer; readonly language: Language };

function AnswerView({ question, answer, language }: AnswerProps): JSX.Element | null {
  if (question.kind === 'comparison' && answer.kind === 'comparison')
    return <ComparisonView study={question} answer={answer} language={language} />;
  return question.kind === 'sensitivity' && answer.kind === 'sensitivity' ? (
    <SensitivityView study={question} answer={answer} language={language} />
  ) : null;
}
