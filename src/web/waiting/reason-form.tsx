/** A form that asks for a reason from a closed list, and for words where they help. */
import type { JSX, ReactNode } from 'react';
import { type Option, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { waitingTexts } from './texts.ts';

/** The label of the field for words, and the hint below it. */
export type WordsField = { readonly label: string; readonly hint: string };

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
  /** What is said at the field for words, where it is more than that they help. */
  readonly words?: WordsField;
  /** What the button says, where something is read before anything is saved. */
  readonly submit?: string;
  readonly language: Language;
};

export function ReasonForm(props: Props): JSX.Element {
  const { summary, hint, action, options, children, mark, isAdvised = false, words, submit, language } = props;
  const say = waitingTexts(language);
  return (
    <details open={isAdvised}>
      <summary>{summary}</summary>
      <form method="post" action={action}>
        <p className="quiet">{hint}</p>
        {children}
        <input type="hidden" name="felt" value={mark} />
        <SelectField name={`grund-${mark}`} label={say('reason')} empty={say('choose')} options={options} />
        <TextField name={`uddyb-${mark}`} {...(words ?? { label: say('text') })} longest={500} />
        <button className={isAdvised ? 'button button-primary' : 'button button-secondary'}>{submit ?? say('save')}</button>
      </form>
    </details>
  );
}
