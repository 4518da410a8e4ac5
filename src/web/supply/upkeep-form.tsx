/** One form of upkeep: its fields as they were sent, or as the unit stands. */
import type { JSX } from 'react';
import { placeProperties } from '../../domain/placement/provision.ts';
import { closureCauses } from '../../domain/placement/supply-state.ts';
import { danishDay } from '../../domain/time.ts';
import type { UpkeepMaterial } from '../../store/supply-upkeep.ts';
import type { Fields } from '../form.ts';
import { placeTexts } from '../places/texts.ts';
import { CheckboxGroup, ErrorSummary, type FieldErrors, RadioGroup, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { upkeepAddress, type UpkeepFormId } from './addresses.ts';
import { AlwaysThere } from './always-there.tsx';
import { endingTexts } from './ending-texts.ts';
import { inFieldOrder } from './form-fields.ts';
import { PeriodRows } from './period-rows.tsx';
import { supplyTexts } from './texts.ts';
import { closureText, isCauseOnly } from './words.ts';

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

export function UpkeepForm(props: UpkeepFormProps): JSX.Element {
  const { form, material, fields, errors, fault, formKey, language } = props;
  const say = supplyTexts(language);
  const standing = material.supply.places.find(({ id }) => id === fields.text('plads'));
  if ((form === 'aabn' || form === 'luk') && standing?.flexible === null)
    return <AlwaysThere place={standing} unit={material.unit.id} language={language} />;
  return (
    <>
      {fault.length > 0 && (
        <Alert tone="error">
          {fault.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Alert>
      )}
      <Card>
        <form method="post" action={`${upkeepAddress(material.unit.id)}/${form}`}>
          <ErrorSummary heading={say('errorHeading')} {...inFieldOrder(form, errors, language)} />
          <input type="hidden" name="noegle" value={formKey} />
          {hiddenIn(form).map(
            (name) => fields.text(name) !== '' && <input key={name} type="hidden" name={name} value={fields.text(name)} />,
          )}
          <FormFields {...props} />
          <div className="actions">
            <button className="button button-primary">{say('save')}</button>
            <a href={upkeepAddress(material.unit.id)}>{say('back')}</a>
          </div>
        </form>
      </Card>
    </>
  );
}

/** What a form is about, sent along unseen. */
function hiddenIn(form: UpkeepFormId): readonly ('plads' | 'lukning' | 'rum')[] {
  return form === 'rumnavn' || form === 'fjern-rum' ? ['rum'] : ['plads', 'lukning'];
}

function FormFields(props: UpkeepFormProps): JSX.Element {
  const { form, material, fields, isSent, errors, language } = props;
  const say = supplyTexts(language);
  const { supply, now } = material;
  const place = supply.places.find(({ id }) => id === fields.text('plads'));
  const today = danishDay(now);
  const value = (name: string, otherwise: string | number | null | undefined = ''): string =>
    isSent ? fields.text(name) : String(otherwise ?? '');
  const date = (name: string, label: string, otherwise = '', hint?: string): JSX.Element => (
    <TextField name={name} label={label} type="date" value={value(name, otherwise)} errors={errors} {...(hint ? { hint } : {})} />
  );
  const number = (name: string, label: string, otherwise: number | null): JSX.Element => (
    <TextField name={name} label={label} inputMode="numeric" value={value(name, otherwise)} errors={errors} longest={4} />
  );
  const about = supply.closures.find(({ id }) => id === fields.text('lukning'));
  const closure = (): JSX.Element => (
    <>
      {date('fra', say('from'), about?.from ?? today)}
      {date('til', say('toClosure'), about?.to ?? '', say('toHint'))}
      <SelectField
        name="aarsag"
        label={say('cause')}
        value={value('aarsag', about?.cause)}
        empty={say('choose')}
        options={closureCauses.map((cause) => ({ value: cause, text: say(`cause.${cause}`) }))}
        errors={errors}
      />
      <TextField
        name="grund"
        label={say('reason')}
        hint={say('reasonHint')}
        value={value('grund', about && !isCauseOnly(about) ? about.reason : '')}
        errors={errors}
        longest={300}
      />
    </>
  );
  const roomAndName = (of: { readonly room: string; readonly name: string }): JSX.Element => (
    <>
      <SelectField
        name="rum"
        label={say('room')}
        value={value('rum', of.room)}
        empty={say('choose')}
        options={supply.rooms.map(({ id, name }) => ({ value: id, text: name }))}
        errors={errors}
      />
      <TextField name="navn" label={say('placeName')} value={value('navn', of.name)} errors={errors} longest={80} />
    </>
  );
  const properties = (chosen: readonly string[]): JSX.Element => (
    <CheckboxGroup
      name="egenskab"
      label={say('properties')}
      values={isSent ? fields.all('egenskab') : chosen}
      errors={errors}
      options={placeProperties.map((property) => ({ value: property, text: placeTexts(language)(`property.${property}`) }))}
    />
  );

  switch (form) {
    case 'aabning':
      return (
        <PeriodRows rows={supply.open} fields={isSent ? fields : null} hint={say('openingHint')} errors={errors} language={language} />
      );
    case 'normering':
      return (
        <PeriodRows
          rows={supply.staffing}
          fields={isSent ? fields : null}
          hint={say('staffingHint')}
          errors={errors}
          language={language}
          numbered={(index) => supply.staffing[index]?.women ?? null}
        />
      );
    case 'lukning':
      return (
        <>
          <SelectField
            name="hvad"
            label={say('what')}
            value={value('hvad', place?.id ?? '')}
            empty={say('whole')}
            options={supply.places.map(({ id, name }) => ({ value: id, text: name }))}
            errors={errors}
          />
          {closure()}
        </>
      );
    case 'ret-lukning':
      return (
        <>
          {about && <p>{closureText(about, supply, language)}</p>}
          {closure()}
        </>
      );
    case 'ophaev':
      return (
        <>
          {about && <p>{closureText(about, supply, language)}</p>}
          {date('dag', say('liftDay'), today)}
        </>
      );
    case 'nedlaeg':
      return (
        <>
          <p>{say('discontinueIntro')}</p>
          {date('dag', say('discontinueDay'), today)}
          <TextField
            name="grund"
            label={say('reason')}
            hint={say('discontinueHint')}
            value={value('grund')}
            errors={errors}
            longest={300}
          />
        </>
      );
    case 'nedlaeg-plads':
      return (
        <>
          <p>{endingTexts(language)('intro')}</p>
          {date('dag', endingTexts(language)('day'), today)}
          <TextField name="grund" label={endingTexts(language)('why')} value={value('grund')} errors={errors} longest={300} />
        </>
      );
    case 'fjern-rum':
      return <p>{say('removeRoomIntro', { room: supply.rooms.find(({ id }) => id === fields.text('rum'))?.name ?? say('roomGone') })}</p>;
    case 'rum':
      return <TextField name="navn" label={say('roomName')} value={value('navn')} errors={errors} longest={80} />;
    case 'rumnavn':
      return (
        <TextField
          name="navn"
          label={say('roomName')}
          value={value('navn', supply.rooms.find(({ id }) => id === fields.text('rum'))?.name)}
          errors={errors}
          longest={80}
        />
      );
    case 'plads':
      return (
        <>
          {roomAndName({ room: '', name: '' })}
          {properties([])}
        </>
      );
    case 'pladsnavn':
      return (
        <>
          <p>{say('roomHint')}</p>
          {roomAndName(place ?? { room: '', name: '' })}
        </>
      );
    case 'egenskaber':
      return properties(place?.properties ?? []);
    case 'optagelse': {
      const { youngest, oldest, womenOnly, mostChildren, oldestChild } = supply.admission;
      return (
        <>
          <p>{say('admissionHint')}</p>
          {number('yngst', say('youngest'), youngest)}
          {number('aeldst', say('oldest'), oldest)}
          <CheckboxGroup
            name="kunkvinder"
            label={say('womenOnlyLabel')}
            values={(isSent ? fields.text('kunkvinder') === 'ja' : womenOnly) ? ['ja'] : []}
            options={[{ value: 'ja', text: say('womenOnlyOption') }]}
          />
          {number('boern', say('mostChildren'), mostChildren)}
          {number('boernealder', say('oldestChild'), oldestChild)}
        </>
      );
    }
    case 'fleksibel':
      return (
        <>
          <RadioGroup
            name="form"
            label={say('flexibleLabel')}
            value={value('form', place?.flexible ? 'behov' : 'altid')}
            options={[
              { value: 'altid', text: say('flexibleAlways') },
              { value: 'behov', text: say('flexibleByNeed') },
            ]}
            errors={errors}
          />
          {number('dage', say('leadDays'), place?.flexible?.leadDays ?? null)}
          {number('tomme', say('emptyDays'), place?.flexible?.closesAfterDays ?? null)}
        </>
      );
    case 'aabn':
      return (
        <>
          {date('fra', say('from'), today)}
          {date('til', say('closeDay'), '', say('toHint'))}
        </>
      );
    case 'luk':
      return date('dag', say('closeDay'), today);
  }
}
