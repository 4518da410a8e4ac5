/** The forms of the assessment: the criteria one by one, the professional's judgement, the level of care. */
import type { JSX } from 'react';
import { assessTargetGroup, type CriteriaAnswers, criteriaOf2019, criterionIds } from '../../domain/pathway/criteria.ts';
import { type CriterionAnswer, levelsOfCare } from '../../domain/pathway/facts.ts';
import { type Option, RadioGroup, TextArea, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import type { FormProps, PathwayForm } from './form.ts';
import { formTexts } from './form-texts.ts';
import { readByHer } from './read-by-her.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

const said = ['met', 'not-met', 'unclear'] as const satisfies readonly CriterionAnswer[];

export const criteriaForm: PathwayForm = {
  action: 'assess-criteria',
  path: 'kriterier',
  permission: 'pathway:assess',
  asksDay: true,
  View: CriteriaView,
  read(reader) {
    const given = criteriaOf2019.criteria.map(({ id }, index) => {
      const number = index + 1;
      const answer = reader.choice(`svar-${id}`, said, 'error.criterion', { number });
      const reason = reader.text(`grund-${id}`, 'error.criterionReason', { number });
      return [id, { answer: answer ?? 'unclear', reason }] as const;
    });
    const answers = Object.fromEntries(given) as CriteriaAnswers;
    const { edition, outcome } = assessTargetGroup(answers);
    return { type: 'criteria-assessed', edition, answers, outcome };
  },
};

export const judgementForm: PathwayForm = {
  action: 'judge-target-group',
  path: 'vurdering',
  permission: 'pathway:assess',
  asksDay: true,
  View: JudgementView,
  read(reader) {
    const answer = reader.choice('i-maalgruppen', ['ja', 'nej']);
    const reason = reader.text('grund', 'error.reason');
    return answer && { type: 'target-group-judged', inTargetGroup: answer === 'ja', reason };
  },
};

export const needForm: PathwayForm = {
  action: 'assess-need',
  path: 'indsatsniveau',
  permission: 'pathway:assess',
  asksDay: true,
  View: NeedView,
  read(reader) {
    const level = reader.choice('niveau', levelsOfCare);
    const reason = reader.text('grund', 'error.reason');
    return level && { type: 'need-assessed', level, reason };
  },
};

/** The three levels as choices, each with what it is. */
export function levelOptions(language: Language): readonly Option[] {
  const [word, say] = [wordTexts(language), formTexts(language)];
  return levelsOfCare.map((level) => ({ value: level, text: word(`level.${level}`), hint: say(`form.level.${level}`) }));
}

function CriteriaView({ language, values, errors }: FormProps): JSX.Element {
  const [say, page, word] = [formTexts(language), pathwayTexts(language), wordTexts(language)];
  return (
    <>
      <p>{say('form.criteria.intro')}</p>
      {criteriaOf2019.criteria.map(({ id, kind, officialText }, index) => (
        <div className="card" key={id}>
          <RadioGroup
            name={`svar-${id}`}
            label={say('form.criterion', { number: index + 1, text: word(`question.${id}`) })}
            hint={page(kind)}
            errors={errors}
            value={values.text(`svar-${id}`)}
            options={said.map((answer) => ({ value: answer, text: word(`criterion.${answer}`) }))}
          />
          <TextField
            name={`grund-${id}`}
            label={say('form.why')}
            hint={readByHer(language)}
            errors={errors}
            value={values.text(`grund-${id}`)}
            required
          />
          <details>
            <summary>{say('form.official')}</summary>
            <p lang="da">{officialText}</p>
          </details>
        </div>
      ))}
      <p className="quiet">{say('form.criteria.source', { source: criteriaOf2019.source })}</p>
    </>
  );
}

function JudgementView({ language, values, errors, pathway }: FormProps): JSX.Element {
  const [say, word] = [formTexts(language), wordTexts(language)];
  const given = pathway.targetGroup?.answers ?? {};
  const unclear = criterionIds.flatMap((id) => (given[id]?.answer === 'unclear' ? [{ id, reason: given[id].reason }] : []));
  const options = [
    { value: 'ja', text: say('form.yes') },
    { value: 'nej', text: say('form.no') },
  ];
  return (
    <>
      {unclear.length > 0 && (
        <Card heading={say('form.unclear')}>
          <ul>
            {unclear.map(({ id, reason }) => (
              <li key={id}>
                <strong>{word(`question.${id}`)}</strong> {reason}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <RadioGroup
        name="i-maalgruppen"
        label={say('form.inTargetGroup')}
        errors={errors}
        value={values.text('i-maalgruppen')}
        options={options}
      />
      <TextArea name="grund" label={say('form.why')} hint={readByHer(language)} errors={errors} value={values.text('grund')} required />
    </>
  );
}

function NeedView({ language, values, errors }: FormProps): JSX.Element {
  const say = formTexts(language);
  return (
    <>
      <RadioGroup name="niveau" label={say('form.level')} errors={errors} value={values.text('niveau')} options={levelOptions(language)} />
      <TextArea name="grund" label={say('form.why')} hint={say('form.notHersHint')} errors={errors} value={values.text('grund')} required />
    </>
  );
}
