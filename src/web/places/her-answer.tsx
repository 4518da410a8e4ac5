/** What she says to the place that is found for her, as fields of a form: her answer, who asked her, when and how, and why it is missing. */
import type { JSX } from 'react';
import { answerReasons } from '../../domain/pathway/facts.ts';
import { askedWays, type HerAnswer, type PlaceAnswer, placeAnswers } from '../../domain/pathway/her-answer.ts';
import { heldBeforeYesReasons } from '../../domain/pathway/her-yes.ts';
import type { Day } from '../../domain/time.ts';
import type { AnswerGiven } from '../../store/placement-her-answer.ts';
import { dayIn, type Fields } from '../form.ts';
import { readByHer } from '../pathways/read-by-her.ts';
import { wordTexts } from '../pathways/word-texts.ts';
import { type FieldErrors, RadioGroup, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { herAnswerTexts } from './her-answer-texts.ts';
import { herYesTexts } from './her-yes-texts.ts';
import { ofThisPlaceTexts } from './of-this-place-texts.ts';

const own = {
  answer: 'svar-plads',
  asks: 'svar-plads-spurgt',
  by: 'svar-plads-af',
  way: 'svar-plads-hvordan',
  on: 'svar-plads-dag',
  whyNo: 'svar-plads-grund',
  whyNotYet: 'svar-plads-hvorfor',
  written: 'svar-plads-ord',
} as const;

/** What the page that writes her answer is asked with where she says no. */
export const sayNo = `${own.answer}=no`;

/** What is chosen between where something else is done at once: that she cannot be asked is written by itself. */
export const answersWhenDoing = placeAnswers.filter((answer) => answer !== 'not-possible');

/** Her answer as a form says it; `null` where the form did not ask, was not answered, or lacks what `herAnswerErrors` names. */
export function herAnswerIn(fields: Fields, today: Day): AnswerGiven | null {
  const on = dayIn(fields, own.on) ?? today;
  const said = saidIn(fields);
  return said && { said, on: said.answer === 'yes' || said.answer === 'no' ? on : today };
}

function saidIn(fields: Fields): HerAnswer | null {
  const answer = placeAnswers.find((one) => one === fields.text(own.answer));
  const by = fields.text(own.by);
  const way = askedWays.find((one) => one === fields.text(own.way));
  const written = fields.text(own.written);
  if (answer === 'yes') return by !== '' && way ? { answer, asked: { by, way } } : null;
  if (answer === 'no') {
    const why = answerReasons.find((one) => one === fields.text(own.whyNo));
    return by !== '' && way && why ? { answer, asked: { by, way }, why, written } : null;
  }
  if (answer === 'not-possible') return written === '' ? null : { answer, why: 'other', written };
  const why = heldBeforeYesReasons.find((one) => one === fields.text(own.whyNotYet));
  return answer === 'not-yet' && why && !(why === 'other' && written === '') ? { answer, why, written } : null;
}

/** What is missing in a form that asked, all at once and by field; nothing where it did not ask. */
export function herAnswerErrors(fields: Fields, today: Day, language: Language): FieldErrors {
  const say = herAnswerTexts(language);
  const answer = fields.text(own.answer);
  if (answer === '') return fields.text(own.asks) === 'ja' ? { [own.answer]: say('fault.answer') } : {};
  const isGiven = answer === 'yes' || answer === 'no';
  const on = dayIn(fields, own.on);
  return {
    ...(isGiven && fields.text(own.by) === '' ? { [own.by]: say('fault.askedBy') } : {}),
    ...(isGiven && !askedWays.some((way) => way === fields.text(own.way)) ? { [own.way]: say('fault.way') } : {}),
    ...(isGiven && (on === null || on > today) ? { [own.on]: say('fault.on') } : {}),
    ...(answer === 'no' && !answerReasons.some((why) => why === fields.text(own.whyNo)) ? { [own.whyNo]: say('fault.whyNo') } : {}),
    ...(answer === 'not-yet' && !heldBeforeYesReasons.some((why) => why === fields.text(own.whyNotYet))
      ? { [own.whyNotYet]: say('fault.whyNotYet') }
      : {}),
    ...(answer === 'not-yet' && fields.text(own.whyNotYet) === 'other' && fields.text(own.written) === ''
      ? { [own.written]: ofThisPlaceTexts(language)('writtenWhyMissing') }
      : {}),
    ...(answer === 'not-possible' && fields.text(own.written) === '' ? { [own.written]: say('fault.written') } : {}),
  };
}

export type HerAnswerProps = {
  readonly unitName: string;
  readonly answers: readonly PlaceAnswer[];
  readonly fields: Fields;
  readonly errors: FieldErrors;
  /** Who fills in the form: the one who asked her, unless another name is written. */
  readonly asker: string;
  readonly today: Day;
  /** Whether the form is refused without an answer. At her arrival it is not: she is there. */
  readonly required: boolean;
  readonly language: Language;
};

/** The question as fields. What her answer does not ask for is not shown, where the browser can tell; all of it is read in its place. */
export function HerAnswerFields({ unitName, answers, fields, errors, asker, today, required, language }: HerAnswerProps): JSX.Element {
  const [say, word, held] = [herAnswerTexts(language), wordTexts(language), herYesTexts(language)];
  return (
    <>
      {required && <input type="hidden" name={own.asks} value="ja" />}
      <RadioGroup
        name={own.answer}
        label={say('question', { unit: unitName })}
        hint={say('questionHint')}
        value={fields.text(own.answer) || undefined}
        errors={errors}
        options={answers.map((value) => ({ value, text: say(value) }))}
      />
      <div className="answer-given">
        <TextField
          name={own.by}
          label={say('askedBy')}
          hint={readByHer(language, say('askedByHint'))}
          value={fields.text(own.by) || asker}
          errors={errors}
          longest={120}
        />
        <SelectField
          name={own.way}
          label={say('way')}
          value={fields.text(own.way)}
          empty={say('choose')}
          errors={errors}
          options={askedWays.map((value) => ({ value, text: say(`way.${value}`) }))}
        />
        <TextField name={own.on} type="date" label={say('on')} value={fields.text(own.on) || today} errors={errors} />
      </div>
      <div className="answer-no">
        <SelectField
          name={own.whyNo}
          label={say('whyNo')}
          value={fields.text(own.whyNo)}
          empty={say('choose')}
          errors={errors}
          options={answerReasons.map((value) => ({ value, text: word(`reason.${value}`) }))}
        />
      </div>
      <div className="answer-none">
        <SelectField
          name={own.whyNotYet}
          label={say('whyNotYet')}
          value={fields.text(own.whyNotYet)}
          empty={say('choose')}
          errors={errors}
          options={heldBeforeYesReasons.map((value) => ({ value, text: held(`why.${value}`) }))}
        />
      </div>
      <div className="answer-any">
        <TextField
          name={own.written}
          label={say('written')}
          hint={readByHer(language, say('writtenHint'))}
          value={fields.text(own.written)}
          errors={errors}
          longest={500}
        />
      </div>
    </>
  );
}
