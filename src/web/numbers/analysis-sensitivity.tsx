/** How the number moves when what the lists cannot tell is taken otherwise. */
import type { JSX } from 'react';
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import type { PriorAnswer } from '../../domain/estimation/graph-row.ts';
import { type HeterogeneityAnswer, isLowerBound } from '../../domain/estimation/heterogeneity.ts';
import { statusIn } from '../../reports/estimate-speech.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { analysisTexts } from './texts.ts';

type Told = {
  readonly heading: string;
  readonly text: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A table whose first column names the row and whose others are numbers. */
function Sensitivity({ heading, text, head, rows }: Told): JSX.Element {
  return (
    <Card heading={heading}>
      <p>{text}</p>
      <Sheet caption={heading}>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} scope="col" className={column > 0 ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {others.map((value, column) => (
                <td key={head[column + 1]} className="number">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Sheet>
    </Card>
  );
}

/** Two lists: if being on one made it more or less likely to be on the other. */
export function OddsSensitivity({ report, language }: { readonly report: EstimateReport; readonly language: Language }): JSX.Element {
  const say = analysisTexts(language);
  const rows = (report.sensitivity ?? []).map(({ oddsRatio, estimate }) => [
    numberText(oddsRatio, language),
    estimate === null ? statusIn('not-identified', language) : numberText(Math.round(estimate), language),
  ]);
  return <Sensitivity heading={say('sensitivity')} text={say('sensitivityText')} head={[say('odds'), say('number')]} rows={rows} />;
}

/** Three lists and more: if some women are easier to find than others. */
export function HeterogeneitySensitivity({
  answers,
  language,
}: {
  readonly answers: readonly HeterogeneityAnswer[];
  readonly language: Language;
}): JSX.Element {
  const say = analysisTexts(language);
  const isBound = isLowerBound(answers);
  const rows = answers.map(({ law, estimate, deviance }) => [
    say(law === 'chao' && !isBound ? 'law.chao-no-bound' : `law.${law}`),
    estimate === null ? statusIn('does-not-exist', language) : numberText(Math.round(estimate), language),
    deviance === null ? '' : numberText(Math.round(deviance * 10) / 10, language),
  ]);
  return <Sensitivity heading={say('laws')} text={say('lawsText')} head={[say('law'), say('number'), say('misfit')]} rows={rows} />;
}

/** Graph averaging: if more or less was believed beforehand. */
export function PriorSensitivity({
  priors,
  language,
}: {
  readonly priors: readonly PriorAnswer[];
  readonly language: Language;
}): JSX.Element {
  const say = analysisTexts(language);
  const whole = (value: number): string => numberText(Math.round(value), language);
  const rows = priors.map(({ delta, median, interval: [low, high] }) => [
    new Intl.NumberFormat(language, { maximumFractionDigits: 5 }).format(delta),
    whole(median),
    `${whole(low)}–${whole(high)}`,
  ]);
  return <Sensitivity heading={say('priors')} text={say('priorsText')} head={[say('prior'), say('number'), say('interval')]} rows={rows} />;
}
