/** The saved tables of pathway costs, and the form that a new one comes in by. */
import type { JSX } from 'react';
import type { KeptCostTable, RemovedCostTable } from '../../store/planning-costs.ts';
import { ErrorSummary, type FieldErrors, FileField, TextArea, TextField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { costsAddress } from './addresses.ts';
import type { CostFormFields } from './cost-form.ts';
import { RemovedCostTables } from './cost-removal.tsx';
import { costsTexts } from './texts.ts';

type Props = {
  readonly saved: readonly KeptCostTable[];
  readonly removed: readonly RemovedCostTable[];
  readonly maySave: boolean;
  readonly written: CostFormFields;
  readonly formKey: string;
  readonly errors: FieldErrors;
  /** What is wrong with the lines of the table, each with its line and column. */
  readonly faults: readonly string[];
  readonly language: Language;
};

const fieldNames: Readonly<Record<string, 'name' | 'source' | 'currency' | 'priceYear' | 'rate' | 'at' | 'file' | 'pasted'>> = {
  titel: 'name',
  kilde: 'source',
  valuta: 'currency',
  prisaar: 'priceYear',
  rente: 'rate',
  alder: 'at',
  fil: 'file',
  tabel: 'pasted',
};

export function CostList({ saved, removed, maySave, written, formKey, errors, faults, language }: Props): JSX.Element {
  const say = costsTexts(language);
  return (
    <>
      <ErrorSummary heading={say('errors')} errors={errors} nameOf={(field) => say(fieldNames[field] ?? 'upload')} />
      {faults.length > 1 && (
        <Alert tone="error">
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Alert>
      )}
      <p>{say('intro')}</p>
      <Card heading={say('saved')}>
        {saved.length === 0 && <p>{say('savedNone')}</p>}
        <ul className="bare plan-list">
          {saved.map(({ id, title, recorded, byName, organisationName }) => (
            <li key={id}>
              <a href={`${costsAddress}/${id}`}>{title}</a>{' '}
              <span className="quiet">
                {say('savedBy', { who: byName, where: organisationName, when: momentText(recorded, language) })}
              </span>
            </li>
          ))}
        </ul>
        <RemovedCostTables removed={removed} language={language} />
        {!maySave && <p className="quiet">{say('readOnly')}</p>}
      </Card>
      {maySave && <CostForm {...{ written, formKey, errors, language }} />}
    </>
  );
}

function CostForm({ written, formKey, errors, language }: Pick<Props, 'written' | 'formKey' | 'errors' | 'language'>): JSX.Element {
  const say = costsTexts(language);
  return (
    <Card heading={say('upload')}>
      <p>
        {say('columns')} <a href={`${costsAddress}/tom.csv`}>{say('empty')}</a>
      </p>
      <form method="post" action={costsAddress} encType="multipart/form-data">
        <input type="hidden" name="noegle" value={formKey} />
        <TextField name="titel" label={say('name')} value={written.titel} errors={errors} longest={200} required />
        <TextField
          name="kilde"
          label={say('source')}
          hint={say('sourceHint')}
          value={written.kilde}
          errors={errors}
          longest={1000}
          required
        />
        <div className="fields-in-line">
          <TextField name="valuta" label={say('currency')} value={written.valuta} errors={errors} longest={20} required />
          <TextField
            name="prisaar"
            label={say('priceYear')}
            value={written.prisaar}
            errors={errors}
            inputMode="numeric"
            longest={4}
            required
          />
          <TextField name="rente" label={say('rate')} value={written.rente} errors={errors} longest={10} required />
        </div>
        <TextField name="alder" label={say('at')} hint={say('atHint')} value={written.alder} errors={errors} longest={10} />
        <FileField name="fil" label={say('file')} accept=".csv,text/csv" errors={errors} />
        <TextArea name="tabel" label={say('pasted')} hint={say('pastedHint')} value={written.tabel} errors={errors} />
        <button type="submit" className="button button-primary">
          {say('save')}
        </button>
      </form>
    </Card>
  );
}
