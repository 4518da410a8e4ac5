/** What is lost under each estimate: women who never come in, and weeks of pregnancy of those who do. */
import type { JSX } from 'react';
import type { DemandSpan, EstimateAnswer } from '../../domain/planning/proposals/answer.ts';
import type { Language } from '../ui/language.ts';
import { estimateText, percentText, spanText } from './plan-words.ts';
import { planTexts } from './texts.ts';

type Props = { readonly answers: readonly EstimateAnswer[]; readonly language: Language };

const [width, left, gap, row, head] = [640, 150, 24, 34, 30];
const panelWidth = (width - left - gap - 60) / 2;
/** The scale of weeks goes at least so far, so that a small loss looks small. */
const fewWeeks = 8;

export function LostPicture({ answers, language }: Props): JSX.Element {
  const say = planTexts(language);
  const mostWeeks = Math.max(fewWeeks, ...answers.map(({ weeksLost }) => weeksLost?.to ?? 0));
  const second = left + panelWidth + gap + 30;
  return (
    <section>
      <h2>{say('lostPicture')}</h2>
      <p>{say('lostPictureText')}</p>
      <section className="plan-picture" tabIndex={0} aria-label={say('lostPicture')}>
        <svg
          viewBox={`0 0 ${width} ${head + row * answers.length + 8}`}
          role="img"
          aria-label={`${say('lostPicture')}. ${say('lostPictureText')}`}
        >
          <text className="plan-head" x={left} y={18}>
            {say('neverShort')}
          </text>
          <text className="plan-head" x={second} y={18}>
            {say('weeksShort')}
          </text>
          {answers.map(({ estimate, neverAdmitted, weeksLost }, index) => (
            <g key={estimate} transform={`translate(0 ${head + row * index})`}>
              <text className="plan-name" x={0} y={row / 2 + 4}>
                {say('women', { women: estimateText(estimate, language) })}
              </text>
              <Bar from={left} span={neverAdmitted} most={1} text={percentText(neverAdmitted, language)} />
              {weeksLost === null ? (
                <text className="plan-tick" x={second} y={row / 2 + 4}>
                  {say('noneAdmitted')}
                </text>
              ) : (
                <Bar from={second} span={weeksLost} most={mostWeeks} text={spanText(weeksLost, 1, language)} />
              )}
            </g>
          ))}
        </svg>
      </section>
    </section>
  );
}

type BarProps = { readonly from: number; readonly span: DemandSpan; readonly most: number; readonly text: string };

/** Full up to the lowest, outlined from there to the highest. */
function Bar({ from, span, most, text }: BarProps): JSX.Element {
  const long = (value: number): number => ((panelWidth - 50) * value) / most;
  return (
    <>
      <line className="plan-grid" x1={from} x2={from} y1={2} y2={row - 2} />
      <rect className="plan-bar" x={from} y={8} width={long(span.from)} height={row - 16} />
      <rect className="plan-bar-more" x={from + long(span.from)} y={8} width={long(span.to - span.from)} height={row - 16} />
      <text className="plan-tick" x={from + long(span.to) + 6} y={row / 2 + 5}>
        {text}
      </text>
    </>
  );
}
