/** The forms from offer to decision: what is offered, her answer, what comes instead, the decision, the contract. */
import type { JSX } from 'react';
import { legalBases, legalBasisIds, legalBasisText } from '../../domain/legal-basis.ts';
import { answerReasons, levelsOfCare, womansAnswers } from '../../domain/pathway/facts.ts';
import { type Option, RadioGroup, SelectField, TextArea } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { levelOptions } from './assess-forms.tsx';
import type { FormProps, PathwayForm } from './form.ts';
import { formTexts } from './form-texts.ts';
import { readByHer } from './read-by-her.ts';
import { wordTexts } from './word-texts.ts';

/** What is sent where the decision has no legal basis among those of residential care. */
const noBasis = 'ingen';

export const offerForm: PathwayForm = {
  action: 'offer',
  path: 'tilbud',
  permission: 'pathway:record',
  asksDay: true,
  View: OfferView,
  read(reader) {
    const level = reader.choice('niveau', levelsOfCare);
    const what = reader.text('hvad', 'error.what');
    return level && { type: 'offered', level, what };
  },
};

export const answerForm: PathwayForm = {
  action: 'record-answer',
  path: 'svar',
  permission: 'pathway:record',
  asksDay: true,
  View: AnswerView,
  read(reader) {
    const answer = reader.choice('svar', womansAnswers);
    const chosen = reader.optional('grund');
    const reason = answerReasons.find((one) => one === chosen) ?? null;
    if (answer === 'declined' && reason === null) return reader.refuse('grund', 'error.answerReason');
    return answer && { type: 'answered', answer, reason, inHerWords: reader.optional('ord') };
  },
};

export const alternativeForm: PathwayForm = {
  action: 'arrange-alternative',
  path: 'alternativ',
  permission: 'pathway:record',
  asksDay: true,
  View: AlternativeView,
  read(reader) {
    const level = reader.choice('niveau', levelsOfCare);
    const what = reader.text('hvad', 'error.what');
    return level && { type: 'alternative-arranged', level, what };
  },
};

export const decisionForm: PathwayForm = {
  action: 'decide-care',
  path: 'afgoerelse',
  permission: 'pathway:decide',
  asksDay: true,
  View: DecisionView,
  read(reader, { pathway }) {
    const level = reader.choice('niveau', levelsOfCare);
    const basis = reader.choice('hjemmel', [...legalBasisIds, noBasis]);
    const reason = reader.text('grund', 'error.reason');
    if (level === null || basis === null || pathway.municipality === null) return null;
    const legalBasis = basis === noBasis || level !== 'residential' ? null : basis;
    return { type: 'care-decided', level, legalBasis, municipality: pathway.municipality, reason };
  },
};

export const contractForm: PathwayForm = {
  action: 'offer-contract',
  path: 'kontrakt',
  permission: 'pathway:record',
  asksDay: true,
  View: ContractView,
  read(reader) {
    const legalBasis = reader.choice('hjemmel', legalBasisIds);
    const answer = reader.choice('svar', womansAnswers);
    return legalBasis && answer && { type: 'contract-offered', legalBasis, answer };
  },
};

function OfferView({ language, values, errors, pathway }: FormProps): JSX.Element {
  const say = formTexts(language);
  const assessed = pathway.levelStatus?.status === 'assessed' ? pathway.levelStatus.level : '';
  return (
    <>
      <RadioGroup
        name="niveau"
        label={say('form.level')}
        errors={errors}
        value={values.text('niveau') || assessed}
        options={levelOptions(language)}
      />
      <TextArea name="hvad" label={say('form.offer')} hint={readByHer(language)} errors={errors} value={values.text('hvad')} required />
    </>
  );
}

function AnswerView({ language, values, errors }: FormProps): JSX.Element {
  const [say, word] = [formTexts(language), wordTexts(language)];
  return (
    <>
      <RadioGroup name="svar" label={say('form.answer')} errors={errors} value={values.text('svar')} options={answerOptions(language)} />
      <SelectField
        name="grund"
        label={say('form.answerReason')}
        hint={say('form.answerReasonHint')}
        errors={errors}
        value={values.text('grund')}
        empty="–"
        options={answerReasons.map((reason) => ({ value: reason, text: word(`reason.${reason}`) }))}
      />
      <TextArea name="ord" label={say('form.herWords')} hint={readByHer(language)} errors={errors} value={values.text('ord')} />
    </>
  );
}

function AlternativeView({ language, values, errors }: FormProps): JSX.Element {
  const say = formTexts(language);
  return (
    <>
      <TextArea
        name="hvad"
        label={say('form.alternative')}
        hint={readByHer(language)}
        errors={errors}
        value={values.text('hvad')}
        required
      />
      <RadioGroup name="niveau" label={say('form.level')} errors={errors} value={values.text('niveau')} options={levelOptions(language)} />
    </>
  );
}

function DecisionView({ language, values, errors, pathway }: FormProps): JSX.Element {
  const say = formTexts(language);
  const none = { value: noBasis, text: say('form.noLegalBasis'), hint: say('form.noLegalBasisHint') };
  return (
    <>
      <RadioGroup
        name="niveau"
        label={say('form.level')}
        errors={errors}
        value={values.text('niveau') || (pathway.offeredLevel ?? '')}
        options={levelOptions(language)}
      />
      <RadioGroup
        name="hjemmel"
        label={say('form.legalBasis')}
        hint={say('form.legalBasisHint')}
        errors={errors}
        value={values.text('hjemmel')}
        options={[...basisOptions(language), none]}
      />
      <TextArea name="grund" label={say('form.why')} hint={readByHer(language)} errors={errors} value={values.text('grund')} required />
    </>
  );
}

function ContractView({ language, values, errors, pathway }: FormProps): JSX.Element {
  const say = formTexts(language);
  return (
    <>
      <p>{say('form.contractIntro')}</p>
      <RadioGroup
        name="hjemmel"
        label={say('form.legalBasis')}
        errors={errors}
        value={values.text('hjemmel') || (pathway.decision?.legalBasis ?? '')}
        options={basisOptions(language)}
      />
      <RadioGroup
        name="svar"
        label={say('form.contractAnswer')}
        errors={errors}
        value={values.text('svar')}
        options={answerOptions(language)}
      />
    </>
  );
}

function answerOptions(language: Language): readonly Option[] {
  const word = wordTexts(language);
  return womansAnswers.map((answer) => ({ value: answer, text: word(`answer.${answer}`) }));
}

/** Each legal basis as it is cited, with what follows from it. */
function basisOptions(language: Language): readonly Option[] {
  const say = formTexts(language);
  return legalBasisIds.map((id) => {
    const { contractMustBeOffered, complaint } = legalBases[id];
    const follows = contractMustBeOffered ? 'form.contractOwed' : 'form.contractNotOwed';
    return { value: id, text: legalBasisText(id), hint: say(follows, { complaint: say(`complaint.${complaint}`) }) };
  });
}
