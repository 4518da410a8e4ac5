/** The form in which a leader opens a unit, and how what it sent is read. */
import type { JSX } from 'react';
import { guidelineForShieldedUnit, noAdmissionRules, placeProperties } from '../../domain/placement/provision.ts';
import { supplyLimits } from '../../domain/placement/supply-faults.ts';
import type { UnitFault, UnitOpening } from '../../domain/placement/unit-opening.ts';
import type { Day } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import { placeTexts } from '../places/texts.ts';
import { CheckboxGroup, ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import type { Contradiction } from '../../domain/placement/supply-contradiction.ts';
import { AgreedFields, Contradictions } from './contradictions.tsx';
import { facilityTexts } from './facility-texts.ts';
import { supplyTexts } from './texts.ts';

/** The opening as far as it can be read, and a sentence beside each field that cannot. */
export function readUnitForm(
  fields: Fields,
  today: Day,
  language: Language,
): { readonly opening: UnitOpening; readonly unread: FieldErrors } {
  const say = facilityTexts(language);
  const unread: Record<string, string> = {};
  const number = (name: string, most: number, sentence: string): number | null => {
    const text = fields.text(name);
    const isRead = /^\d{1,4}$/.test(text) && Number(text) <= most;
    if (text !== '' && !isRead) unread[name] = sentence;
    return isRead ? Number(text) : null;
  };
  const [from, to] = [dayIn(fields, 'fra'), fields.text('til') === '' ? null : dayIn(fields, 'til')];
  if (from === null) unread['fra'] = say('unit-fault.day');
  if (to === null && fields.text('til') !== '') unread['til'] = say('unit-fault.day');
  if (fields.text('pladser') === '') unread['pladser'] = say('unit-fault.places', supplyLimits);
  const opening: UnitOpening = {
    name: fields.text('navn'),
    // An end that was written is not judged against a beginning that was not read.
    open: { from: from ?? today, to: from === null ? null : to },
    places: number('pladser', supplyLimits.women, say('unit-fault.places', supplyLimits)) ?? 0,
    properties: placeProperties.filter((property) => fields.all('egenskab').includes(property)),
    women: number('kvinder', supplyLimits.women, say('unit-fault.women', supplyLimits)),
    admission: {
      ...noAdmissionRules,
      youngest: number('yngst', supplyLimits.age, say('unit-fault.age', supplyLimits)),
      oldest: number('aeldst', supplyLimits.age, say('unit-fault.age', supplyLimits)),
      womenOnly: fields.text('kunkvinder') === 'ja',
      mostChildren: number('boern', supplyLimits.children, say('unit-fault.children', supplyLimits)),
      oldestChild: number('boernealder', supplyLimits.childAge, say('unit-fault.child-age', supplyLimits)),
    },
  };
  return { opening, unread };
}

/** What is wrong with an opening beside the field that it is about; a field that could not be read says so itself. */
export function unitErrors(faults: readonly UnitFault[], unread: FieldErrors, language: Language): FieldErrors {
  const say = facilityTexts(language);
  const told: Partial<Record<UnitFault, readonly [field: string, sentence: string]>> = {
    'no-name': ['navn', say('unit-fault.no-name')],
    'name-taken': ['navn', say('unit-fault.name-taken')],
    'ends-before-it-begins': ['til', say('unit-fault.ends-before-it-begins')],
    places: ['pladser', say('unit-fault.places', supplyLimits)],
    women: ['kvinder', say('unit-fault.women', supplyLimits)],
    ages: ['yngst', say('unit-fault.ages', supplyLimits)],
    children: ['boern', say('unit-fault.children', supplyLimits)],
  };
  const all: FieldErrors = { ...Object.fromEntries(faults.flatMap((fault) => (told[fault] ? [told[fault]] : []))), ...unread };
  return Object.fromEntries(fieldOrder.flatMap((field) => (all[field] === undefined ? [] : [[field, all[field]]])));
}

const fieldOrder = ['navn', 'fra', 'til', 'pladser', 'kvinder', 'yngst', 'aeldst', 'boern', 'boernealder'] as const;

type Props = {
  readonly action: string;
  readonly back: string;
  readonly fields: Fields;
  readonly isSent: boolean;
  readonly errors: FieldErrors;
  readonly fault: string | null;
  /** What is asked about: saved when it is sent again. */
  readonly contradictions: readonly Contradiction[];
  readonly formKey: string;
  readonly today: Day;
  readonly language: Language;
};

export function UnitForm({ action, back, fields, isSent, errors, fault, contradictions, formKey, today, language }: Props): JSX.Element {
  const [say, upkeep] = [facilityTexts(language), supplyTexts(language)];
  const labels: Readonly<Record<(typeof fieldOrder)[number], string>> = {
    navn: say('unitName'),
    fra: say('openFrom'),
    til: say('openTo'),
    pladser: say('places'),
    kvinder: say('women'),
    yngst: upkeep('youngest'),
    aeldst: upkeep('oldest'),
    boern: upkeep('mostChildren'),
    boernealder: upkeep('oldestChild'),
  };
  const labelOf = (field: string): string => Object.entries(labels).find(([name]) => name === field)?.[1] ?? field;
  const number = (name: keyof typeof labels, hint?: string): JSX.Element => (
    <TextField
      name={name}
      label={labels[name]}
      inputMode="numeric"
      value={fields.text(name)}
      errors={errors}
      longest={4}
      {...(hint ? { hint } : {})}
    />
  );
  return (
    <Card>
      {fault !== null && <Alert tone="error">{fault}</Alert>}
      <form method="post" action={action}>
        <ErrorSummary heading={say('errorHeading')} errors={errors} nameOf={labelOf} />
        <input type="hidden" name="noegle" value={formKey} />
        <Contradictions contradictions={contradictions} language={language} />
        <AgreedFields contradictions={contradictions} />
        <TextField name="navn" label={labels.navn} value={fields.text('navn')} errors={errors} longest={80} />
        <TextField name="fra" label={labels.fra} type="date" value={isSent ? fields.text('fra') : today} errors={errors} />
        <TextField name="til" label={labels.til} hint={say('openToHint')} type="date" value={fields.text('til')} errors={errors} />
        <h2>{say('placesHeading')}</h2>
        {number('pladser', say('placesHint'))}
        <CheckboxGroup
          name="egenskab"
          label={say('properties')}
          values={fields.all('egenskab')}
          options={placeProperties.map((property) => ({ value: property, text: placeTexts(language)(`property.${property}`) }))}
        />
        {number('kvinder', say('womenHint', { most: guidelineForShieldedUnit }))}
        <h2>{say('admissionHeading')}</h2>
        <p>{say('noLimit')}</p>
        {number('yngst')}
        {number('aeldst')}
        <CheckboxGroup
          name="kunkvinder"
          label={upkeep('womenOnlyLabel')}
          values={fields.all('kunkvinder')}
          options={[{ value: 'ja', text: upkeep('womenOnlyOption') }]}
        />
        {number('boern')}
        {number('boernealder')}
        <div className="actions">
          <button className="button button-primary">{say('save')}</button>
          <a href={back}>{say('back')}</a>
        </div>
      </form>
    </Card>
  );
}
