/** What is lost under each estimate: women who never come in, and weeks of pregnancy of those who do. */
import type { JSX } from 'react';
import type { DemandRange } from '../../domain/planning/proposals/answer.ts';
import type { Language } from '../ui/language.ts';
import { whoAccept } from './declined.ts';
import { leadWords } from './lead-words.ts';
import { partAnchors, PlanPart } from './plan-part.tsx';
import { estimateText, percentText, rangeText, spanText } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';
import { planTexts } from './texts.ts';

type Props = { readonly answers: readonly ShownNeed[]; readonly language: Language };

const [width, left, right, row] = [340, 150, 104, 34];
/** The scale of weeks goes at least so far, so that a small loss looks small. */
const fewWeeks = 8;

export function LostPicture({ answers, language }: Props): JSX.Element {
  const say = planTexts(language);
  const accepting = leadWords(language);
  const mostWeeks = Math.max(fewWeeks, ...answers.map(({ weeksLost }) => weeksLost?.to ?? 0));
  const lines = (of: (answer: ShownNeed) => Pick<Line, 'span' | 'text'>): readonly Line[] =>
    answers.map((answer) => ({ key: answer.key, women: estimateText(answer, language), ...of(answer) }));
  return (
    <PlanPart id={partAnchors.lost} heading={say('lostPicture')} className="plan-lost">
      <p>{say('lostPictureText')}</p>
      <div className="plan-panels">
        <Bars
          heading={accepting('picture.never', whoAccept(answers))}
          said={(list) => accepting('said.never', { ...whoAccept(answers), list })}
          lines={lines(({ neverAdmitted }) => ({
            span: neverAdmitted,
            text: rangeText(neverAdmitted, (span) => percentText(span, language), language),
          }))}
          most={1}
          language={language}
        />
        <Bars
          heading={say('weeksShort')}
          said={(list) => say('lost.weeks', { list })}
          lines={lines(({ weeksLost }) => ({
            span: weeksLost,
            text: weeksLost === null ? say('noneAdmitted') : rangeText(weeksLost, (span) => spanText(span, 1, language), language),
          }))}
          most={mostWeeks}
          language={language}
        />
      </div>
    </PlanPart>
  );
}

type Line = { readonly key: string; readonly women: string; readonly span: DemandRange | null; readonly text: string };
type BarsProps = {
  readonly heading: string;
  /** All of it in a sentence, for those who do not see it. */
  readonly said: (list: string) => string;
  readonly lines: readonly Line[];
  /** The end of the scale. */
  readonly most: number;
  readonly language: Language;
};

/** A bar is full up to the lowest, outlined from there to the highest, with a line across it at the middle. */
function Bars({ heading, said, lines, most, language }: BarsProps): JSX.Element {
  const say = planTexts(language);
  const long = (value: number): number => ((width - left - right) * value) / most;
  const list = lines.map(({ women, text }) => say('lost.one', { value: text, women })).join('; ');
  return (
    <figure className="plan-panel">
      <figcaption>{heading}</figcaption>
      <svg viewBox={`0 0 ${width} ${row * lines.length}`} role="img" aria-label={said(list)}>
        {lines.map(({ key, women, span, text }, index) => (
          <g key={key} transform={`translate(0 ${row * index})`}>
            <text className="plan-name" x={0} y={row / 2 + 4}>
              {say('women', { women })}
            </text>
            <line className="plan-grid" x1={left} x2={left} y1={2} y2={row - 2} />
            {span && <rect className="plan-bar" x={left} y={8} width={long(span.from)} height={row - 16} />}
            {span && (
              <rect className="plan-bar-more" x={left + long(span.from)} y={8} width={long(span.to - span.from)} height={row - 16} />
            )}
            {span && span.to > 0 && (
              <line className="plan-middle" x1={left + long(span.middle)} x2={left + long(span.middle)} y1={4} y2={row - 4} />
            )}
            <text className="plan-tick" x={left + long(span?.to ?? 0) + 6} y={row / 2 + 5}>
              {text}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
