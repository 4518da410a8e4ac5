/** A form that asks for a reason from a closed list, and for words where they help. */
import type { JSX, ReactNode } from 'react';
import { type Option, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { waitingTexts } from './texts.ts';

type Props = {
  readonly summary: string;
  readonly hint: string;
  readonly action: string;
  readonly options: readonly Option[];
  /** What stands before the reason, such as which unit it is about. */
  readonly children?: ReactNode;
  /** Sets the names of the fields apart where a page has several such forms. */
  readonly mark: string;
  /** Whether it is the step that is advised: open, with the strong button. */
  readonly isAdvised?: boolean;
  readonly language: Language;
};

export function ReasonForm({ summary, hint, action, options, children, mark, isAdvised = false, language }: Props): JSX.Element {
  const say = waitingTexts(language);
  return (
    <details open={isAdvised}>
      <summary>{summary}</summary>
      <form method="post" action={action}>
        <p className="quiet">{hint}</p>
        {children}
        <input type="hidden" name="felt" value={mark} />
        <SelectField name={`grund-${mark}`} label={say('reason')} empty={say('choose')} options={options} />
        <TextField name={`uddyb-${mark}`} label={say('text')} longest={500} />
        <button className={isAdvised ? 'button button-primary' : 'button button-secondary'}>{say('save')}</button>
      </form>
    </details>
  );
}
