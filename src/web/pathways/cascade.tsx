/** The cascade as a list: each step with its day and reason, the days between two steps with their cause, and what came instead. */
import type { JSX } from 'react';
import { type Cascade, type CascadeStep, stepsOf } from '../../domain/pathway/cascade.ts';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { describeFact } from './describe.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

type Props = { readonly cascade: Cascade; readonly facts: readonly RecordedFact[]; readonly language: Language };

export function CascadeList({ cascade, facts, language }: Props): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  return (
    <>
      <h3>{say('cascadeLevel', { level: word(`level.${cascade.level}`) })}</h3>
      <ol className="cascade">
        {shownSteps(cascade).map((step) => (
          <Step key={step} step={step} cascade={cascade} facts={facts} language={language} />
        ))}
      </ol>
      {cascade.instead.map(({ on, sequence, what }) => (
        <p key={sequence}>
          <strong>{say('instead', { day: dayText(on, language), what })}</strong>
        </p>
      ))}
    </>
  );
}

/** After a no, the steps that were never reached are not held up as missing. */
function shownSteps({ level, entries, instead }: Cascade): readonly CascadeStep[] {
  const reached = entries.map(({ step }) => step);
  return stepsOf(level).filter((step) => instead.length === 0 || reached.includes(step));
}

function Step({ step, cascade, facts, language }: Props & { readonly step: CascadeStep }): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const entry = cascade.entries.find((one) => one.step === step);
  if (!entry) {
    return (
      <li className="not-yet">
        <p>
          {word(`step.${step}`)}: {say('notYet')}
        </p>
      </li>
    );
  }
  const gap = cascade.gaps.find(({ to }) => to === step);
  const ids = step === 'answered' ? cascade.answers.map(({ sequence }) => sequence) : [entry.sequence];
  return (
    <li>
      {gap && <p className="quiet">{say('gap', { days: gap.days, cause: word(`cause.${gap.cause}`) })}</p>}
      <p>
        <strong>{word(`step.${step}`)}</strong> {dayText(entry.first, language)}
      </p>
      {ids.map((id) => (
        <StepDetail key={id} recorded={facts.find(({ sequence }) => sequence === id)} step={step} language={language} />
      ))}
    </li>
  );
}

function StepDetail({
  recorded,
  step,
  language,
}: {
  readonly recorded: RecordedFact | undefined;
  readonly step: CascadeStep;
  readonly language: Language;
}): JSX.Element | null {
  if (!recorded) return null;
  const { what, detail } = describeFact(recorded.fact, language);
  const text = step === 'answered' ? [what, detail].filter(Boolean).join(' · ') : detail;
  return text ? <p>{text}</p> : null;
}
