/** Confirming her place: the legal basis, who pays, what she says to it, and why where it goes against something. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { municipalities, municipalityTitle } from '../../domain/geography/municipalities.ts';
import type { YesStanding } from '../../domain/pathway/her-answer.ts';
import type { HerYes } from '../../domain/pathway/her-yes.ts';
import { legalBasisIds, legalBasisText } from '../../domain/legal-basis.ts';
import type { Deviation } from '../../domain/placement/confirm.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, SelectField } from '../ui/fields.tsx';
import type { Fields } from '../form.ts';
import type { Language } from '../ui/language.ts';
import { AskAgain } from './agree-to-move.tsx';
import { afterwardsTexts } from './afterwards-texts.ts';
import { conditionField, ConditionField } from './condition.tsx';
import { Consequences } from './consequences.tsx';
import { againstNoField, DeviationFields } from './deviation-fields.tsx';
import type { SaidDoubt } from './doubts.tsx';
import { answersWhenDoing, HerAnswerFields } from './her-answer.tsx';
import { ofThisPlaceTexts } from './of-this-place-texts.ts';
import { placeTexts } from './texts.ts';

/** What the form shows. */
export type ConfirmFormProps = {
  readonly stay: StayWithName;
  /** Where she lives, for a place that she is to move to; else `null`. */
  readonly movesFrom: StayWithName | null;
  /** What the form says of her yes to moving, as it was sent. */
  readonly saysToMove: HerYes['answer'] | null;
  /** What the form says of her answer to the place, as it was sent, who fills it in, and how her yes stands on her pathway. */
  readonly herAnswer: Fields;
  readonly asker: string;
  readonly standing: YesStanding | null;
  readonly now: Moment;
  readonly language: Language;
  /** What the confirmation form shows first: what was sent, else what was decided on the pathway. */
  readonly commitment: { readonly legalBasis: string; readonly paidBy: string };
  /** Whether residential care was decided with its legal basis: what is chosen can differ from that. */
  readonly hasDecision: boolean;
  /** Whether the form shows what was decided, and not something else that was sent. */
  readonly isAsDecided: boolean;
  readonly errors: FieldErrors;
  readonly deviations: readonly Deviation[];
  /** What speaks against the place for her, and her own words with her yes; null where she said none. */
  readonly doubts: readonly SaidDoubt[];
  readonly herWords: string | null;
  /** Whether she is asked about this place: also where her yes is from before it was found. */
  readonly asks: boolean;
  /** One key for the forms of the page: each act is done once with it. */
  readonly requestKey: string;
};

export function ConfirmForm({
  stay,
  movesFrom,
  saysToMove,
  herAnswer,
  asker,
  standing,
  now,
  language,
  commitment,
  hasDecision,
  isAsDecided,
  errors,
  deviations,
  doubts,
  herWords,
  asks,
  requestKey,
  action,
}: ConfirmFormProps & { readonly action: string }): JSX.Element {
  const say = placeTexts(language);
  const word = stay.status === 'admitted' ? afterwardsTexts(language) : null;
  const bases = legalBasisIds.map((id) => ({ value: id, text: legalBasisText(id) }));
  const payers = municipalities
    .toSorted((one, other) => compareNames(one.name, other.name))
    .map(({ id }) => ({ value: id, text: municipalityTitle(id) }));
  return (
    <form method="post" action={action}>
      <h3>{word ? word('heading') : say('confirmHeading')}</h3>
      <input type="hidden" name="noegle" value={requestKey} />
      {word && <p>{word('intro')}</p>}
      <p>{say('confirmIntro')}</p>
      <ErrorSummary heading={say('errorHeading')} errors={errors} />
      <SelectField
        name="hjemmel"
        label={say('legalBasis')}
        value={commitment.legalBasis}
        options={bases}
        empty={say('choose')}
        errors={errors}
      />
      <Consequences chosen={commitment.legalBasis} language={language} />
      <SelectField
        name="betaler"
        label={say('payingMunicipality')}
        value={commitment.paidBy}
        options={payers}
        empty={say('choose')}
        errors={errors}
      />
      {herWords !== null && (
        <p>
          {herWords} {standing === 'said' && asks && ofThisPlaceTexts(language)('before')}
        </p>
      )}
      {movesFrom !== null && <AskAgain stay={stay} from={movesFrom} said={saysToMove} errors={errors} language={language} />}
      {movesFrom === null && stay.status === 'held' && (asks || standing === 'refused') && (
        <HerAnswerFields
          unitName={stay.unitName}
          answers={answersWhenDoing}
          fields={herAnswer}
          errors={errors}
          asker={asker}
          today={danishDay(now)}
          required={asks}
          language={language}
        />
      )}
      {movesFrom === null && stay.status === 'held' && standing !== 'refused' && (
        <ConditionField words={herAnswer.text(conditionField)} asks={asks} language={language} />
      )}
      <DeviationFields
        asked={deviations}
        hasDecision={hasDecision}
        isAsDecided={isAsDecided}
        saysNo={standing === 'refused'}
        againstNo={herAnswer.text(againstNoField)}
        doubts={doubts}
        errors={errors}
        language={language}
      />
      <button className={standing === 'refused' && stay.status === 'held' ? 'button button-secondary' : 'button button-primary'}>
        {word ? word('confirm') : say('confirm')}
      </button>
    </form>
  );
}
