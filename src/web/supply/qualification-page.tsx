/** A unit's qualification: what it states and what the agency holds side by side, the facts behind, and every version. */
import type { JSX } from 'react';
import { assessQualification, type QualificationFinding } from '../../domain/placement/qualification/assess.ts';
import {
  type ScreeningCriterion,
  type ScreeningEdition,
  screeningEditions,
  screeningOf2024,
} from '../../domain/placement/qualification/editions.ts';
import { type AgencyFinding, qualificationSummary } from '../../domain/placement/qualification/summary.ts';
import { danishDay, type Day, yearOf } from '../../domain/time.ts';
import type { QualificationMaterial } from '../../store/qualification.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet, Strip, Tag } from '../ui/pieces.tsx';
import { assessmentAddress, qualificationAddress, statementAddress, versionAddress } from './addresses.ts';
import { QualificationFactList } from './qualification-facts.tsx';
import { qualificationTexts } from './qualification-texts.ts';
import { authorText, qualificationLine, reasonText } from './qualification-words.ts';

export type QualificationPageProps = {
  readonly material: QualificationMaterial;
  readonly edition: ScreeningEdition;
  readonly language: Language;
  /** The unit's own leader. */
  readonly states: boolean;
  /** The agency. */
  readonly assesses: boolean;
};

export function QualificationPage({ material, edition, language, states, assesses }: QualificationPageProps): JSX.Element {
  const say = qualificationTexts(language);
  const { unit, record, now } = material;
  const on = danishDay(now);
  const findings = assessQualification(edition, { ...record, on });
  const assessment = record.assessments.find((one) => one.edition === edition.id);
  const findingOf = (criterion: ScreeningCriterion): AgencyFinding | null =>
    assessment?.findings.find((one) => one.criterion === criterion.id) ?? null;
  return (
    <>
      <Strip>
        <p>
          <strong>{qualificationLine(qualificationSummary(record, on, edition), language)}</strong>
        </p>
        {states && <a href={statementAddress(unit.id)}>{say('state')}</a>}
        {assesses && <a href={assessmentAddress(unit.id, edition.id)}>{say('assess')}</a>}
      </Strip>
      <p>{say('intro')}</p>
      <p className="quiet">
        {say('edition', { name: edition.name, from: dayText(edition.from, language) })}.{' '}
        {edition.id === screeningOf2024.id && say('readingOf2024')}{' '}
        {screeningEditions
          .filter(({ id }) => id !== edition.id)
          .map(({ id, name }) => (
            <a key={id} href={qualificationAddress(unit.id, id)}>
              {say('otherEdition', { name })}
            </a>
          ))}
      </p>
      <div className="stacked labelled qualification">
        <Sheet caption={edition.name}>
          <thead>
            <tr>
              <th scope="col">{say('criterion')}</th>
              <th scope="col">{say('byUnit')}</th>
              <th scope="col">{say('byAgency')}</th>
            </tr>
          </thead>
          <tbody>
            {edition.criteria.map((criterion, index) => (
              <tr key={criterion.id}>
                <th scope="row">
                  {say(`criterion.${criterion.id}`)}
                  <span className="quiet where official">{criterion.officialText}</span>
                </th>
                <td data-label={say('byUnit')}>
                  <UnitFinding finding={findings[index]} language={language} />
                </td>
                <td data-label={say('byAgency')}>
                  <AgencyCell finding={findingOf(criterion)} language={language} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say('who')}</th>
              <td data-label={say('byUnit')}>{record.stated ? authorText(record.stated, language) : say('noFacts')}</td>
              <td data-label={say('byAgency')}>{assessment ? authorText(assessment, language) : say('notAssessed')}</td>
            </tr>
          </tbody>
        </Sheet>
      </div>
      <p className="quiet">{say('source', { source: edition.source })}</p>
      <QualificationFactList statement={record.statement} language={language} />
      <Counted material={material} language={language} />
      <Versions material={material} language={language} />
    </>
  );
}

/** What the unit's facts show of a criterion, and why. */
export function UnitFinding({
  finding,
  language,
}: {
  readonly finding: QualificationFinding | undefined;
  readonly language: Language;
}): JSX.Element {
  return (
    <>
      {finding && <OutcomeTag outcome={finding.outcome} by={finding.outcome === 'expected' ? finding.by : null} language={language} />}
      <ul className="reasons">
        {(finding?.reasons ?? []).map((reason) => (
          <li key={reasonText(reason, language)}>{reasonText(reason, language)}</li>
        ))}
      </ul>
    </>
  );
}

/** What the agency holds of a criterion, or that it holds nothing yet. */
export function AgencyCell({ finding, language }: { readonly finding: AgencyFinding | null; readonly language: Language }): JSX.Element {
  const say = qualificationTexts(language);
  if (finding === null) return <Tag>{say('notAssessed')}</Tag>;
  return (
    <>
      <OutcomeTag outcome={finding.outcome} by={finding.by} language={language} unknown={say('outcome.agencyUnknown')} />
      <p className="said">{finding.reason}</p>
    </>
  );
}

function OutcomeTag({
  outcome,
  by,
  language,
  unknown,
}: {
  readonly outcome: QualificationFinding['outcome'];
  readonly by: Day | null;
  readonly language: Language;
  /** What unknown is called; «not stated» when not said. */
  readonly unknown?: string;
}): JSX.Element {
  const say = qualificationTexts(language);
  switch (outcome) {
    case 'met':
      return <Tag tone="done">{say('outcome.met')}</Tag>;
    case 'expected':
      return <Tag tone="accent">{by === null ? say('outcome.expectedPlain') : say('outcome.expected', { by: dayText(by, language) })}</Tag>;
    case 'not-met':
      return <Tag tone="attention">{say('outcome.not-met')}</Tag>;
    case 'unknown':
      return <Tag>{unknown ?? say('outcome.unknown')}</Tag>;
  }
}

function Counted({ material: { record, now }, language }: Pick<QualificationPageProps, 'material' | 'language'>): JSX.Element {
  const say = qualificationTexts(language);
  return (
    <section aria-labelledby="talt">
      <h2 id="talt">{say('counted')}</h2>
      <p className="quiet">{record.counted.length === 0 ? say('countedNone') : say('countedHint')}</p>
      <ul className="bare">
        {record.counted.map(({ year, women, whole }) => (
          <li key={year}>
            {year}: <strong>{women}</strong> <span className="quiet">({yearText(year, whole, danishDay(now), language)})</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{say('countedDiffers')}</p>
    </section>
  );
}

/** How much of a year a count covers: the year that runs is counted to today. */
function yearText(year: number, whole: boolean, today: Day, language: Language): string {
  const say = qualificationTexts(language);
  if (year === yearOf(today)) return say(whole ? 'yearSoFar' : 'partYearSoFar', { day: dayText(today, language) });
  return say(whole ? 'wholeYear' : 'partYear');
}

function Versions({ material, language }: Pick<QualificationPageProps, 'material' | 'language'>): JSX.Element {
  const say = qualificationTexts(language);
  const { unit, versions } = material;
  return (
    <section aria-labelledby="udgaver">
      <h2 id="udgaver">{say('history')}</h2>
      {versions.length === 0 && <p>{say('historyNone')}</p>}
      <ul className="bare">
        {versions.map(({ sequence, kind, byName, organisationName, recorded }) => (
          <li key={sequence}>
            <a href={versionAddress(unit.id, sequence)}>
              {say('versionTitle', { what: say(`version.${kind}`), at: momentText(recorded, language) })}
            </a>{' '}
            <span className="quiet">
              {byName}, {organisationName}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
