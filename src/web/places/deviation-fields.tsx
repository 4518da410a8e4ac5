/** What can differ from what was decided, or from what she wants, asked in the form that confirms a place: each thing once, where it is answered. */
import type { JSX } from 'react';
import { type Deviation, deviations } from '../../domain/placement/confirm.ts';
import { doubtKinds } from '../../domain/placement/doubts.ts';
import { readByHer } from '../pathways/read-by-her.ts';
import { CheckboxGroup, type FieldErrors, TextArea } from '../ui/fields.tsx';
import { catalogue, type Language } from '../ui/language.ts';
import { DoubtFields, type SaidDoubt } from './doubts.tsx';
import { doubtTexts } from './doubt-texts.ts';
import { placeTexts } from './texts.ts';

const texts = catalogue(
  {
    saysNo: 'Hun har sagt nej til pladsen.',
    ifDiffers: 'Hjemlen eller betaleren er en anden end i afgørelsen.',
    tickNoBasis: 'Pladsen skal bekræftes med den hjemmel og den betaler, jeg har valgt, selv om afgørelsen ikke står i forløbet',
    tickOther: 'Pladsen skal bekræftes med den hjemmel og den betaler, jeg har valgt, selv om afgørelsen siger noget andet',
    againstNo: 'Hvorfor bekræftes pladsen, selv om hun har sagt nej?',
    againstNoHint: 'Skriv det til hende. På hendes side står der også, at hun ikke behøver at komme. Døgntilbuddet læser det ikke.',
    'fault.againstNo': 'Hun har sagt nej. Giv pladsen fri, eller skriv til hende, hvorfor den bekræftes alligevel',
  },
  {
    saysNo: 'She has said no to the place.',
    ifDiffers: 'The legal basis or the payer is another than in the decision.',
    tickNoBasis:
      'The place is to be confirmed with the legal basis and the payer I have chosen, although the decision is not in the pathway',
    tickOther: 'The place is to be confirmed with the legal basis and the payer I have chosen, although the decision says otherwise',
    againstNo: 'Why is the place confirmed although she has said no?',
    againstNoHint: 'Write it to her. Her page also says that she need not come. The unit does not read it.',
    'fault.againstNo': 'She has said no. Give the place free, or write to her why it is confirmed all the same',
  },
);

/** The field of the reason that a place is confirmed against her no. */
export const againstNoField = 'imod-nej';

/** A deviation as a sentence. */
export function deviationText(deviation: Deviation, language: Language): string {
  switch (deviation) {
    case 'she-says-no':
      return texts(language)('saysNo');
    case 'outside-target-group':
    case 'cannot-stand':
    case 'lacks-suggested':
    case 'beyond-her-way':
      return doubtTexts(language)(`recorded.${deviation}`);
    case 'no-decided-basis':
    case 'other-basis':
    case 'other-payer':
      return placeTexts(language)(`deviation.${deviation}`);
  }
}

/** What is asked by itself, beside the tick about legal basis and payer. */
export const ofItsOwn: readonly Deviation[] = ['she-says-no', ...doubtKinds];

/** What was asked with the form and not answered, by field. `sent`: the deviations that the form asked about. */
export function untickedErrors(about: readonly Deviation[], sent: readonly Deviation[], language: Language): FieldErrors {
  const isUnticked = about.some((deviation) => !ofItsOwn.includes(deviation) && sent.includes(deviation));
  return {
    ...(isUnticked ? { kontrolleret: placeTexts(language)('fault.checked') } : {}),
    ...(about.includes('she-says-no') ? { [againstNoField]: texts(language)('fault.againstNo') } : {}),
    ...(about.some((deviation) => doubtKinds.some((kind) => kind === deviation)) ? { forbehold: doubtTexts(language)('unticked') } : {}),
  };
}

type Props = {
  /** Those that were found in the form that was sent; none before it is. */
  readonly asked: readonly Deviation[];
  /** Whether residential care was decided with its legal basis. */
  readonly hasDecision: boolean;
  /** Whether the form shows what was decided. */
  readonly isAsDecided: boolean;
  readonly saysNo: boolean;
  /** The reason against her no, as it was sent. */
  readonly againstNo: string;
  /** What speaks against the place for her. */
  readonly doubts: readonly SaidDoubt[];
  readonly errors: FieldErrors;
  readonly language: Language;
};

export function DeviationFields({ asked, hasDecision, isAsDecided, saysNo, againstNo, doubts, errors, language }: Props): JSX.Element {
  const [say, word] = [placeTexts(language), texts(language)];
  const likely = [hasDecision ? ('other-basis' as const) : ('no-decided-basis' as const), 'other-payer' as const];
  const differs = asked.filter((deviation) => !ofItsOwn.includes(deviation));
  const possible = deviations.filter((one) => likely.some((other) => other === one) || differs.includes(one));
  const known = differs.length > 0 ? differs : hasDecision ? [] : (['no-decided-basis'] as const);
  return (
    <>
      {possible.map((deviation) => (
        <input key={deviation} type="hidden" name="svaret" value={deviation} />
      ))}
      {/* As it was decided there is nothing to tick: the box is shown when the basis or the payer is changed. */}
      <div className={known.length === 0 && isAsDecided ? 'if-changed' : undefined}>
        <CheckboxGroup
          name="kontrolleret"
          label={say('deviationLabel')}
          hint={known.length === 0 ? word('ifDiffers') : known.map((deviation) => deviationText(deviation, language)).join(' ')}
          errors={errors}
          options={[{ value: 'ja', text: known.includes('no-decided-basis') ? word('tickNoBasis') : word('tickOther') }]}
        />
      </div>
      <DoubtFields doubts={doubts} errors={errors} language={language} />
      {saysNo && (
        <TextArea
          name={againstNoField}
          label={word('againstNo')}
          hint={readByHer(language, word('againstNoHint'))}
          value={againstNo}
          errors={errors}
        />
      )}
    </>
  );
}
