/** The answer of an analysis for one who does not know the methods: a picture of it, and what it may be used for. */
import type { JSX } from 'react';
import { type AnswerUse, usesOf } from '../../domain/estimation/answer-use.ts';
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import { useIn } from '../../reports/estimate-speech.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { leadTexts, reachText, scaleOf } from './answer-lead-words.ts';
import { AxisHead, BarPlot, plainAxis } from './plot.tsx';

type Props = { readonly report: EstimateReport; readonly language: Language };

/** Those counted, and how far the answer reaches beyond them. The numbers stand beside the picture. */
export function AnswerPicture({ report, language }: Props): JSX.Element {
  const say = leadTexts(language);
  const whole = (value: number): string => numberText(Math.round(value), language);
  const { range } = report.conclusion;
  const {
    seen: [least, most],
    most: width,
  } = scaleOf(report);
  const axis = plainAxis(width);
  return (
    <div className="picture answer-picture">
      <Sheet caption={say('picture')}>
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col" className="number">
              {say('number')}
            </th>
            <th scope="col">
              <AxisHead axis={axis} unit={say('axis')} language={language} />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('seen')}</th>
            <td className="number">{least === most ? whole(least) : say('reach.span', { low: whole(least), high: whole(most) })}</td>
            <td>
              <BarPlot axis={axis} to={least} atMost={most} tone="least" />
            </td>
          </tr>
          <tr className="answer">
            <th scope="row">{say('answer')}</th>
            <td className="number">{reachText(report, language)}</td>
            <td>{range && <BarPlot axis={axis} from={range.low} to={range.high ?? width} isOpen={range.high === null} />}</td>
          </tr>
        </tbody>
      </Sheet>
    </div>
  );
}

/** What the answer may be used for beside what not. */
export function AnswerUses({ report, language }: Props): JSX.Element {
  const say = leadTexts(language);
  const { may, not } = usesOf(report);
  return (
    <div className="answer-uses">
      <Uses heading={say('may')} uses={may} language={language} />
      <Uses heading={say('not')} uses={not} language={language} />
    </div>
  );
}

type UsesProps = { readonly heading: string; readonly uses: readonly AnswerUse[]; readonly language: Language };

function Uses({ heading, uses, language }: UsesProps): JSX.Element {
  return (
    <Card heading={heading}>
      <ul>
        {uses.map((use) => (
          <li key={use.code}>{useIn(use, language)}</li>
        ))}
      </ul>
    </Card>
  );
}
