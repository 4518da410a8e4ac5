/** A form that asks for a reason, once more as a page of its own: what was written is kept, and the sentence stands at the field. */
import type { FastifyReply } from 'fastify';
import type { Fields } from '../form.ts';
import { ErrorSummary, type FieldErrors, type Option, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import type { WordsField } from './reason-form.tsx';
import { waitingTexts } from './texts.ts';

export type ReasonAgain = {
  readonly title: string;
  /** Where one goes who does not send the form after all. */
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly hint: string;
  readonly action: string;
  readonly options: readonly Option[];
  /** What the form carries unseen. */
  readonly hidden: readonly string[];
  readonly fields: Fields;
  /** What is wrong, where it is more than that no reason was chosen. */
  readonly errors?: FieldErrors;
  readonly words?: WordsField;
  readonly submit?: string;
  readonly language: Language;
};

/** Answers 422 with the form. */
export function askReasonAgain(reply: FastifyReply, props: ReasonAgain): FastifyReply {
  const { title, back, heading, hint, action, options, hidden, fields, submit, language } = props;
  const say = waitingTexts(language);
  const mark = fields.text('felt');
  const [reason, words] = [`grund-${mark}`, `uddyb-${mark}`];
  const errors = props.errors ?? { [reason]: say('fault.reason') };
  return reply.page({
    title,
    crumbs: [back],
    status: 422,
    content: (
      <>
        <ErrorSummary heading={say('errorHeading')} errors={errors} />
        <Card heading={heading}>
          <form method="post" action={action}>
            <p className="quiet">{hint}</p>
            {['felt', ...hidden].map((name) => (
              <input key={name} type="hidden" name={name} value={fields.text(name)} />
            ))}
            <SelectField
              name={reason}
              label={say('reason')}
              value={fields.text(reason)}
              empty={say('choose')}
              options={options}
              errors={errors}
            />
            <TextField name={words} {...(props.words ?? { label: say('text') })} value={fields.text(words)} longest={500} errors={errors} />
            <div className="actions">
              <button className="button button-primary">{submit ?? say('save')}</button>
              <a href={back.href}>{back.text}</a>
            </div>
          </form>
        </Card>
      </>
    ),
  });
}
