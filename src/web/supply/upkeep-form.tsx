/** One form of upkeep: its fields as they were sent, or as the unit stands. */
import type { JSX } from 'react';
import { addDays, danishDay } from '../../domain/time.ts';
import { ErrorSummary, SelectField, TextField } from '../ui/fields.tsx';
import { Alert, Card } from '../ui/pieces.tsx';
import { upkeepAddress, type UpkeepFormId } from './addresses.ts';
import { AlwaysThere } from './always-there.tsx';
import { endingTexts } from './ending-texts.ts';
import { inFieldOrder } from './form-fields.ts';
import { PeriodRows } from './period-rows.tsx';
import { supplyTexts } from './texts.ts';
import {
  AdmissionFields,
  ClosureFields,
  DayField,
  FlexibleFields,
  Properties,
  RoomAndName,
  type UpkeepFormProps,
  valueIn,
} from './upkeep-fields.tsx';
import { closureText } from './words.ts';

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
  const about = supply.closures.find(({ id }) => id === fields.text('lukning'));

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
            value={valueIn(props, 'hvad', place?.id)}
            empty={say('whole')}
            options={supply.places.map(({ id, name }) => ({ value: id, text: name }))}
            errors={errors}
          />
          <ClosureFields of={props} />
        </>
      );
    case 'ret-lukning':
      return (
        <>
          {about && <p>{closureText(about, supply, language)}</p>}
          <ClosureFields of={props} />
        </>
      );
    case 'ophaev':
      return (
        <>
          {about && <p>{closureText(about, supply, language)}</p>}
          <DayField of={props} name="dag" label={say('liftDay')} otherwise={today} />
        </>
      );
    case 'nedlaeg':
      return (
        <>
          <p>{say('discontinueIntro')}</p>
          <DayField of={props} name="dag" label={say('discontinueDay')} otherwise={today} />
          <TextField
            name="grund"
            label={say('reason')}
            hint={say('discontinueHint')}
            value={valueIn(props, 'grund')}
            errors={errors}
            longest={300}
          />
        </>
      );
    case 'nedlaeg-plads':
      return (
        <>
          <p>{endingTexts(language)('intro')}</p>
          <DayField of={props} name="dag" label={endingTexts(language)('day')} otherwise={today} />
          <TextField name="grund" label={endingTexts(language)('why')} value={valueIn(props, 'grund')} errors={errors} longest={300} />
        </>
      );
    case 'fjern-rum':
      return <p>{say('removeRoomIntro', { room: supply.rooms.find(({ id }) => id === fields.text('rum'))?.name ?? say('roomGone') })}</p>;
    case 'rum':
      return <TextField name="navn" label={say('roomName')} value={valueIn(props, 'navn')} errors={errors} longest={80} />;
    case 'rumnavn':
      return (
        <TextField
          name="navn"
          label={say('roomName')}
          value={valueIn(props, 'navn', supply.rooms.find(({ id }) => id === fields.text('rum'))?.name)}
          errors={errors}
          longest={80}
        />
      );
    case 'plads':
      return (
        <>
          <RoomAndName of={props} place={null} />
          <Properties of={props} chosen={[]} />
        </>
      );
    case 'pladsnavn':
      return (
        <>
          <p>{say('roomHint')}</p>
          <RoomAndName of={props} place={place ?? null} />
        </>
      );
    case 'egenskaber':
      return <Properties of={props} chosen={place?.properties ?? []} />;
    case 'optagelse':
      return <AdmissionFields of={props} />;
    case 'fleksibel':
      return <FlexibleFields of={props} />;
    case 'aabn':
      return (
        <>
          <DayField
            of={props}
            name="fra"
            label={say('from')}
            otherwise={addDays(today, place?.flexible?.leadDays ?? 0)}
            {...(place?.flexible ? { hint: say('openFromHint', { days: place.flexible.leadDays }) } : {})}
          />
          <DayField of={props} name="til" label={say('closeDay')} hint={say('toHint')} />
        </>
      );
    case 'luk':
      return <DayField of={props} name="dag" label={say('closeDay')} otherwise={today} />;
  }
}
