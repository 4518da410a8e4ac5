/** The answer of a proposal, of the documents or saved: the sentence, an estimate at a time, the numbers, two pictures, and what the answer hangs on. */
import type { JSX } from 'react';
import { carryingOf } from '../../domain/planning/proposals/carried-units.ts';
import { roomOf, type RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { demandAddress } from '../numbers/addresses.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet, Tag } from '../ui/pieces.tsx';
import { AdmissionsPicture } from './admissions-picture.tsx';
import type { Weighed } from './answers.ts';
import { LostPicture } from './lost-picture.tsx';
import { estimateSentence } from './plan-lead.tsx';
import { estimateText, minutesText, percentText, spanText, widest } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';
import { answerTexts, labTexts, planTexts } from './texts.ts';
import { weighedMeasures, weighedRows } from './weighs.ts';

type Props = {
  readonly answers: readonly ShownNeed[];
  readonly weighed: Weighed | null;
  readonly rule: RoomRule;
  /** Whether the reader may open the other pages of numbers. */
  readonly mayReadOn: boolean;
  readonly language: Language;
};

/** Everything after the first sentence. */
export function PlanAnswer({ answers, weighed, rule, mayReadOn, language }: Props): JSX.Element {
  const say = planTexts(language);
  return (
    <>
      <h2>{say('answer')}</h2>
      <div className="plan-estimates">
        {answers.map((one) => (
          <Estimate key={one.key} answer={one} rule={rule} language={language} />
        ))}
      </div>
      <div className="plan-numbers">
        <Numbers answers={answers} language={language} />
      </div>
      {mayReadOn && (
        <p className="quiet no-print">
          {say('elsewhere')} <a href={demandAddress}>{say('elsewhereLink')}</a>
        </p>
      )}
      {weighed && <Weighs weighed={weighed} language={language} />}
      <div className="plan-pictures">
        <AdmissionsPicture answers={answers} language={language} />
        <LostPicture answers={answers} language={language} />
      </div>
    </>
  );
}

function Weighs({ weighed, language }: { readonly weighed: Weighed; readonly language: Language }): JSX.Element {
  const say = answerTexts(language);
  const { rows, asIs } = weighedRows(weighed, language);
  const { estimate } = weighed.study;
  const women = spanText({ from: (estimate.from + estimate.to) / 2, to: (estimate.from + estimate.to) / 2 }, 1, language);
  return (
    <section className="plan-weighs">
      <h2>{say('weighs')}</h2>
      <p>{say('weighsText', { women, name: estimate.name })}</p>
      {rows.length === 0 ? (
        <p>{say('weighsNone')}</p>
      ) : (
        <div className="compared">
          <Sheet caption={say('weighs')} underHeading>
            <thead>
              <tr>
                <th scope="col">{say('lever')}</th>
                <th scope="col">{say('range')}</th>
                <th scope="col">{say('source')}</th>
                {weighedMeasures.map((measure) => (
                  <th key={measure} scope="col" className="number">
                    {labTexts(language)(`measure.${measure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ lever, range, source, becomes }) => (
                <tr key={lever}>
                  <th scope="row">{lever}</th>
                  <td data-label={say('range')}>{range}</td>
                  <td data-label={say('source')}>{source}</td>
                  {weighedMeasures.map((measure, index) => (
                    <td key={measure} className="number" data-label={labTexts(language)(`measure.${measure}`)}>
                      {becomes[index]}
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <th scope="row">{say('asIs')}</th>
                <td data-label={say('range')}>–</td>
                <td data-label={say('source')}>–</td>
                {weighedMeasures.map((measure, index) => (
                  <td key={measure} className="number" data-label={labTexts(language)(`measure.${measure}`)}>
                    {asIs[index]}
                  </td>
                ))}
              </tr>
            </tbody>
          </Sheet>
        </div>
      )}
    </section>
  );
}

/** A colour that only repeats the word. */
const tones = { whole: 'done', upper: 'attention', no: 'stop' } as const;

type EstimateProps = { readonly answer: ShownNeed; readonly rule: RoomRule; readonly language: Language };

function Estimate({ answer, rule, language }: EstimateProps): JSX.Element {
  const say = planTexts(language);
  const carrying = carryingOf(answer.units.length, answer.sustained);
  const isShort = carrying === 'whole' && roomOf(answer, rule) === 'short';
  return (
    <Card heading={say('women', { women: estimateText(answer, language) })}>
      {carrying !== 'nothing' && (
        <p>
          <Tag tone={isShort ? 'attention' : tones[carrying]}>{say(isShort ? 'carrying.short' : `carrying.${carrying}`)}</Tag>
        </p>
      )}
      <p>{estimateSentence(answer, language)}</p>
      <p className="quiet">{answer.source}</p>
    </Card>
  );
}

/** The measures of the table, and how each is written. */
export function numberRows(language: Language): readonly (readonly [PlanMeasure, (answer: ShownNeed) => string])[] {
  return [
    ['carries', ({ sustained }) => spanText(sustained, 0, language)],
    ['mean', ({ units }) => spanText(widest(units.map(({ mean }) => mean)), 1, language)],
    ['withThree', ({ units }) => percentText(widest(units.map(({ withThree }) => withThree)), language)],
    ['equalShare', ({ equalShareWithThree }) => percentText(equalShareWithThree, language)],
    ['never', ({ neverAdmitted }) => percentText(neverAdmitted, language)],
    ['weeks', ({ weeksLost }) => spanText(weeksLost, 1, language)],
    ['occupancy', ({ occupancy }) => percentText(occupancy, language)],
    ['minutes', ({ minutes }) => minutesText(minutes, language)],
  ];
}

/** A column for each estimate, so that it is read on a telephone without being pushed sideways. */
function Numbers({ answers, language }: { readonly answers: readonly ShownNeed[]; readonly language: Language }): JSX.Element {
  const say = planTexts(language);
  return (
    <Sheet caption={say('tableCaption')}>
      <thead>
        <tr>
          <th scope="col">{say('estimate')}</th>
          {answers.map((answer) => (
            <th key={answer.key} scope="col" className="number">
              {say('under', { women: estimateText(answer, language) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numberRows(language).map(([measure, text]) => (
          <tr key={measure}>
            <th scope="row">{say(measure)}</th>
            {answers.map((answer) => (
              <td key={answer.key} className="number">
                {text(answer)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}

type PlanMeasure = 'carries' | 'mean' | 'withThree' | 'equalShare' | 'never' | 'weeks' | 'occupancy' | 'minutes';
