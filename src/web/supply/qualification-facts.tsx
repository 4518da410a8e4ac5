/** The facts of a statement one by one: the answer, what shows it, and the day it held. */
import type { JSX } from 'react';
import type { QualificationStatement, StatedEvidence } from '../../domain/placement/qualification/statement.ts';
import { dayText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { qualificationTexts } from './qualification-texts.ts';
import { competenceName, competenceText } from './qualification-words.ts';

type Row = { readonly fact: string; readonly value: string; readonly evidence: StatedEvidence };
type Props = { readonly statement: QualificationStatement; readonly language: Language };

export function QualificationFactList({ statement, language }: Props): JSX.Element {
  const say = qualificationTexts(language);
  const rows = rowsOf(statement, language);
  if (rows.length === 0) return <p>{say('noFacts')}</p>;
  return (
    <div className="stacked labelled history facts">
      <Sheet caption={say('facts')}>
        <thead>
          <tr>
            <th scope="col">{say('fact')}</th>
            <th scope="col">{say('value')}</th>
            <th scope="col">{say('evidence')}</th>
            <th scope="col">{say('asOf')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ fact, value, evidence: { text, link, asOf } }) => (
            <tr key={fact}>
              <th scope="row">{fact}</th>
              <td data-label={say('value')}>{value}</td>
              <td data-label={say('evidence')}>
                {text}{' '}
                {link !== null && (
                  <a href={link} rel="noreferrer" aria-label={`${say('evidenceLink')}: ${fact}`}>
                    {say('evidenceLink')}
                  </a>
                )}
              </td>
              <td data-label={say('asOf')}>{dayText(asOf, language)}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}

function rowsOf({ competences, staff, volumes, practices, expectations }: QualificationStatement, language: Language): readonly Row[] {
  const say = qualificationTexts(language);
  const ofStaff = (fact: string, value: number | null): readonly Row[] =>
    staff === null || value === null ? [] : [{ fact, value: numberText(value, language), evidence: staff }];
  return [
    ...competences.map((stated) => ({
      fact: competenceName(stated.competence),
      value: competenceText(stated, language),
      evidence: stated,
    })),
    ...ofStaff(say('fullTimeEquivalents'), staff?.fullTimeEquivalents ?? null),
    ...ofStaff(say('staffCount'), staff?.staff ?? null),
    ...ofStaff(say('experienced'), staff?.experienced ?? null),
    ...volumes.map((stated) => ({
      fact: `${say('women')} ${stated.year}`,
      value: numberText(stated.women, language),
      evidence: stated,
    })),
    ...practices.map((stated) => ({
      fact: say(`practice.${stated.practice}`),
      value: stated.holds ? say('yes') : say('no'),
      evidence: stated,
    })),
    ...expectations.map((stated) => ({
      fact: `${say('outcome.expectedPlain')}: ${say(`criterion.${stated.criterion}`)}`,
      value: dayText(stated.by, language),
      evidence: stated,
    })),
  ];
}
