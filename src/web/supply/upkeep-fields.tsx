/** The groups of fields that forms of upkeep share, each as it was sent, or as the unit stands. */
import type { JSX } from 'react';
import { placeProperties } from '../../domain/placement/provision.ts';
import { closureCauses } from '../../domain/placement/supply-state.ts';
import { danishDay } from '../../domain/time.ts';
import type { UpkeepMaterial } from '../../store/supply-upkeep.ts';
import type { Fields } from '../form.ts';
import { placeTexts } from '../places/texts.ts';
import { CheckboxGroup, type FieldErrors, RadioGroup, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { UpkeepFormId } from './addresses.ts';
import { supplyTexts } from './texts.ts';
import { isCauseOnly } from './words.ts';

export type UpkeepFormProps = {
  readonly form: UpkeepFormId;
  readonly material: UpkeepMaterial;
  /** What was sent; before anything was, what the address says the form is about. */
  readonly fields: Fields;
  readonly isSent: boolean;
  readonly errors: FieldErrors;
  readonly fault: readonly string[];
  /** A new key for each time the page is made. */
  readonly formKey: string;
  readonly language: Language;
};

type Sent = Pick<UpkeepFormProps, 'fields' | 'isSent'>;

/** What stands in a field: what was sent, or else what the unit has. */
export function valueIn({ fields, isSent }: Sent, name: string, otherwise: string | number | null | undefined = ''): string {
  return isSent ? fields.text(name) : String(otherwise ?? '');
}

type OfField = { readonly of: UpkeepFormProps; readonly name: string; readonly label: string };

export function DayField({
  of,
  name,
  label,
  otherwise = '',
  hint,
}: OfField & { readonly otherwise?: string; readonly hint?: string }): JSX.Element {
  return (
    <TextField name={name} label={label} type="date" value={valueIn(of, name, otherwise)} errors={of.errors} {...(hint ? { hint } : {})} />
  );
}

function NumberField({ of, name, label, otherwise }: OfField & { readonly otherwise: number | null }): JSX.Element {
  return <TextField name={name} label={label} inputMode="numeric" value={valueIn(of, name, otherwise)} errors={of.errors} longest={4} />;
}

/** From when until when something is closed, and why; of a closure that stands, as it stands. */
export function ClosureFields({ of }: { readonly of: UpkeepFormProps }): JSX.Element {
  const say = supplyTexts(of.language);
  const about = of.material.supply.closures.find(({ id }) => id === of.fields.text('lukning'));
  return (
    <>
      <DayField of={of} name="fra" label={say('from')} otherwise={about?.from ?? danishDay(of.material.now)} />
      <DayField of={of} name="til" label={say('toClosure')} otherwise={about?.to ?? ''} hint={say('toHint')} />
      <SelectField
        name="aarsag"
        label={say('cause')}
        value={valueIn(of, 'aarsag', about?.cause)}
        empty={say('choose')}
        options={closureCauses.map((cause) => ({ value: cause, text: say(`cause.${cause}`) }))}
        errors={of.errors}
      />
      <TextField
        name="grund"
        label={say('reason')}
        hint={say('reasonHint')}
        value={valueIn(of, 'grund', about && !isCauseOnly(about) ? about.reason : '')}
        errors={of.errors}
        longest={300}
      />
    </>
  );
}

/** Which room a place is in, and its name; `place` as it stands, null for a new one. */
export function RoomAndName({
  of,
  place,
}: {
  readonly of: UpkeepFormProps;
  readonly place: { readonly room: string; readonly name: string } | null;
}): JSX.Element {
  const say = supplyTexts(of.language);
  return (
    <>
      <SelectField
        name="rum"
        label={say('room')}
        value={valueIn(of, 'rum', place?.room)}
        empty={say('choose')}
        options={of.material.supply.rooms.map(({ id, name }) => ({ value: id, text: name }))}
        errors={of.errors}
      />
      <TextField name="navn" label={say('placeName')} value={valueIn(of, 'navn', place?.name)} errors={of.errors} longest={80} />
    </>
  );
}

export function Properties({ of, chosen }: { readonly of: UpkeepFormProps; readonly chosen: readonly string[] }): JSX.Element {
  return (
    <CheckboxGroup
      name="egenskab"
      label={supplyTexts(of.language)('properties')}
      values={of.isSent ? of.fields.all('egenskab') : chosen}
      errors={of.errors}
      options={placeProperties.map((property) => ({ value: property, text: placeTexts(of.language)(`property.${property}`) }))}
    />
  );
}

/** Whom the unit takes in. */
export function AdmissionFields({ of }: { readonly of: UpkeepFormProps }): JSX.Element {
  const say = supplyTexts(of.language);
  const { youngest, oldest, womenOnly, mostChildren, oldestChild } = of.material.supply.admission;
  return (
    <>
      <p>{say('admissionHint')}</p>
      <NumberField of={of} name="yngst" label={say('youngest')} otherwise={youngest} />
      <NumberField of={of} name="aeldst" label={say('oldest')} otherwise={oldest} />
      <CheckboxGroup
        name="kunkvinder"
        label={say('womenOnlyLabel')}
        values={(of.isSent ? of.fields.text('kunkvinder') === 'ja' : womenOnly) ? ['ja'] : []}
        options={[{ value: 'ja', text: say('womenOnlyOption') }]}
      />
      <NumberField of={of} name="boern" label={say('mostChildren')} otherwise={mostChildren} />
      <NumberField of={of} name="boernealder" label={say('oldestChild')} otherwise={oldestChild} />
    </>
  );
}

/** Whether a place is always there, or opened by need: with how long it takes, and after how long it closes. */
export function FlexibleFields({ of }: { readonly of: UpkeepFormProps }): JSX.Element {
  const say = supplyTexts(of.language);
  const flexible = of.material.supply.places.find(({ id }) => id === of.fields.text('plads'))?.flexible;
  return (
    <>
      <RadioGroup
        name="form"
        label={say('flexibleLabel')}
        value={valueIn(of, 'form', flexible ? 'behov' : 'altid')}
        options={[
          { value: 'altid', text: say('flexibleAlways') },
          { value: 'behov', text: say('flexibleByNeed') },
        ]}
        errors={of.errors}
      />
      <NumberField of={of} name="dage" label={say('leadDays')} otherwise={flexible?.leadDays ?? null} />
      <NumberField of={of} name="tomme" label={say('emptyDays')} otherwise={flexible?.closesAfterDays ?? null} />
    </>
  );
}
