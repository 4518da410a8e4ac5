/** One analysis of the hidden number: the answer in words, a picture that is a table, and what is needed to run it again. */
import type { JSX } from 'react';
import { methodEdition } from '../../domain/estimation/analysis.ts';
import { internalAnalysis } from '../../domain/estimation/internal-analysis.ts';
import { saysOf } from '../../domain/estimation/answer.ts';
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import { methodIn, remarkIn, saidIn } from '../../reports/estimate-speech.ts';
import type { SavedAnalysis } from '../../store/analysis.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs } from '../ui/pieces.tsx';
import { analysisFileTypes } from './analysis-download.ts';
import { AnswerPicture, AnswerUses } from './answer-lead.tsx';
import { leadTexts } from './answer-lead-words.ts';
import { HeterogeneitySensitivity, OddsSensitivity, PriorSensitivity } from './analysis-sensitivity.tsx';
import { GivenTable } from './given-table.tsx';
import { MethodPicture } from './method-picture.tsx';
import { analysisTexts, givenTexts } from './texts.ts';
import { WhyMoreNumbers } from './why-more-numbers.tsx';

type Props = { readonly saved: SavedAnalysis; readonly address: string; readonly language: Language };

export function AnalysisView({ saved, address, language }: Props): JSX.Element {
  const say = analysisTexts(language);
  const { report, digest, edition, seed, replicates, byName, recorded } = saved;
  const remarks = [
    ...report.methods.flatMap(({ method, remarks: made }) =>
      made.map((one) => `${methodIn(method, language)}: ${remarkIn(one, language)}`),
    ),
    ...report.leftOut.map(({ reason }) => remarkIn(reason, language)),
  ];
  return (
    <>
      <Answer report={report} language={language} />
      <AnswerPicture report={report} language={language} />
      <AnswerUses report={report} language={language} />
      {saved.told.length > 0 && <Told told={saved.told} language={language} />}
      <GivenTable table={saved.table} language={language} />
      <details className="fold section">
        <summary>
          <h2>{leadTexts(language)('analyst')}</h2>
        </summary>
        <p>
          {leadTexts(language)(report.conclusion.status === 'estimate' ? 'analystHeld' : 'analystNot', { methods: report.methods.length })}
        </p>
        <MethodPicture report={report} language={language} />
        <WhyMoreNumbers report={report} language={language} />
        {report.sensitivity && <OddsSensitivity report={report} language={language} />}
        {report.heterogeneity && <HeterogeneitySensitivity answers={report.heterogeneity} language={language} />}
        {report.priors && <PriorSensitivity priors={report.priors} language={language} />}
        {remarks.length > 0 && (
          <Card heading={say('remarks')}>
            <ul>
              {[...new Set(remarks)].map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </Card>
        )}
      </details>
      <Card heading={say('record')}>
        <Pairs
          pairs={[
            [say('digest'), <code key="digest">{digest.slice(0, 16)}</code>],
            [say('edition'), edition === methodEdition ? edition : say('earlierEdition', { before: edition, now: methodEdition })],
            [say('seed'), String(seed)],
            [say('replicates'), String(replicates)],
            [say('by'), `${byName}, ${momentText(recorded, language)}`],
          ]}
        />
        <p>
          <strong>{say('internal')}:</strong> {internalAnalysis[language]}
        </p>
        <p className="no-print">
          {say('download')}{' '}
          {analysisFileTypes.map((type) => (
            <span key={type}>
              <a href={`${address}/fil.${type}`}>{say(`file.${type}`)}</a>{' '}
            </span>
          ))}
        </p>
        <form method="post" action={`${address}/igen`} className="no-print">
          <button type="submit" className="button button-secondary">
            {say('again')}
          </button>
        </form>
      </Card>
    </>
  );
}

/** A count is of something: what those who filled the table in wrote of their lists. */
function Told({ told, language }: { readonly told: readonly string[]; readonly language: Language }): JSX.Element {
  return (
    <Card heading={givenTexts(language)('told')}>
      <p className="quiet">{givenTexts(language)('toldSays')}</p>
      <ul>
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}

/** The same sentences as the command line, the files and the programming interface say, the answer first. */
function Answer({ report, language }: { readonly report: EstimateReport; readonly language: Language }): JSX.Element {
  const [answer, ...why] = saysOf(report, report.conclusion).map((said) => saidIn(said, language));
  return (
    <>
      <p className="say">
        <strong>{answer}</strong>
      </p>
      <p>{why.join(' ')}</p>
    </>
  );
}
