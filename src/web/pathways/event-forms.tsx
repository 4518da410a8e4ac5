/** The forms for what happens along the way: events, coordinator, due date, parties, wish for treatment. */
import type { JSX } from 'react';
import { asId } from '../../domain/id.ts';
import { birthAsked } from '../../domain/pathway/birth-asked.ts';
import { eventKinds, soughtTreatments } from '../../domain/pathway/facts.ts';
import { dueDateBases, dueDateFromLastMenstruation } from '../../domain/pathway/gestation.ts';
import { danishDay, type Day } from '../../domain/time.ts';
import { dayIn } from '../form.ts';
import { CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { FormContext, FormProps, PathwayForm } from './form.ts';
import type { Reader } from './form-reader.ts';
import { formTexts } from './form-texts.ts';
import { readByHer } from './read-by-her.ts';
import { readSharing, SharingFields } from './sharing-fields.tsx';
import { wordTexts } from './word-texts.ts';

export const eventForm: PathwayForm = {
  action: 'record-event',
  path: 'haendelse',
  permission: 'pathway:record',
  asksDay: true,
  View: EventView,
  read(reader, { pathway, now }) {
    const kind = reader.choice('slags', eventKinds);
    const text = reader.text('tekst', 'error.what');
    if (kind === 'birth') askAboutBirth(reader, pathway, danishDay(now));
    return kind && { type: 'event', kind, text };
  },
};

/** A birth that hardly can be is asked about before it is kept; who says that the day is right says it of that day alone. */
function askAboutBirth(reader: Reader, { dueDate }: FormContext['pathway'], today: Day): void {
  const born = reader.pastDay('happened', today);
  const asked = born && birthAsked(dueDate?.dueDate ?? null, born);
  if (!asked || reader.optional('dag-rigtig') === born) return;
  if (asked.outcome === 'not-begun') reader.refuse('dag-rigtig', 'error.birthNotBegun');
  else reader.refuse('dag-rigtig', 'error.birthFarFromTerm', { weeks: asked.weeks, days: asked.days });
}

export const coordinatorForm: PathwayForm = {
  action: 'name-coordinator',
  path: 'koordinator',
  permission: 'pathway:record',
  asksDay: true,
  View: CoordinatorView,
  read(reader, { pathway }) {
    const parties = pathway.team.map(({ name }) => name);
    const organisationName = reader.choice('koordinators-part', parties);
    const coordinator = reader.text('koordinator', 'error.who');
    const telephone = reader.text('telefon', 'error.telephone');
    const deputy = reader.optional('stedfortraeder') || null;
    return organisationName === null ? null : { type: 'coordinator-named', coordinator, deputy, organisationName, telephone };
  },
};

export const dueDateForm: PathwayForm = {
  action: 'set-due-date',
  path: 'termin',
  permission: 'pathway:record',
  asksDay: true,
  View: DueDateView,
  read(reader) {
    const basis = reader.choice('grundlag', dueDateBases);
    const given = reader.day('dato', 'error.dueDate');
    if (basis === null || given === null) return null;
    return { type: 'due-date-set', basis, dueDate: basis === 'last-menstruation' ? dueDateFromLastMenstruation(given) : given };
  },
};

export const partyForm: PathwayForm = {
  action: 'join-party',
  path: 'part',
  permission: 'pathway:record',
  asksDay: true,
  View: PartyView,
  read(reader, { parties, now }) {
    const chosen = reader.choice(
      'part',
      parties.map(({ id }): string => id),
    );
    const task = reader.text('opgave', 'error.what');
    const sharing = readSharing(reader, danishDay(now));
    const party = parties.find(({ id }) => id === chosen);
    if (!party || !sharing) return null;
    return { type: 'party-joined', organisation: asId<'organisation'>(party.id), organisationName: party.name, task, sharing };
  },
};

export const treatmentForm: PathwayForm = {
  action: 'seek-treatment',
  path: 'oensker-behandling',
  permission: 'pathway:record',
  asksDay: true,
  View: TreatmentView,
  read(reader) {
    const substances = reader.choice('behandling', soughtTreatments);
    return substances && { type: 'treatment-sought', substances };
  },
};

function EventView({ language, values, errors }: FormProps): JSX.Element {
  const [say, word] = [formTexts(language), wordTexts(language)];
  const [born, confirmed] = [dayIn(values, 'happened'), values.all('dag-rigtig')];
  return (
    <>
      <SelectField
        name="slags"
        label={say('form.kind')}
        errors={errors}
        value={values.text('slags')}
        empty="–"
        options={eventKinds.map((kind) => ({ value: kind, text: word(`event.${kind}`) }))}
      />
      <TextArea name="tekst" label={say('form.text')} hint={say('form.textHint')} errors={errors} value={values.text('tekst')} required />
      {born !== null && (errors['dag-rigtig'] !== undefined || confirmed.includes(born)) && (
        <CheckboxGroup
          name="dag-rigtig"
          label={say('form.dayIsRight')}
          hint={say('form.dayIsRightHint')}
          errors={errors}
          values={confirmed}
          options={[{ value: born, text: say('form.bornOn', { day: dayText(born, language) }) }]}
        />
      )}
    </>
  );
}

function CoordinatorView({ language, values, errors, pathway }: FormProps): JSX.Element {
  const say = formTexts(language);
  const { coordinator } = pathway;
  return (
    <>
      <SelectField
        name="koordinators-part"
        label={say('form.coordinatorParty')}
        errors={errors}
        value={values.text('koordinators-part') || (coordinator?.organisationName ?? '')}
        empty="–"
        options={pathway.team.map(({ name }) => ({ value: name, text: name }))}
      />
      <TextField
        name="koordinator"
        label={say('form.coordinator')}
        hint={readByHer(language)}
        errors={errors}
        value={values.text('koordinator') || (coordinator?.name ?? '')}
        required
      />
      <TextField
        name="telefon"
        label={say('form.telephone')}
        hint={readByHer(language, say('form.telephoneHint'))}
        errors={errors}
        value={values.text('telefon') || (coordinator?.telephone ?? '')}
        required
      />
      <TextField
        name="stedfortraeder"
        label={say('form.deputy')}
        hint={readByHer(language, say('form.deputyHint'))}
        errors={errors}
        value={values.text('stedfortraeder') || (coordinator?.deputy ?? '')}
      />
    </>
  );
}

function DueDateView({ language, values, errors }: FormProps): JSX.Element {
  const [say, word] = [formTexts(language), wordTexts(language)];
  return (
    <>
      <RadioGroup
        name="grundlag"
        label={say('form.basis')}
        errors={errors}
        value={values.text('grundlag')}
        options={dueDateBases.map((basis) => ({ value: basis, text: word(`basis.${basis}`) }))}
      />
      <TextField
        name="dato"
        type="date"
        label={say('form.dueDate')}
        hint={say('form.dueDateHint')}
        errors={errors}
        value={values.text('dato')}
        required
      />
    </>
  );
}

function PartyView({ language, values, errors, parties }: FormProps): JSX.Element {
  const say = formTexts(language);
  return (
    <>
      <SelectField
        name="part"
        label={say('form.party')}
        errors={errors}
        value={values.text('part')}
        empty="–"
        options={parties.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <TextField name="opgave" label={say('form.task')} hint={readByHer(language)} errors={errors} value={values.text('opgave')} required />
      <SharingFields language={language} values={values} errors={errors} />
    </>
  );
}

function TreatmentView({ language, values, errors }: FormProps): JSX.Element {
  const [say, word] = [formTexts(language), wordTexts(language)];
  return (
    <RadioGroup
      name="behandling"
      label={say('form.substances')}
      errors={errors}
      value={values.text('behandling')}
      options={soughtTreatments.map((one) => ({ value: one, text: word(`substances.${one}`) }))}
    />
  );
}
