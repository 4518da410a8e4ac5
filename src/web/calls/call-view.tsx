/** A call's page: what is asked, who has answered, what is mine to do, and the reports. */
import { compareNames, inDanishOrder } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { callLifecycle, takesAnswers, type CallStep } from '../../domain/call/lifecycle.ts';
import { type CallPackage, countQuestionIds, periodOf } from '../../domain/call/package.ts';
import type { ReportPlace } from '../../domain/call/numbers.ts';
import type { Edition } from '../../domain/disclosure/publishable.ts';
import { municipalities, municipality } from '../../domain/geography/municipalities.ts';
import { regionsOn } from '../../domain/geography/regions.ts';
import type { Id } from '../../domain/id.ts';
import type { Role } from '../../domain/trail.ts';
import type { CallProgress, StoredAnswer } from '../../store/call.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet, Strip, Tag } from '../ui/pieces.tsx';
import { answerAddress, callAddress, reportAddress } from './addresses.ts';
import { secondLookTexts } from '../release/second-look-words.ts';
import { releasesAddress, releaseTexts } from '../release/texts.ts';
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

export type CallViewProps = {
  readonly call: CallPackage;
  readonly progress: CallProgress;
  readonly language: Language;
  /** The municipality that the reader answers for; null for those who answer for none. */
  readonly own: Id<'municipality'> | null;
  readonly mayAnswer: boolean;
  readonly role: Role;
  readonly editionsOf: (place: ReportPlace) => readonly Edition[];
  /** What the public edition still wants; null where it is there. */
  readonly missingEdition: 'not-reported' | 'not-made' | null;
  /** Whether the reader may make it. */
  readonly mayMake: boolean;
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

type ReportsProps = Pick<CallViewProps, 'call' | 'language' | 'editionsOf' | 'missingEdition' | 'mayMake'>;

function Reports({ call, language, editionsOf, missingEdition, mayMake }: ReportsProps): JSX.Element {
  const say = callTexts(language);
  // Before the call is reported, what some may read of the public edition is a draft of it.
  const nameOf = (edition: Edition) => (edition === 'public' && missingEdition === 'not-reported' ? 'publicDraft' : edition);
  const places: readonly { readonly place: ReportPlace; readonly name: string }[] = [
    { place: 'danmark', name: say('national') },
    ...regionsOn(call.answerBy).map(({ id, name }) => ({ place: id, name })),
  ];
  return (
    <Card heading={say('reports')}>
      {missingEdition && (
        <p>
          {releaseTexts(language)(missingEdition === 'not-made' ? 'editionNotMade' : 'editionNotReported')}{' '}
          {missingEdition === 'not-made' && mayMake && (
            <a href={`${releasesAddress}?maade=report&udmelding=${call.id}#udgiv`}>{releaseTexts(language)('makeReport')}</a>
          )}
        </p>
      )}
      <ul className="bare columns">
        {places.map(({ place, name }) => (
          <li key={place}>
            <strong>{name}</strong>
            <br />
            {editionsOf(place).length === 0 && <span className="quiet">{releaseTexts(language)('noEdition')}</span>}
            {editionsOf(place).map((edition) => (
              <span key={edition}>
                <a href={reportAddress(call.id, place, edition)} aria-label={`${name}, ${say(nameOf(edition))}`}>
                  {say(nameOf(edition))}
                </a>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

type AnswersProps = {
  readonly call: CallPackage;
  readonly answers: readonly StoredAnswer[];
  readonly mayAnswer: boolean;
  readonly language: Language;
};

function Answers({ call, answers, mayAnswer, language }: AnswersProps): JSX.Element {
  const say = callTexts(language);
  const columns = countQuestionIds.flatMap((question) => call.years.map((year) => ({ question, year })));
  return (
    <>
      <h2>{say('answers')}</h2>
      <Sheet caption={say('answersCaption')}>
        <thead>
          <tr>
            <th scope="col">{say('municipality')}</th>
            {columns.map(({ question, year }) => (
              <th key={`${question}${year}`} scope="col" className="number">
                {say(question === 'any' ? 'anyShort' : 'residentialShort', { year: String(year) })}
              </th>
            ))}
            <th scope="col">{say('origin')}</th>
          </tr>
        </thead>
        <tbody>
          {byName(answers).map(({ answer }) => {
            const name = municipality(answer.municipality)?.name ?? answer.municipality;
            return (
              <tr key={answer.municipality}>
                <th scope="row">{mayAnswer ? <a href={answerAddress(call.id, answer.municipality)}>{name}</a> : name}</th>
                {countQuestionIds.flatMap((question) =>
                  answer.counts[question].counts.map((count, index) => (
                    <td key={`${question}${call.years[index]}`} className="number">
                      {count}
                    </td>
                  )),
                )}
                <td>{say(`origin.${answer.counts.any.origin}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </Sheet>
    </>
  );
}

function Package({ call, language }: { readonly call: CallPackage; readonly language: Language }): JSX.Element {
  const say = callTexts(language);
  const { targetGroup: group } = call;
  // The package is a Danish document: it is quoted in Danish in both languages.
  return (
    <div className="columns">
      <Card heading={say('call')}>
        <Pairs
          pairs={[
            [say('issuedBy'), call.issuedBy],
            [say('issued'), dayText(call.issued, language)],
            [say('answerBy'), dayText(call.answerBy, language)],
            [say('legalBasis'), call.legalBasis.text],
          ]}
        />
        <p className="quiet" lang="da">
          {say('sourceOfPackage', { source: call.source })}
        </p>
      </Card>
      <Card heading={say('targetGroup')}>
        <p>{say('inclusion')}:</p>
        <ul lang="da">
          {group.inclusion.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
        <p>{say('exclusion')}:</p>
        <ul lang="da">
          {group.exclusion.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </Card>
      <Card heading={say('questions')}>
        <dl lang="da">
          {countQuestionIds.map((question) => (
            <div key={question}>
              <dt>
                {call.questions[question].title}, {periodOf(call)}
              </dt>
              <dd className="quiet">{call.questions[question].definition.text}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card heading={say('themes')}>
        <ol lang="da">
          {call.themes.map(({ number, text }) => (
            <li key={number}>{text}</li>
          ))}
        </ol>
      </Card>
      <Card heading={say('reservations')}>
        <ul lang="da">
          {call.reservations.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function completenessText({ answered }: CallProgress, language: Language): string {
  return callTexts(language)('completeness', { answered: answered.length, asked: municipalities.length });
}

/** In the order of the Danish alphabet: people look for a Danish name. */
function byName(answers: readonly StoredAnswer[]): readonly StoredAnswer[] {
  const nameOf = ({ answer }: StoredAnswer): string => municipality(answer.municipality)?.name ?? answer.municipality;
  return answers.toSorted((a, b) => compareNames(nameOf(a), nameOf(b)));
}
