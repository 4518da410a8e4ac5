/** A move within the unit shown before it is decided: it follows the place, or the woman, and the day that were chosen. Works without script. */
import type { JSX } from 'react';
import type { Day } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { DayField, Key } from './deed-fields.tsx';
import { previewTexts } from './preview-texts.ts';
import { Instead } from './instead.tsx';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';

export type PreviewProps = {
  readonly stay: StayWithName;
  /** Where the forms go, below the stay's address. */
  readonly to: 'flyt' | 'byt';
  readonly heading: string;
  readonly submit: string;
  /** The field that was chosen, and its value. */
  readonly chosen: readonly [name: string, value: string];
  readonly day: Day;
  /** What would happen; none where it cannot. */
  readonly sentences: readonly string[];
  readonly faults: readonly string[];
  readonly instead: readonly string[];
  readonly requestKey: string;
  readonly language: Language;
};

export function Preview(props: PreviewProps): JSX.Element {
  const { stay, to, heading, submit, chosen, day, sentences, faults, instead, requestKey, language } = props;
  const say = previewTexts(language);
  const [name, value] = chosen;
  const action = `${stayAddress(stay.id)}/${to}`;
  return (
    <Card heading={heading}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {faults.length > 0 && (
        <Alert tone="error" heading={say('cannot')}>
          {faults.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Alert>
      )}
      <Instead ways={instead} language={language} />
      <form method="get" action={action} className="actions">
        <input type="hidden" name={name} value={value} />
        <DayField id="vis-dag" label={stayTexts(language)('moveFrom')} value={day} />
        <button className="button button-secondary">{say('anotherDay')}</button>
      </form>
      <form method="post" action={action}>
        <Key value={requestKey} />
        <input type="hidden" name={name} value={value} />
        <input type="hidden" name="dag" value={day} />
        <p className="quiet">{say('nothingSaved')}</p>
        <div className="actions">
          {sentences.length > 0 && (
            <button className="button button-primary">{say('decide', { submit, day: dayText(day, language) })}</button>
          )}
          <a href={stayCardAddress(stay)}>{placeTexts(language)('askNo')}</a>
        </div>
      </form>
    </Card>
  );
}
