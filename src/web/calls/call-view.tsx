/** A call's page: what is asked, who has answered, what is mine to do, and the reports. */
import { inDanishOrder } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { callLifecycle, takesAnswers, type CallStep } from '../../domain/call/lifecycle.ts';
import type { CallPackage } from '../../domain/call/package.ts';
import { municipalities, municipality } from '../../domain/geography/municipalities.ts';
import type { Id } from '../../domain/id.ts';
import type { Role } from '../../domain/trail.ts';
import type { CallProgress } from '../../store/call.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet, Strip, Tag } from '../ui/pieces.tsx';
import { answerAddress, callAddress } from './addresses.ts';
import { Answers } from './call-answers.tsx';
import { Package } from './call-package.tsx';
import { Reports, type ReportsProps } from './call-reports.tsx';
import { secondLookTexts } from '../release/second-look-words.ts';
import { callTexts } from './texts.ts';

type ListedCall = { readonly package: CallPackage; readonly progress: CallProgress };

export function CallList({ calls, language }: { readonly calls: readonly ListedCall[]; readonly language: Language }): JSX.Element {
  const say = callTexts(language);
  return (
    <Sheet caption={say('callsCaption')}>
      <thead>
        <tr>
          <th scope="col">{say('call')}</th>
          <th scope="col">{say('issued')}</th>
          <th scope="col">{say('answerBy')}</th>
          <th scope="col">{say('status')}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ package: call, progress }) => (
          <tr key={call.id}>
            <th scope="row">
              <a href={callAddress(call.id)}>{call.title}</a>
            </th>
            <td>{dayText(call.issued, language)}</td>
            <td>{dayText(call.answerBy, language)}</td>
            <td>{completenessText(progress, language)}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}

export type CallViewProps = ReportsProps & {
  readonly progress: CallProgress;
  /** The municipality that the reader answers for; null for those who answer for none. */
  readonly own: Id<'municipality'> | null;
  readonly mayAnswer: boolean;
  readonly role: Role;
  /** What is asked of the agency, and the steps that it has taken. */
  readonly requests: JSX.Element;
  readonly course: JSX.Element;
};

export function CallView({ call, progress, language, own, mayAnswer, role, requests, course, ...reports }: CallViewProps): JSX.Element {
  const say = callTexts(language);
  const answered = new Set(progress.answered.map((row) => row.municipality));
  const missing = inDanishOrder(
    municipalities.filter(({ id }) => !answered.has(id)),
    ({ name }) => name,
  );
  const mine = own && municipality(own);
  const isOpen = takesAnswers(progress.status);
  return (
    <>
      <Strip>
        <p>
          <strong>{completenessText(progress, language)}</strong>
        </p>
        <p>
          {say('answerBy')}: {dayText(call.answerBy, language)}
        </p>
        <p>
          {say('status')}: <Tag tone="accent">{say(`status.${progress.status}`)}</Tag>
        </p>
        {mine && (
          <p>
            {say('myAnswer')}:{' '}
            <a href={answerAddress(call.id, mine.id)}>
              {isOpen ? (answered.has(mine.id) ? say('openAnswer') : say('giveAnswer')) : say('seeAnswer')}
            </a>
          </p>
        )}
      </Strip>
      {missing.length > 0 && <p>{say('missing', { names: missing.map(({ name }) => name).join(', ') })}</p>}
      {requests}
      {role === 'approver' && (
        <Card heading={secondLookTexts(language)('ofApprover')}>
          <p>{secondLookTexts(language)('ofApproverText')}</p>
          <p>{secondLookTexts(language)('ofApproverRead')}</p>
        </Card>
      )}
      <Steps call={call} progress={progress} role={role} language={language} />
      <Reports call={call} language={language} {...reports} />
      {progress.answers.length > 0 && <Answers call={call} answers={progress.answers} mayAnswer={mayAnswer} language={language} />}
      {course}
      <Package call={call} language={language} />
    </>
  );
}

/** The steps that the reader may take now, from the lifecycle's own table. */
function Steps({ call, progress, role, language }: Pick<CallViewProps, 'call' | 'progress' | 'role' | 'language'>): JSX.Element | null {
  const steps: readonly CallStep[] = callLifecycle[progress.status].steps;
  const own = steps.filter(({ by }) => by === role);
  if (own.length === 0) return null;
  return (
    <details className="card">
      <summary>{callTexts(language)('moveCall')}</summary>
      <form method="get" action={`${callAddress(call.id)}/status`} className="actions">
        <p>{callTexts(language)('movesAll')}</p>
        {own.map(({ to }) => (
          <button key={to} className="button button-secondary" name="til" value={to}>
            {callTexts(language)(`step.${to}`)}
          </button>
        ))}
      </form>
    </details>
  );
}

function completenessText({ answered }: CallProgress, language: Language): string {
  return callTexts(language)('completeness', { answered: answered.length, asked: municipalities.length });
}
