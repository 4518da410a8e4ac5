/** The answer of a proposal, of the documents or saved: the sentence, an estimate at a time, the numbers, two pictures, and what the answer hangs on. */
import type { JSX } from 'react';
import type { RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { demandAddress } from '../numbers/addresses.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet, Tag } from '../ui/pieces.tsx';
import { AdmissionsPicture } from './admissions-picture.tsx';
import type { Weighed } from './answers.ts';
import { declinedShare, declinedText, whoAccept } from './declined.ts';
import { documentWords } from './document-words.ts';
import { leadWords } from './lead-words.ts';
import { LostPicture } from './lost-picture.tsx';
import { type EndUnit, endUnits, estimateSentences, openEndText, verdictOf } from './need-verdict.ts';
import { needWords } from './need-words.ts';
import { needAnchor, NumbersOfNeed } from './need-numbers.tsx';
import { partAnchors, PlanPart } from './plan-part.tsx';
import { endsText, estimateText, middleText, minutesEnds, minutesRange, percentText, rangeText, spanText } from './plan-words.ts';
import type { DemandRange } from '../../domain/planning/proposals/answer.ts';
import { type ShownNeed, statedName } from './shown-need.ts';
import { answerTexts, planTexts } from './texts.ts';
import { admittedTravelText } from './travel-words.ts';
import { mostOfEach, weighedTable } from './weighs.ts';

type Props = {
  readonly answers: readonly ShownNeed[];
  readonly scenario: Scenario;
  readonly weighed: readonly Weighed[];
  readonly rule: RoomRule;
  /** Whether the reader may open the other pages of numbers. */
  readonly mayReadOn: boolean;
  readonly language: Language;
};

/** The parts of an answer with their headings, for the contents of the page. */
export function answerParts({ weighed, language }: Pick<Props, 'weighed' | 'language'>) {
  const say = planTexts(language);
  return [
    [partAnchors.answer, say('answer')],
    [partAnchors.numbers, say('numbers')],
    ...(weighed.length > 0 ? [[partAnchors.weighs, answerTexts(language)('weighs')] as const] : []),
    [partAnchors.admissions, say('admissionsPicture')],
    [partAnchors.lost, say('lostPicture')],
  ] as const;
}

/** Everything after the first sentence. */
export function PlanAnswer({ answers, scenario, weighed, rule, mayReadOn, language }: Props): JSX.Element {
  const say = planTexts(language);
  const travel = admittedTravelText(scenario, language);
  const openEnd = openEndText(answers, scenario.years, rule, language);
  return (
    <>
      <h2 id={partAnchors.answer} className="plan-anchor">
        {say('answer')}
      </h2>
      <div className="plan-estimates">
        {answers.map((one) => (
          <Estimate key={one.key} answer={one} rule={rule} language={language} />
        ))}
      </div>
      <PlanPart id={partAnchors.numbers} heading={say('numbers')} className="plan-numbers">
        <Numbers answers={answers} language={language} />
      </PlanPart>
      {openEnd !== null && <p className="quiet">{openEnd}</p>}
      {travel !== null && <p className="quiet">{travel}</p>}
      {mayReadOn && (
        <p className="quiet no-print">
          {say('elsewhere')} <a href={demandAddress}>{say('elsewhereLink')}</a>
        </p>
      )}
      {weighed.length > 0 && <Weighs weighed={weighed} mayReadOn={mayReadOn} language={language} />}
      <div className="plan-pictures">
        <AdmissionsPicture answers={answers} language={language} />
        <LostPicture answers={answers} language={language} />
      </div>
    </>
  );
}

type WeighsProps = Pick<Props, 'weighed' | 'mayReadOn' | 'language'>;

/** A table for each of the estimates that are weighed: what moves nothing where few come can move much where many do. */
function Weighs({ weighed, mayReadOn, language }: WeighsProps): JSX.Element {
  const say = answerTexts(language);
  return (
    <PlanPart id={partAnchors.weighs} heading={say('weighs')} className="plan-weighs">
      {weighed.map((one) => (
        <WeighedUnder key={one.study.estimate.name} weighed={one} language={language} />
      ))}
      {mayReadOn && <p className="quiet">{say('weighsRest')}</p>}
    </PlanPart>
  );
}

function WeighedUnder({ weighed, language }: { readonly weighed: Weighed; readonly language: Language }): JSX.Element {
  const say = answerTexts(language);
  const { heads, rows, asIs } = weighedTable([weighed], mostOfEach, language);
  const { estimate } = weighed.study;
  const named = { women: middleText({ need: estimate }, language), name: statedName(estimate, language) };
  return (
    <>
      <p>{say('weighsText', named)}</p>
      {rows.length === 0 ? (
        <p>{say('weighsNone', named)}</p>
      ) : (
        <div className="compared">
          <Sheet caption={say('weighsAt', named)}>
            <thead>
              <tr>
                <th scope="col">{say('lever')}</th>
                <th scope="col">{say('range')}</th>
                <th scope="col">{say('source')}</th>
                {heads.map((head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...rows, { lever: say('asIs'), range: '–', source: '–', becomes: asIs }].map(({ lever, range, source, becomes }) => (
                <tr key={lever}>
                  <th scope="row">{lever}</th>
                  <td data-label={say('range')}>{range}</td>
                  <td data-label={say('source')}>{source}</td>
                  {heads.map((head, index) => (
                    <td key={head} className="number" data-label={head}>
                      {becomes[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Sheet>
        </div>
      )}
    </>
  );
}

type EstimateProps = { readonly answer: ShownNeed; readonly rule: RoomRule; readonly language: Language };

function Estimate({ answer, rule, language }: EstimateProps): JSX.Element {
  const verdict = verdictOf(answer, rule, language);
  return (
    <Card heading={needHeading(answer, language)} id={needAnchor(answer.key)}>
      {verdict && (
        <p className="plan-verdict">
          <Tag tone={verdict.tone}>{verdict.tag}</Tag> <strong>{verdict.sentence}</strong>
        </p>
      )}
      <p>{estimateSentences(answer, language)}</p>
      <p className="quiet">{answer.source}</p>
      <NumbersOfNeed numbers={answer.numbers} language={language} />
    </Card>
  );
}

/** «Styrelsens skøn 2024: 80–100 kvinder om året». */
export function needHeading(answer: ShownNeed, language: Language): string {
  return needWords(language)('heading', { name: answer.name, women: estimateText(answer, language) });
}

export type NumberRow = readonly [head: string, text: (answer: ShownNeed) => string];

/**
 * The measures of the table, and how each is written: from the lowest to the highest number of the estimate, and at its middle. `ends`: without the
 * middle, where many estimates stand beside each other on paper.
 */
export function numberRows(answers: readonly ShownNeed[], language: Language, { ends = false } = {}): readonly NumberRow[] {
  const written = ends ? endsText : rangeText;
  const say = planTexts(language);
  const [first] = answers;
  const units = first?.units.length ?? 0;
  const accepting = leadWords(language);
  const tenths = (range: DemandRange | null): string => written(range, (span) => spanText(span, 1, language), language);
  const percent = (range: DemandRange | null): string => written(range, (span) => percentText(span, language), language);
  const whole = (range: DemandRange | null): string => written(range, (span) => spanText(span, 0, language), language);
  const ofUnits = (what: 'mean' | 'withThree', text: (unit: EndUnit) => string): readonly NumberRow[] =>
    (['fewest', 'most'] as const).slice(0, units > 1 ? 2 : 1).map((end, at) => [
      units > 1 ? say(end, { what: say(what) }) : say(what),
      (answer) => {
        const unit = endUnits(answer)?.[at];
        return unit ? text(unit) : '–';
      },
    ]);
  return [
    [say('carries'), ({ sustained }) => whole(sustained)],
    ...ofUnits('mean', ({ mean }) => tenths(mean)),
    ...ofUnits('withThree', ({ withThree }) => percent(withThree)),
    ...(units > 1 ? [[say('equalShare'), ({ equalShareWithThree }: ShownNeed) => percent(equalShareWithThree)] as const] : []),
    ...(first && first.accepts < 1
      ? [
          [
            accepting('row.declined', { no: declinedShare(first, language) }),
            (answer: ShownNeed) => declinedText(answer, written, language),
          ] as const,
        ]
      : []),
    [accepting('row.never', whoAccept(answers)), ({ neverAdmitted }) => percent(neverAdmitted)],
    [say('weeks'), ({ weeksLost }) => tenths(weeksLost)],
    [say('occupancy'), ({ occupancy }) => percent(occupancy)],
    ends
      ? [documentWords(language)('minutes'), ({ minutes }) => minutesEnds(minutes, language)]
      : [say('minutes'), ({ minutes }) => minutesRange(minutes, language)],
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
        {numberRows(answers, language).map(([head, text]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
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
