/** One version of a unit's statement or of the agency's assessment, as it was written. */
import type { JSX } from 'react';
import { parseScreeningEdition } from '../../domain/placement/qualification/editions.ts';
import type { QualificationVersion } from '../../store/qualification.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { QualificationFactList } from './qualification-facts.tsx';
import { AgencyCell } from './qualification-page.tsx';
import { qualificationTexts } from './qualification-texts.ts';
import { authorText } from './qualification-words.ts';

type Props = { readonly version: QualificationVersion; readonly language: Language };

export function QualificationVersionPage({ version, language }: Props): JSX.Element {
  const say = qualificationTexts(language);
  return (
    <>
      <p>{authorText(version, language)}</p>
      {version.kind === 'statement' ? (
        <QualificationFactList statement={version.statement} language={language} />
      ) : (
        <>
          <p className="quiet">{parseScreeningEdition(version.edition)?.name ?? version.edition}</p>
          {version.findings.map((finding) => (
            <Card key={finding.criterion} heading={say(`criterion.${finding.criterion}`)}>
              <AgencyCell finding={finding} language={language} />
            </Card>
          ))}
        </>
      )}
    </>
  );
}
