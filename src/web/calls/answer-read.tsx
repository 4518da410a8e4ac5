/** A municipality's answer to read: what was answered, and why it cannot be changed now. */
import type { JSX } from 'react';
import type { RawAnswer } from '../../domain/call/answer.ts';
import type { CallStatus } from '../../domain/call/lifecycle.ts';
import { type CallPackage, countQuestionIds, periodOf } from '../../domain/call/package.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Alert, Sheet } from '../ui/pieces.tsx';
import { callTexts } from './texts.ts';

const readTexts = catalogue(
  {
    issued: '',
    answered: '',
    validated:
      'Svaret kan ikke rettes nu: styrelsen har lukket udmeldingen for svar, mens svarene gennemgås. Er der en fejl, så skriv til styrelsen, der kan åbne for svar igen.',
    reported: 'Svaret kan ikke rettes: udmeldingen er afrapporteret, og svaret indgår i rapporten, som den er afgivet.',
    assessed: 'Svaret kan ikke rettes: udmeldingen er afrapporteret og vurderet, og svaret indgår i rapporten, som den er afgivet.',
    'asked-again': 'Svaret kan ikke rettes: det indgår i rapporten. Styrelsen har bedt om fornyet behandling; den har sin egen udmelding.',
    closed: 'Svaret kan ikke rettes: udmeldingen er afsluttet.',
    none: 'Kommunen har ikke svaret på udmeldingen.',
    caption: 'Det, kommunen har svaret',
    captionTyped: 'Det, du skrev, og som ikke er gemt',
    question: 'Spørgsmål',
    by: 'Besvaret af {name}.',
  },
  {
    issued: '',
    answered: '',
    validated:
      'The answer cannot be changed now: the agency has closed the call for answers while they are reviewed. If something is wrong, write to the agency, which can open for answers again.',
    reported: 'The answer cannot be changed: the call is reported, and the answer is part of the report as it was given.',
    assessed: 'The answer cannot be changed: the call is reported and assessed, and the answer is part of the report as it was given.',
    'asked-again': 'The answer cannot be changed: it is part of the report. The agency has asked again, which is a call of its own.',
    closed: 'The answer cannot be changed: the call has ended.',
    none: 'The municipality has not answered the call.',
    caption: 'What the municipality has answered',
    captionTyped: 'What you wrote, which was not saved',
    question: 'Question',
    by: 'Answered by {name}.',
  },
);

type Props = {
  readonly call: CallPackage;
  readonly status: CallStatus;
  /** `null` where there is no answer. */
  readonly answer: RawAnswer | null;
  /** What was sent too late, and not an answer that stands. */
  readonly isUnsaved?: boolean;
  readonly language: Language;
};

export function AnswerRead({ call, status, answer, isUnsaved = false, language }: Props): JSX.Element {
  const say = readTexts(language);
  const word = callTexts(language);
  return (
    <>
      <Alert tone="attention">
        {isUnsaved && <p>{word('closed')}</p>}
        <p>{say(status)}</p>
      </Alert>
      {answer === null ? (
        <p>{say('none')}</p>
      ) : (
        <>
          <div className="stacked labelled">
            <Sheet caption={say(isUnsaved ? 'captionTyped' : 'caption')}>
              <thead>
                <tr>
                  <th scope="col">{say('question')}</th>
                  {call.years.map((year) => (
                    <th key={year} scope="col" className="number">
                      {year}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {word('total', { period: periodOf(call) })}
                  </th>
                </tr>
              </thead>
              <tbody>
                {countQuestionIds.map((question) => (
                  <tr key={question}>
                    <th scope="row" lang="da">
                      {call.questions[question].title}
                    </th>
                    {call.years.map((year, index) => (
                      <td key={year} className="number" data-label={String(year)}>
                        {answer.counts[question].years[index] ?? ''}
                      </td>
                    ))}
                    <td className="number" data-label={word('total', { period: periodOf(call) })}>
                      {answer.counts[question].total}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Sheet>
          </div>
          <p className="quiet">{say('by', { name: answer.answeredBy })}</p>
        </>
      )}
    </>
  );
}
