/** The sections of a unit's statement: the way to each, and each as a table that can be folded. */
import type { JSX, ReactNode } from 'react';
import { competenceIds } from '../../domain/placement/qualification/competences.ts';
import { practices, screeningCriterionIds } from '../../domain/placement/qualification/editions.ts';
import type { QualificationStatement } from '../../domain/placement/qualification/statement.ts';
import type { Day } from '../../domain/time.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { qualificationTexts } from './qualification-texts.ts';
import { yearsAskedFor } from './statement-reading.ts';
import { statementTexts } from './statement-texts.ts';

const sectionIds = ['competences', 'staff', 'volumes', 'practices', 'expectations'] as const;
type SectionId = (typeof sectionIds)[number];

/** Each section with how much of it is stated, so that the form can be found through when it is folded. */
export function sectionsOf(
  { competences, staff, volumes, practices: habits, expectations }: QualificationStatement,
  today: Day,
  language: Language,
): readonly { readonly id: string; readonly heading: string }[] {
  const years = yearsAskedFor(today);
  const counts: Readonly<Record<SectionId, readonly [number, number]>> = {
    competences: [competences.length, competenceIds.length],
    staff: [staff ? 1 : 0, 1],
    volumes: [volumes.filter(({ year }) => years.includes(year)).length, years.length],
    practices: [habits.length, practices.length],
    expectations: [expectations.length, screeningCriterionIds.length],
  };
  return sectionIds.map((section) => {
    const [stated, of] = counts[section];
    const name = qualificationTexts(language)(section);
    return { id: anchorOf(section), heading: statementTexts(language)('section', { name, stated, of }) };
  });
}

function anchorOf(section: SectionId): string {
  return `afsnit-${section}`;
}

type TableProps = {
  readonly statement: QualificationStatement;
  readonly errors: FieldErrors;
  readonly today: Day;
  readonly language: Language;
  readonly section: SectionId;
  readonly heads: readonly string[];
  readonly children: ReactNode;
};

/** A section can be folded: the first is open, and all are where something is to be put right. What is folded is sent and printed all the same. */
export function SectionTable({ section, heads, statement, errors, today, language, children }: TableProps): JSX.Element {
  const say = qualificationTexts(language);
  const heading = sectionsOf(statement, today, language).find(({ id }) => id === anchorOf(section))?.heading;
  return (
    <details className="fold section" open={section === sectionIds[0] || Object.keys(errors).length > 0}>
      <summary>
        <h2>{heading}</h2>
      </summary>
      {/* Inside the fold: a browser opens what it goes to. */}
      <div id={anchorOf(section)} className="stacked labelled statement">
        <Sheet caption={say(section)}>
          <thead>
            <tr>
              {[...heads, say('evidence'), say('link'), say('asOf')].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </Sheet>
      </div>
    </details>
  );
}
