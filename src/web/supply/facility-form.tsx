/** The form in which a facility is registered or put right, and how what it sent is read. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { regionOf } from '../../domain/geography/regions.ts';
import { type FacilityFault, registersFacilitiesIn, type WrittenFacility } from '../../domain/placement/facility-registration.ts';
import { operatorKinds } from '../../domain/placement/provision.ts';
import type { Day } from '../../domain/time.ts';
import type { Actor } from '../../domain/trail.ts';
import type { Fields } from '../form.ts';
import { ErrorSummary, type FieldErrors, RadioGroup, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { facilityTexts } from './facility-texts.ts';

/** The field that each fault is told beside, in the order of the form. */
const fieldOf: Readonly<Record<FacilityFault, string>> = {
  'no-name': 'navn',
  'name-taken': 'navn',
  operator: 'ejer',
  'no-operator-name': 'driftsherre',
  'no-such-municipality': 'kommune',
  'another-region': 'kommune',
  'no-address': 'adresse',
  'no-town': 'by',
  telephone: 'telefon',
  'no-leader': 'leder',
};

/** What was sent; a new facility also says its telephone number and its leader. */
export function readFacilityForm(fields: Fields, isNew: boolean): WrittenFacility {
  return {
    name: fields.text('navn'),
    operator: fields.text('ejer'),
    operatorName: fields.text('driftsherre'),
    municipality: fields.text('kommune'),
    town: fields.text('by'),
    address: fields.text('adresse'),
    telephone: isNew ? fields.text('telefon') : null,
    leader: isNew ? fields.text('leder') : null,
  };
}

/** A sentence for each field that is wrong, from the top. */
export function facilityErrors(faults: readonly FacilityFault[], language: Language): FieldErrors {
  return Object.fromEntries(faults.map((fault) => [fieldOf[fault], facilityTexts(language)(`fault.${fault}`)]));
}

type Props = {
  readonly action: string;
  readonly back: string;
  readonly written: WrittenFacility;
  readonly errors: FieldErrors;
  readonly fault: string | null;
  readonly formKey: string;
  readonly actor: Actor;
  readonly today: Day;
  readonly language: Language;
};

export function FacilityForm({ action, back, written, errors, fault, formKey, actor, today, language }: Props): JSX.Element {
  const say = facilityTexts(language);
  const labels: Readonly<Record<string, string>> = {
    navn: say('name'),
    ejer: say('operatorKind'),
    driftsherre: say('operatorName'),
    kommune: say('municipality'),
    adresse: say('street'),
    by: say('town'),
    telefon: say('telephone'),
    leder: say('leader'),
  };
  const own = municipalities
    .filter((one) => registersFacilitiesIn(actor, regionOf(one, today).id, today))
    .toSorted((one, other) => compareNames(one.name, other.name));
  return (
    <Card>
      {fault !== null && <Alert tone="error">{fault}</Alert>}
      <form method="post" action={action}>
        <ErrorSummary heading={say('errorHeading')} errors={errors} nameOf={(field) => labels[field] ?? field} />
        <input type="hidden" name="noegle" value={formKey} />
        <TextField name="navn" label={say('name')} value={written.name} errors={errors} longest={120} />
        <RadioGroup
          name="ejer"
          label={say('operatorKind')}
          value={written.operator}
          options={operatorKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`) }))}
          errors={errors}
        />
        <TextField
          name="driftsherre"
          label={say('operatorName')}
          hint={say('operatorHint')}
          value={written.operatorName}
          errors={errors}
          longest={120}
        />
        <SelectField
          name="kommune"
          label={say('municipality')}
          hint={say('municipalityHint')}
          value={written.municipality}
          empty={say('choose')}
          options={own.map(({ id, name }) => ({ value: id, text: name }))}
          errors={errors}
        />
        <TextField name="adresse" label={say('street')} value={written.address} errors={errors} longest={120} />
        <TextField name="by" label={say('town')} value={written.town} errors={errors} longest={80} />
        {written.telephone !== null && (
          <TextField
            name="telefon"
            label={say('telephone')}
            hint={say('telephoneHint')}
            value={written.telephone}
            errors={errors}
            longest={30}
          />
        )}
        {written.leader !== null && (
          <TextField name="leder" label={say('leader')} hint={say('leaderHint')} value={written.leader} errors={errors} longest={120} />
        )}
        <div className="actions">
          <button className="button button-primary">{say('save')}</button>
          <a href={back}>{say('back')}</a>
        </div>
      </form>
    </Card>
  );
}
