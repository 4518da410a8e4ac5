/** The answer of a saved scenario, for those who plan and for those who read what is published: the same page as a position of the documents has. */
import type { JSX } from 'react';
import { placesOf } from '../../domain/planning/lab/levers.ts';
import { type RoomRule, roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { PlanBlock, PlanDocument } from '../../reports/plan-document.ts';
import type { ScenarioVersion } from '../../store/planning.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { AnswerFiles } from './answer-files.tsx';
import { type PlanAnswers, replications, soonWorked, type WorkedPlan } from './answers.ts';
import { assumptionRows } from './assumption-rows.ts';
import { hingeSentences } from './hinges.ts';
import { answerParts, PlanAnswer } from './plan-answer.tsx';
import { type Observed, observedBlocks } from './observed-beside.tsx';
import { planDocument } from './plan-document.ts';
import { PlanLead, type UnitPlaces } from './plan-lead.tsx';
import { PlanContents } from './plan-part.tsx';
import { contentParts } from './scenario-content.tsx';
import { needsOfScenario } from './shown-need.ts';
import { siteName } from './site-name.ts';
import { answerTexts, planTexts, scenarioTexts } from './texts.ts';
import { Waiting } from './waiting.tsx';

export type ScenarioAnswered = WorkedPlan | 'working' | 'busy' | 'too-large';

/** Waits a moment. A version never changes, so its answer is worked out once. */
export async function scenarioAnswer(answers: PlanAnswers, shown: ScenarioVersion): Promise<ScenarioAnswered> {
  const asked = answers.scenario(`${shown.scenario}:${shown.version}`, shown.content);
  return asked ? await soonWorked(asked) : 'too-large';
}

type Props = {
  readonly answered: ScenarioAnswered;
  /** Where the page and its documents are. */
  readonly address: string;
  readonly query: string;
  readonly isStill: boolean;
  readonly rule: RoomRule;
  readonly mayReadOn: boolean;
  readonly language: Language;
};

export function ScenarioAnswer({ answered, address, query, isStill, rule, mayReadOn, language }: Props): JSX.Element {
  const say = answerTexts(language);
  if (answered === 'too-large') return <Alert tone="notice">{say('tooLarge')}</Alert>;
  if (answered === 'working' || answered === 'busy')
    return (
      <Waiting address={`${address}${query}`} isStill={isStill} language={language}>
        <p>{say(answered)}</p>
      </Waiting>
    );
  const { scenario, estimates, weighed } = answered;
  const shown = needsOfScenario(answered.answers, estimates, language);
  return (
    <section className="plan" aria-label={say('heading')}>
      <PlanLead
        answers={shown}
        places={placesIn(scenario)}
        dispersion={scenario.dispersion ?? null}
        rule={rule}
        hinges={hingeSentences({ answers: shown, scenario, weighed, rule }, language)}
        language={language}
      />
      {!scenario.estimates?.length && <p className="quiet">{say('documented')}</p>}
      <AnswerFiles address={`${address}/svar`} query={query} language={language} />
      {scenario.sites.length > 0 && (
        <PlanContents parts={[...answerParts({ weighed, language }), ...contentParts(language)]} language={language} />
      )}
      {scenario.sites.length > 0 && <PlanAnswer answers={shown} {...{ scenario, weighed, rule, mayReadOn, language }} />}
      <p className="quiet">
        {say('notDecided')} {planTexts(language)('method', { years: scenario.years, replications })}
      </p>
    </section>
  );
}

export function scenarioDocument(
  shown: ScenarioVersion,
  worked: WorkedPlan,
  observed: Observed,
  at: Moment,
  language: Language,
): PlanDocument {
  const say = answerTexts(language);
  return planDocument({
    title: say('question', { name: shown.title }),
    worked,
    answers: needsOfScenario(worked.answers, worked.estimates, language),
    places: placesIn(worked.scenario),
    rule: roomRuleOn(danishDay(at)),
    at,
    language,
    facts: [{ term: say('doc.saved'), text: say('doc.savedText', { version: shown.version, who: shown.organisationName }) }],
    notDecided: say('notDecided'),
    decided: [],
    observed: worked.scenario.sites.length > 0 ? observedBlocks({ ...worked, observed, language }) : [],
    assumptions: assumptionBlocks(worked.scenario, language),
  });
}

function assumptionBlocks(scenario: Scenario, language: Language): readonly PlanBlock[] {
  const say = scenarioTexts(language);
  return [
    {
      type: 'table',
      caption: say('contents'),
      headColumn: say('what'),
      columns: [
        { title: say('value'), isNumeric: true },
        { title: say('range'), isNumeric: true },
        { title: say('source'), isNumeric: false },
      ],
      rows: assumptionRows(scenario, language).map(({ name, value, range, source }) => ({
        head: name,
        cells: [value, range, source],
        isTotal: false,
      })),
      notes: [
        ...(scenario.sites.length === 0 ? [] : [sitesNote(scenario, language)]),
        ...(scenario.estimates?.length ? [] : [answerTexts(language)('documented')]),
      ],
    },
  ];
}

/** «Pladser: Odense 8, Aarhus 6.» */
function sitesNote({ sites }: Scenario, language: Language): string {
  return `${answerTexts(language)('doc.places')}: ${sites.map((site) => `${siteName(site.id)} ${placesOf(site)}`).join(', ')}.`;
}

/** Places in each unit where they are alike, and in all of them where they are not. */
function placesIn({ sites }: Scenario): UnitPlaces {
  const each = sites.map(placesOf);
  const [first = 0] = each;
  return each.every((places) => places === first)
    ? { of: 'each', places: first }
    : { of: 'all', places: each.reduce((sum, places) => sum + places, 0) };
}
