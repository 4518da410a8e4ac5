/** The form in which the agency assesses a unit by an edition of the screening model: an outcome and a reason for each criterion. */
import type { JSX } from 'react';
import { assessQualification, qualificationOutcomes } from '../../domain/placement/qualification/assess.ts';
import type { ScreeningEdition } from '../../domain/placement/qualification/editions.ts';
import type { AgencyFinding } from '../../domain/placement/qualification/summary.ts';
import { danishDay, type Day } from '../../domain/time.ts';
import type { QualificationMaterial } from '../../store/qualification.ts';
import { dayIn, type Fields } from '../form.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextArea, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { assessmentAddress, qualificationAddress } from './addresses.ts';
import { UnitFinding } from './qualification-page.tsx';
import { qualificationTexts } from './qualification-texts.ts';

type Props = {
  readonly material: QualificationMaterial;
  readonly edition: ScreeningEdition;
  readonly fields: Fields | null;
  readonly errors: FieldErrors;
  readonly fault: readonly string[];
  readonly language: Language;
};

export function AssessmentForm({ material, edition, fields, errors, fault, language }: Props): JSX.Element {
  const say = qualificationTexts(language);
  const { unit, record, now } = material;
  const findings = assessQualification(edition, { ...record, on: danishDay(now) });
  const last = record.assessments.find((one) => one.edition === edition.id)?.findings ?? [];
  const shown = (name: string, stood: string | null | undefined): string => (fields ? fields.text(name) : (stood ?? ''));
  return (
    <form method="post" action={assessmentAddress(unit.id)}>
      <p>{say('assessIntro')}</p>
      {fault.length > 0 && <Alert tone="error">{fault.join(' ')}</Alert>}
      <ErrorSummary heading={say('errorHeading')} errors={errors} />
      <input type="hidden" name="udgave" value={edition.id} />
      {edition.criteria.map(({ id, officialText }, index) => {
        const stood = last.find(({ criterion }) => criterion === id);
        return (
          <Card key={id} heading={say(`criterion.${id}`)}>
            <p className="quiet">{officialText}</p>
            <h3>{say('byUnit')}</h3>
            <UnitFinding finding={findings[index]} language={language} />
            <SelectField
              name={`udfald-${id}`}
              label={say('outcome')}
              value={shown(`udfald-${id}`, stood?.outcome)}
              empty={say('notAssessed')}
              options={qualificationOutcomes.map((outcome) => ({ value: outcome, text: outcomeName(outcome, language) }))}
              errors={errors}
            />
            <TextField
              name={`senest-${id}`}
              label={say('expectedByAgency')}
              type="date"
              value={shown(`senest-${id}`, stood?.by)}
              errors={errors}
            />
            <TextArea name={`grund-${id}`} label={say('reason')} value={shown(`grund-${id}`, stood?.reason)} errors={errors} />
          </Card>
        );
      })}
      <div className="actions">
        <button className="button button-primary">{say('save')}</button>
        <a href={qualificationAddress(unit.id, edition.id)}>{say('back')}</a>
      </div>
    </form>
  );
}

export type ReadAssessment = { readonly findings: readonly AgencyFinding[] } | { readonly errors: FieldErrors };

/** Reads the form; a criterion without an outcome was not assessed. */
export function readAssessment(edition: ScreeningEdition, fields: Fields, today: Day, language: Language): ReadAssessment {
  const say = qualificationTexts(language);
  const errors: Record<string, string> = {};
  const findings = edition.criteria.flatMap(({ id }): readonly AgencyFinding[] => {
    const outcome = qualificationOutcomes.find((one) => one === fields.text(`udfald-${id}`));
    const about = say(`criterion.${id}`);
    const reason = fields.text(`grund-${id}`);
    if (!outcome) {
      if (reason !== '' || fields.text(`senest-${id}`) !== '') errors[`udfald-${id}`] = say('fault.outcome', { about });
      return [];
    }
    const by = outcome === 'expected' ? dayIn(fields, `senest-${id}`) : null;
    if (outcome === 'expected' && (by === null || by <= today)) errors[`senest-${id}`] = say('fault.expectedBy', { about });
    if (reason === '') errors[`grund-${id}`] = say('fault.reason', { about });
    return [{ criterion: id, outcome, by, reason }];
  });
  const [first] = edition.criteria;
  if (findings.length === 0 && Object.keys(errors).length === 0 && first) errors[`udfald-${first.id}`] = say('fault.nothing');
  return Object.keys(errors).length > 0 ? { errors } : { findings };
}

function outcomeName(outcome: (typeof qualificationOutcomes)[number], language: Language): string {
  const say = qualificationTexts(language);
  if (outcome === 'expected') return say('outcome.expectedPlain');
  return outcome === 'unknown' ? say('outcome.agencyUnknown') : say(`outcome.${outcome}`);
}
