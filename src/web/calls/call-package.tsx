/** The call itself as it was sent out: who is asked about, what is asked, and with which reservations. */
import type { JSX } from 'react';
import { type CallPackage, countQuestionIds, periodOf } from '../../domain/call/package.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs } from '../ui/pieces.tsx';
import { callTexts } from './texts.ts';

export function Package({ call, language }: { readonly call: CallPackage; readonly language: Language }): JSX.Element {
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
