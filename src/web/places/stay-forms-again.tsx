/** A form about a stay shown again after a refusal: as it was sent, with the sentence beside the field and what is possible instead. */
import type { FastifyReply } from 'fastify';
import type { JSX } from 'react';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { Fields } from '../form.ts';
import { ErrorSummary, type FieldErrors, type Option, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { Instead } from './instead.tsx';
import { placeTexts } from './texts.ts';

export type AgainField = { readonly name: string; readonly label: string; readonly hint?: string } & (
  | { readonly kind: 'day' | 'words' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
);

export type AgainProps = {
  readonly stay: StayWithName;
  readonly heading: string;
  /** Where the form goes, below the stay's address. */
  readonly to: string;
  readonly submit: string;
  readonly fields: readonly AgainField[];
  /** What the form carries unseen. */
  readonly hidden?: readonly string[];
  readonly sent: Fields;
  readonly requestKey: string;
  /** By field; a sentence about no field stands under `''`. */
  readonly errors: FieldErrors;
  /** What is possible instead. */
  readonly instead?: readonly string[];
  readonly language: Language;
};

/** Answers with the form. `status`: 422 where the form was not filled in, 409 where what it asks for cannot be. */
export function answerAgain(reply: FastifyReply, status: 409 | 422, props: AgainProps): FastifyReply {
  const { stay } = props;
  return reply.page({
    title: stay.calledName,
    crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
    status,
    content: <FormAgain {...props} />,
  });
}

function FormAgain(props: AgainProps): JSX.Element {
  const { stay, heading, to, submit, fields, hidden = [], sent, requestKey, errors, instead = [], language } = props;
  const { '': general, ...own } = errors;
  return (
    <Card heading={heading}>
      <form method="post" action={`${stayAddress(stay.id)}/${to}`}>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={own} />
        {general !== undefined && (
          <Alert tone="error">
            <p>{general}</p>
          </Alert>
        )}
        <Instead ways={instead} language={language} />
        <input type="hidden" name="noegle" value={requestKey} />
        {hidden.map((name) => (
          <input key={name} type="hidden" name={name} value={sent.text(name)} />
        ))}
        {fields.map((field) => (
          <Field key={field.name} field={field} sent={sent} errors={own} language={language} />
        ))}
        <div className="actions">
          <button className="button button-primary">{submit}</button>
          <a href={stayCardAddress(stay)}>{placeTexts(language)('askNo')}</a>
        </div>
      </form>
    </Card>
  );
}

function Field({
  field,
  sent,
  errors,
  language,
}: Pick<AgainProps, 'sent' | 'errors' | 'language'> & { readonly field: AgainField }): JSX.Element {
  const { name, label, hint } = field;
  const common = { name, label, errors, value: sent.text(name), ...(hint === undefined ? {} : { hint }) };
  if (field.kind === 'choice') return <SelectField {...common} options={field.options} empty={placeTexts(language)('choose')} />;
  return <TextField {...common} type={field.kind === 'day' ? 'date' : 'text'} />;
}
