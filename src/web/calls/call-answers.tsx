/** The answers to a call that the reader may see, one row for each municipality. */
import type { JSX } from 'react';
import { type CallPackage, countQuestionIds } from '../../domain/call/package.ts';
import { compareNames } from '../../domain/danish-order.ts';
import { municipality } from '../../domain/geography/municipalities.ts';
import type { StoredAnswer } from '../../store/call.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { answerAddress } from './addresses.ts';
import { callTexts } from './texts.ts';

type AnswersProps = {
  readonly call: CallPackage;
  readonly answers: readonly StoredAnswer[];
  readonly mayAnswer: boolean;
  readonly language: Language;
};

export function Answers({ call, answers, mayAnswer, language }: AnswersProps): JSX.Element {
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

/** In the order of the Danish alphabet: people look for a Danish name. */
function byName(answers: readonly StoredAnswer[]): readonly StoredAnswer[] {
  const nameOf = ({ answer }: StoredAnswer): string => municipality(answer.municipality)?.name ?? answer.municipality;
  return answers.toSorted((a, b) => compareNames(nameOf(a), nameOf(b)));
}
