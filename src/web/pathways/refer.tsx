/** A new referral: told once, with the parties that are to take part from the start. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { municipalities, municipality } from '../../domain/geography/municipalities.ts';
import { asId, type Id } from '../../domain/id.ts';
import { type PathwayFact, type SharingBasis, soughtTreatments } from '../../domain/pathway/facts.ts';
import type { Day } from '../../domain/time.ts';
import type { Actor, Organisation, OrganisationKind } from '../../domain/trail.ts';
import type { ListedPathway } from '../../store/pathway.ts';
import { dayIn, type Fields } from '../form.ts';
import { CheckboxGroup, ErrorSummary, type FieldErrors, longestText, RadioGroup, SelectField, TextArea, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { pathwayAddress } from './addresses.ts';
import { readerOf } from './form-reader.ts';
import { formTexts } from './form-texts.ts';
import { readByHer } from './read-by-her.ts';
import { readSharing, SharingFields } from './sharing-fields.tsx';
import { wordTexts } from './word-texts.ts';

/** The kinds of party that a referral can ask; which organisation it is follows from the municipality. */
const askedKinds = [
  'family-clinic',
  'substance-treatment',
  'family-department',
  'municipality',
] as const satisfies readonly OrganisationKind[];
type AskedKind = (typeof askedKinds)[number];

export type ReadReferral =
  | {
      readonly outcome: 'read';
      readonly calledName: string;
      readonly municipality: Id<'municipality'>;
      readonly kinds: readonly AskedKind[];
      readonly concern: string;
      readonly dueDate: Day | null;
      readonly sought: (typeof soughtTreatments)[number] | null;
      readonly sharing: SharingBasis;
    }
  | { readonly outcome: 'refused'; readonly errors: FieldErrors };

/** A called name is a first name, initials or «ukendt»: more characters than this are something else. */
const longestName = 100;

