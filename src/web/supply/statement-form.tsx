/** The form in which a unit states its qualification: tables with an answer, what shows it, a link, and the day it holds. */
import type { JSX, ReactNode } from 'react';
import { availabilities, competenceIds, competenceSources, competenceTable } from '../../domain/placement/qualification/competences.ts';
import { practices, screeningCriterionIds } from '../../domain/placement/qualification/editions.ts';
import type { QualificationStatement, StatedEvidence } from '../../domain/placement/qualification/statement.ts';
import { danishDay, type Day } from '../../domain/time.ts';
import type { QualificationMaterial } from '../../store/qualification.ts';
import type { Fields } from '../form.ts';
import { ErrorSummary, type FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { qualificationAddress, statementAddress } from './addresses.ts';
import { CellInput, CellSelect } from './cell-fields.tsx';
import { qualificationTexts } from './qualification-texts.ts';
import { competenceName } from './qualification-words.ts';
import { yearsAskedFor } from './statement-reading.ts';
import { SectionTable, sectionsOf } from './statement-sections.tsx';
import { statementTexts } from './statement-texts.ts';

type Props = {
  readonly material: QualificationMaterial;
  /** What was sent and refused; null before anything was. */
  readonly fields: Fields | null;
  readonly errors: FieldErrors;
  readonly fault: readonly string[];
  readonly language: Language;
};

/** What stands in a field: as it was sent, or as it was stated last. */
type Shown = (name: string, stated: string | number | null | undefined) => string;

export function StatementForm({ material, fields, errors, fault, language }: Props): JSX.Element {
  const say = qualificationTexts(language);
  const { unit, record, now } = material;
  const today = danishDay(now);
  const shown: Shown = (name, stated) => (fields ? fields.text(name) : String(stated ?? ''));
  const common = { statement: record.statement, shown, errors, today, language };
  return (
    <form method="post" action={statementAddress(unit.id)}>
      <p>{say('stateIntro')}</p>
      {fault.length > 0 && <Alert tone="error">{fault.join(' ')}</Alert>}
      <ErrorSummary heading={say('errorHeading')} errors={errors} />
      <nav className="no-print" aria-label={statementTexts(language)('contents')}>
        <ul className="plain-list">
          {sectionsOf(record.statement, today, language).map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
          <li>
            <a href="#gem">{statementTexts(language)('save')}</a>
          </li>
        </ul>
      </nav>
      <Competences {...common} />
      <Staff {...common} />
      <Volumes {...common} />
      <Practices {...common} />
      <Expectations {...common} />
      <div className="actions" id="gem">
        <button className="button button-primary">{say('save')}</button>
        <a href={qualificationAddress(unit.id)}>{say('back')}</a>
      </div>
    </form>
  );
}

type Section = {
  readonly statement: QualificationStatement;
  readonly shown: Shown;
  readonly errors: FieldErrors;
  readonly today: Day;
  readonly language: Language;
};

function Competences(props: Section): JSX.Element {
  const { statement, shown, errors, language } = props;
  const say = qualificationTexts(language);
  return (
    <SectionTable {...props} section="competences" heads={[say('competence'), say('competenceSource'), say('availability')]}>
      {competenceIds.map((id) => {
        const stated = statement.competences.find(({ competence }) => competence === id);
        const has = stated?.has === 'absent' ? null : (stated?.has ?? null);
        const [name, guidance] = [competenceName(id), say(`availability.${competenceTable[id].availability}`)];
        return (
          <Row key={id} {...props} row={id} about={name} heading={`${name} (${guidance})`} evidence={stated}>
            <td data-label={say('competenceSource')}>
              <CellSelect
                name={`kilde-${id}`}
                label={`${name}: ${say('competenceSource')}`}
                value={shown(`kilde-${id}`, stated?.has === 'absent' ? 'absent' : has?.source)}
                errors={errors}
                empty={say('notStated')}
                options={[...competenceSources, 'absent' as const].map((source) => ({ value: source, text: say(`has.${source}`) }))}
              />
            </td>
            <td data-label={say('availability')}>
              <CellSelect
                name={`ofte-${id}`}
                label={`${name}: ${say('availability')}`}
                value={shown(`ofte-${id}`, has?.availability)}
                errors={errors}
                empty={say('notStated')}
                options={availabilities.map((one) => ({ value: one, text: say(`availability.${one}`) }))}
              />
            </td>
          </Row>
        );
      })}
    </SectionTable>
  );
}

function Staff(props: Section): JSX.Element {
  const { statement, shown, errors, language } = props;
  const say = qualificationTexts(language);
  const { staff } = statement;
  const standing = staff?.fullTimeEquivalents ?? null;
  const text = language === 'da' ? standing?.toString().replace('.', ',') : standing?.toString();
  const cell = (name: string, label: string, stated: string | number | null | undefined): JSX.Element => (
    <td data-label={label}>
      <CellInput name={name} label={label} value={shown(name, stated)} errors={errors} numeric />
    </td>
  );
  return (
    <SectionTable {...props} section="staff" heads={[say('fact'), say('fullTimeEquivalents'), say('staffCount'), say('experienced')]}>
      <Row {...props} row="medarbejdere" about={say('staff')} heading={say('staffCount')} evidence={staff ?? undefined}>
        {cell('aarsvaerk', say('fullTimeEquivalents'), text)}
        {cell('medarbejdere', say('staffCount'), staff?.staff)}
        {cell('erfarne', say('experienced'), staff?.experienced)}
      </Row>
    </SectionTable>
  );
}

function Volumes(props: Section): JSX.Element {
  const { statement, shown, errors, today, language } = props;
  const say = qualificationTexts(language);
  return (
    <SectionTable {...props} section="volumes" heads={[say('year'), say('women')]}>
      {yearsAskedFor(today).map((year) => {
        const stated = statement.volumes.find((one) => one.year === year);
        const label = `${say('women')} ${year}`;
        return (
          <Row key={year} {...props} row={String(year)} about={label} heading={String(year)} evidence={stated}>
            <td data-label={say('women')}>
              <CellInput name={`kvinder-${year}`} label={label} value={shown(`kvinder-${year}`, stated?.women)} errors={errors} numeric />
            </td>
          </Row>
        );
      })}
    </SectionTable>
  );
}

function Practices(props: Section): JSX.Element {
  const { statement, shown, errors, language } = props;
  const say = qualificationTexts(language);
  return (
    <SectionTable {...props} section="practices" heads={[say('fact'), say('value')]}>
      {practices.map((practice) => {
        const stated = statement.practices.find((one) => one.practice === practice);
        const [name, label] = [`praksis-${practice}`, say(`practice.${practice}`)];
        return (
          <Row key={practice} {...props} row={practice} about={label} heading={label} evidence={stated}>
            <td data-label={say('value')}>
              <CellSelect
                name={name}
                label={label}
                value={shown(name, stated && (stated.holds ? 'ja' : 'nej'))}
                errors={errors}
                empty={say('notStated')}
                options={[
                  { value: 'ja', text: say('yes') },
                  { value: 'nej', text: say('no') },
                ]}
              />
            </td>
          </Row>
        );
      })}
    </SectionTable>
  );
}

function Expectations(props: Section): JSX.Element {
  const { statement, shown, errors, language } = props;
  const say = qualificationTexts(language);
  return (
    <SectionTable {...props} section="expectations" heads={[say('criterion'), say('expectedBy')]}>
      {screeningCriterionIds.map((criterion) => {
        const stated = statement.expectations.find((one) => one.criterion === criterion);
        const [name, heading] = [`senest-${criterion}`, say(`criterion.${criterion}`)];
        const label = `${heading}: ${say('expectedBy')}`;
        return (
          <Row key={criterion} {...props} row={`forventet-${criterion}`} about={label} heading={heading} evidence={stated}>
            <td data-label={say('expectedBy')}>
              <CellInput name={name} label={label} type="date" value={shown(name, stated?.by)} errors={errors} />
            </td>
          </Row>
        );
      })}
    </SectionTable>
  );
}

/** A row: its heading, the cells with its answer, and what shows it. */
function Row({
  row,
  about,
  heading,
  evidence,
  shown,
  errors,
  today,
  language,
  children,
}: Section & {
  readonly row: string;
  readonly about: string;
  readonly heading: string;
  readonly evidence: StatedEvidence | undefined;
  readonly children: ReactNode;
}): JSX.Element {
  const say = qualificationTexts(language);
  const cell = (name: string, label: string, value: string | null | undefined, type: 'text' | 'date' = 'text'): JSX.Element => (
    <td data-label={label}>
      <CellInput name={name} label={`${about}: ${label}`} value={shown(name, value)} errors={errors} type={type} />
    </td>
  );
  return (
    <tr>
      <th scope="row">{heading}</th>
      {children}
      {cell(`vis-${row}`, say('evidence'), evidence?.text)}
      {cell(`link-${row}`, say('link'), evidence?.link)}
      {cell(`dag-${row}`, say('asOf'), evidence?.asOf ?? today, 'date')}
    </tr>
  );
}
