/** The target-group result per criterion with its reason, in the words of the call. */
import type { JSX } from 'react';
import { assessTargetGroup, type CriteriaAnswers, criteriaOf2019 } from '../../domain/pathway/criteria.ts';
import type { Pathway, TargetGroup } from '../../domain/pathway/state.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet, Tag } from '../ui/pieces.tsx';
import { formTexts } from './form-texts.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

const tones = { 'in-target-group': 'done', 'not-in-target-group': 'accent', 'professional-decides': 'attention' } as const;

export function TargetGroupResult({ pathway, language }: { readonly pathway: Pathway; readonly language: Language }): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const { targetGroup } = pathway;
  if (targetGroup === null) return <p>{say('targetGroupNone')}</p>;
  const { on, outcome, judged, edition, answers } = targetGroup;
  return (
    <>
      <p>
        {judged ? (
          <Tag tone={judged.inTargetGroup ? 'done' : 'accent'}>{say(judged.inTargetGroup ? 'outcomeJudgedIn' : 'outcomeJudgedOut')}</Tag>
        ) : (
          <Tag tone={tones[outcome]}>{word(`outcome.${outcome}`)}</Tag>
        )}{' '}
        {dayText(judged?.on ?? on, language)}
      </p>
      {judged && (
        <p>
          {say(judged.inTargetGroup ? 'judgedIn' : 'judgedOut', {
            name: judged.byName,
            day: dayText(judged.on, language),
            reason: judged.reason,
          })}
        </p>
      )}
      <Consequence targetGroup={targetGroup} language={language} />
      <Sheet caption={say('editionOf', { edition: edition === criteriaOf2019.id ? criteriaOf2019.name : edition })}>
        <thead>
          <tr>
            <th scope="col">{say('criterion')}</th>
            <th scope="col">{say('answer')}</th>
            <th scope="col">{say('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {criteriaOf2019.criteria.map(({ id, officialText, kind }) => {
            const given = answers[id];
            return (
              <tr key={id}>
                <th scope="row">
                  {word(`question.${id}`)} <span className="quiet">({say(kind)})</span>
                  <details>
                    <summary>{formTexts(language)('form.official')}</summary>
                    <p lang="da">{officialText}</p>
                  </details>
                </th>
                <td>{given ? word(`criterion.${given.answer}`) : '–'}</td>
                <td>{given?.reason}</td>
              </tr>
            );
          })}
        </tbody>
      </Sheet>
    </>
  );
}

/** What is near at hand when she is outside, and whether the answers fit each other. */
function Consequence({ targetGroup, language }: { readonly targetGroup: TargetGroup; readonly language: Language }): JSX.Element | null {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const answers = completeAnswers(targetGroup.answers);
  if (targetGroup.edition !== criteriaOf2019.id || answers === null) return null;
  const result = assessTargetGroup(answers);
  return (
    <>
      {result.outcome === 'not-in-target-group' && <p>{say('insteadNear', { what: word(`instead.${result.instead}`) })}</p>}
      {result.contradicting && <p>{say('contradicting')}</p>}
    </>
  );
}

function completeAnswers(answers: TargetGroup['answers']): CriteriaAnswers | null {
  return criteriaOf2019.criteria.every(({ id }) => Object.hasOwn(answers, id)) ? (answers as CriteriaAnswers) : null;
}