/** Reads the form; every field that is wrong is named with a sentence. */
export function readReferral(fields: Fields, today: Day, language: Language): ReadReferral {
  const say = formTexts(language);
  const calledName = fields.text('kaldenavn');
  const found = municipality(fields.text('kommune'));
  const concern = fields.text('bekymring');
  const kinds = askedKinds.filter((kind) => fields.all('parter').includes(kind));
  const dueDate = dayIn(fields, 'termin');
  const reader = readerOf(fields, language);
  const sharing = readSharing(reader, today);
  const errors = {
    ...(calledName === '' && { kaldenavn: say('refer.error.name') }),
    ...(calledName.length > longestName && { kaldenavn: say('error.long', { most: longestName }) }),
    ...(found === null && { kommune: say('refer.error.municipality') }),
    ...(concern === '' && { bekymring: say('refer.error.concern') }),
    ...(concern.length > longestText && { bekymring: say('error.long', { most: longestText }) }),
    ...(fields.text('termin') !== '' && dueDate === null && { termin: say('error.day') }),
    ...(kinds.length === 0 && { parter: say('refer.error.parties') }),
    ...reader.errors(),
  };
  if (found === null || sharing === null || Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const sought = soughtTreatments.find((one) => one === fields.text('behandling')) ?? null;
  return { outcome: 'read', calledName, municipality: found.id, kinds, concern, dueDate, sought, sharing };
}

/** The facts that a referral opens with: the referral itself first, then who takes part, the due date and her wish. */
export function factsOfReferral(
  read: Extract<ReadReferral, { outcome: 'read' }>,
  actor: Actor,
  organisations: readonly Organisation[],
  language: Language,
): { readonly referral: Extract<PathwayFact, { type: 'referral-registered' }>; readonly further: readonly PathwayFact[] } {
  const say = formTexts(language);
  const { calledName, municipality: where, concern, kinds, dueDate, sought, sharing } = read;
  const own = actor.organisation;
  const asked = kinds.flatMap((kind) => {
    const organisation = organisations.find((one) => one.kind === kind);
    return organisation && organisation.id !== own.id ? [{ ...joined(organisation, say(`task.${kind}`)), sharing }] : [];
  });
  return {
    referral: { type: 'referral-registered', person: null, calledName, municipality: where, concern, referrer: own.name, sharing },
    further: [
      joined(own, say('task.own')),
      ...asked,
      ...(dueDate === null ? [] : [{ type: 'due-date-set', dueDate, basis: 'estimate' } as const]),
      ...(sought === null ? [] : [{ type: 'treatment-sought', substances: sought } as const]),
    ],
  };
}

type Props = {
  readonly actor: Actor;
  readonly values: Fields;
  readonly errors: FieldErrors;
  readonly duplicates: readonly ListedPathway[];
  /** The id the pathway will get, so that the form sent twice opens it once. */
  readonly id: string;
  readonly language: Language;
};

export function ReferralForm({ actor, values, errors, duplicates, id, language }: Props): JSX.Element {
  const [say, word] = [formTexts(language), wordTexts(language)];
  const names = municipalities.toSorted((a, b) => compareNames(a.name, b.name));
  return (
    <form method="post" action="/forloeb/ny" noValidate>
      <ErrorSummary heading={say('errors')} errors={errors} />
      <Duplicates duplicates={duplicates} language={language} />
      <p>{say('refer.intro')}</p>
      <input type="hidden" name="forloeb" value={id} />
      <TextField
        name="kaldenavn"
        label={say('refer.calledName')}
        hint={say('refer.calledNameHint')}
        errors={errors}
        value={values.text('kaldenavn')}
        longest={longestName}
        required
      />
      <SelectField
        name="kommune"
        label={say('refer.municipality')}
        hint={say('refer.municipalityHint')}
        errors={errors}
        value={values.text('kommune') || (actor.organisation.municipality ?? '')}
        empty={say('refer.chooseMunicipality')}
        options={names.map((one) => ({ value: one.id, text: one.name }))}
      />
      <TextArea
        name="bekymring"
        label={say('refer.concern')}
        hint={readByHer(language, say('refer.concernHint'))}
        errors={errors}
        value={values.text('bekymring')}
        required
      />
      <TextField name="termin" type="date" label={say('refer.dueDate')} errors={errors} value={values.text('termin')} />
      <RadioGroup
        name="behandling"
        label={say('refer.wantsTreatment')}
        hint={say('refer.wantsTreatmentHint')}
        errors={errors}
        value={values.text('behandling') || 'nej'}
        options={[
          { value: 'nej', text: say('refer.notAsked') },
          ...soughtTreatments.map((one) => ({ value: one, text: word(`substances.${one}`) })),
        ]}
      />
      <SharingFields language={language} values={values} errors={errors} />
      <CheckboxGroup
        name="parter"
        label={say('refer.parties')}
        hint={say('refer.partiesHint')}
        errors={errors}
        values={values.all('parter')}
        options={askedKinds.map((kind) => ({ value: kind, text: say(`refer.party.${kind}`) }))}
      />
      <div className="actions">
        {duplicates.length > 0 ? (
          <button className="button button-primary" name="en-anden" value="ja">
            {say('refer.notTheSame')}
          </button>
        ) : (
          <button className="button button-primary">{say('refer.save')}</button>
        )}
      </div>
    </form>
  );
}

function Duplicates({
  duplicates,
  language,
}: {
  readonly duplicates: readonly ListedPathway[];
  readonly language: Language;
}): JSX.Element | null {
  const say = formTexts(language);
  if (duplicates.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('refer.duplicates')}>
      <p>{say('refer.duplicatesText')}</p>
      <ul>
        {duplicates.map(({ id, pathway }) => (
          <li key={id}>
            <a href={pathwayAddress(id)}>{pathway.calledName}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function joined({ id, name }: Organisation, task: string): Extract<PathwayFact, { type: 'party-joined' }> {
  return { type: 'party-joined', organisation: asId<'organisation'>(id), organisationName: name, task };
}
