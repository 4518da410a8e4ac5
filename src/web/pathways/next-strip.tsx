/** The strip on top of a pathway: the next thing, by when, what is to be done beside it, and what is missing. */
import type { JSX } from 'react';
import {
  confirmationBeside,
  levelStep,
  missingOn,
  nextStep,
  stepOfContact,
  stepOfHerAnswer,
  stepOfList,
} from '../../domain/pathway/next-step.ts';
import { type Pathway } from '../../domain/pathway/state.ts';
import { movingOf } from '../../domain/pathway/transfer.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { levelTexts } from './level-texts.ts';
import { pathwayTexts } from './texts.ts';
import { missingText, stepText, stepTexts } from './step-text.ts';
import { ByText, doneByText, movingText } from './top.tsx';

/** The strip on top: next, by when, missing. */
export function NextStrip({
  pathway,
  now,
  language,
}: {
  readonly pathway: Pathway;
  readonly now: Moment;
  readonly language: Language;
}): JSX.Element {
  const say = pathwayTexts(language);
  const next = nextStep(pathway);
  const besides = [confirmationBeside(pathway), levelStep(pathway), stepOfList(pathway), stepOfContact(pathway)].filter(
    (step) => step !== null,
  );
  const hers = stepOfHerAnswer(pathway);
  const missing = missingOn(pathway);
  const moving = movingOf(pathway);
  if (next === null) {
    const { on, reason } = pathway.ended ?? { on: danishDay(now), reason: '' };
    return (
      <div className="strip">
        <p>{say('ended', { day: dayText(on, language), reason })}</p>
      </div>
    );
  }
  return (
    <div className="strip">
      <p>
        <strong>{say('nextLabel')}</strong>{' '}
        {next.action === 'admit' && moving ? movingText('admittedThere', moving, language) : stepText(next, pathway, language)}
      </p>
      <p>
        <strong>{say('byLabel')}</strong> <ByText by={next.by} now={now} language={language} />
      </p>
      {besides.map((beside) => (
        <p key={beside.action}>
          <strong>{levelTexts(language)('besideLabel')}</strong>{' '}
          {levelTexts(language)('beside', { step: stepText(beside, pathway, language), who: doneByText(beside, language) })}{' '}
          <ByText by={beside.by} now={now} language={language} />
        </p>
      ))}
      {hers && hers.action !== next.action && (
        <p>
          <strong>{stepTexts(language)('hers')}</strong> {stepText(hers, pathway, language)} (
          <ByText by={hers.by} now={now} language={language} short />)
        </p>
      )}
      <p>
        <strong>{say('missingLabel')}</strong>{' '}
        {missing.length === 0 ? say('nothingMissing') : missing.map((thing) => missingText(thing, pathway, language)).join(', ')}
      </p>
    </div>
  );
}
