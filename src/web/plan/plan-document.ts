/** The answer of a proposal as a document for Word and PDF: the page, in the same words. */
import type { PlanBlock, PlanDocument } from '../../reports/plan-document.ts';
import type { RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { simulationEdition } from '../../domain/planning/simulation/run.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import type { Moment } from '../../domain/time.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { replications, type WorkedPlan } from './answers.ts';
import { documentWords } from './document-words.ts';
import { hingeSentences } from './hinges.ts';
import { openEndText } from './need-verdict.ts';
import { needHeading, numberRows } from './plan-answer.tsx';
import { pictures } from './plan-document-pictures.ts';
import { baseSentence, criterionSentence, needText, nothingSentences, type UnitPlaces, verdictSentence } from './plan-lead.tsx';
import { estimateText, isNarrowFor, listed, middleText } from './plan-words.ts';
import { type ShownNeed, statedName } from './shown-need.ts';
import { answerTexts, planTexts } from './texts.ts';
import { travelText } from './travel-words.ts';
import { mostOfEach, weighedTable } from './weighs.ts';

export type DocumentedPlan = {
  readonly title: string;
  readonly worked: WorkedPlan;
  readonly answers: readonly ShownNeed[];
  readonly places: UnitPlaces;
  readonly rule: RoomRule;
  readonly at: Moment;
  readonly language: Language;
  /** Facts beyond those of all: the version of a saved scenario. */
  readonly facts: PlanDocument['facts'];
  /** That none of who does it, who pays and what is voluntary is decided here: in a word, on the first side. */
  readonly notDecided: string;
  /** Who does it and who pays, where the documents say so. */
  readonly decided: readonly PlanBlock[];
  /** What the register later showed beside what the model said; nothing of a position, which nobody has carried out. */
  readonly observed: readonly PlanBlock[];
  /** Every assumption with its source. */
  readonly assumptions: readonly PlanBlock[];
};

export function planDocument(plan: DocumentedPlan): PlanDocument {
  const { title, worked, answers, places, rule, at, language } = plan;
  const [say, said] = [answerTexts(language), planTexts(language)];
  const paragraph = (text: string, isLead = false): PlanBlock => ({ type: 'paragraph', text, isLead });
  const hasUnits = answers.some(({ units }) => units.length > 0);
  const hinges = hingeSentences({ ...worked, answers, rule }, language);
  const dispersion = worked.scenario.dispersion ?? null;
  return {
    language,
    title,
    subtitle: say('doc.subtitle'),
    facts: [
      ...plan.facts,
      { term: say('doc.on'), text: momentText(at, language) },
      { term: say('doc.edition'), text: say('doc.editionText', { edition: simulationEdition, replications }) },
    ],
    blocks: [
      ...(hasUnits ? [] : nothingSentences(answers, language).map((text) => paragraph(text, true))),
      ...(hasUnits ? [paragraph(verdictSentence(answers, rule, language), true), paragraph(baseSentence(answers, places, language))] : []),
      ...(hasUnits ? [needTerms(answers, rule, language)] : []),
      ...(hinges.length > 0 ? [paragraph(hinges.join(' '))] : []),
      ...(hasUnits ? [paragraph(criterionSentence(dispersion, language))] : []),
      { type: 'heading', text: documentWords(language)('notDecided') },
      paragraph(plan.notDecided),
      ...(hasUnits ? [numbersTable(answers, worked.scenario, rule, language)] : []),
      ...plan.decided,
      ...(hasUnits ? [...pictures(answers, language), ...weighedBlocks(worked, isNarrowFor(answers.length), language)] : []),
      ...plan.observed,
      ...plan.assumptions,
      paragraph(said('method', { years: worked.scenario.years, replications })),
    ],
    footer: `Samløb · ${say('doc.footer')}`,
    words: { page: say('doc.page'), of: say('doc.of'), table: say('doc.table'), picture: say('doc.picture') },
  };
}

/** A sentence for each estimate, and what it is a number of: what somebody wrote as a source need not end as a sentence does. */
function needTerms(answers: readonly ShownNeed[], rule: RoomRule, language: Language): PlanBlock {
  return {
    type: 'terms',
    rows: answers.map((answer) => ({
      term: needHeading(answer, language),
      text: `${needText(answer, rule, language)}. ${answer.source.replace(/\.$/, '')}.`,
    })),
  };
}

function numbersTable(answers: readonly ShownNeed[], scenario: Scenario, rule: RoomRule, language: Language): PlanBlock {
  const say = planTexts(language);
  const travel = travelText(scenario, language);
  const isNarrow = isNarrowFor(answers.length);
  return {
    type: 'table',
    caption: isNarrow ? documentWords(language)('tableCaption') : say('tableCaption'),
    headColumn: isNarrow ? documentWords(language)('estimate') : say('estimate'),
    columns: answers.map((answer) => {
      const women = estimateText(answer, language);
      return { title: isNarrow ? women : say('under', { women }), isNumeric: true };
    }),
    rows: numberRows(answers, language, { ends: isNarrow }).map(([head, text]) => ({
      head,
      cells: answers.map(text),
      isTotal: false,
    })),
    notes: [openEndText(answers, scenario.years, rule, language), travel].filter((note) => note !== null),
  };
}

/**
 * Where every assumption stands with its source elsewhere in the document, they are not said twice. Many estimates take the room: what overturns the
 * answer stands in its first sentences, and the rest on the page.
 */
function weighedBlocks({ weighed }: WorkedPlan, isNarrow: boolean, language: Language): readonly PlanBlock[] {
  if (weighed.length === 0) return [];
  if (isNarrow) return [{ type: 'paragraph', text: documentWords(language)('weighsElsewhere'), isLead: false }];
  const say = answerTexts(language);
  const { shortHeads, headsNote, rows, asIs } = weighedTable(weighed, mostOfEach, language);
  const each = listed(
    weighed.map(({ study: { estimate } }) =>
      documentWords(language)('weighsAt', { women: middleText({ need: estimate }, language), name: statedName(estimate, language) }),
    ),
    language,
  );
  return [
    { type: 'heading', text: say('weighs') },
    {
      type: 'paragraph',
      isLead: false,
      text: documentWords(language)(rows.length === 0 ? 'weighsNone' : 'weighs', { each, most: mostOfEach }),
    },
    ...(rows.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: say('weighs'),
            headColumn: say('lever'),
            columns: [say('range'), ...shortHeads].map((title) => ({ title, isNumeric: true })),
            rows: [
              ...rows.map(({ lever, range, becomes }) => ({ head: lever, cells: [range, ...becomes], isTotal: false })),
              { head: say('asIs'), cells: ['–', ...asIs], isTotal: true },
            ],
            notes: [headsNote],
          },
        ]),
  ];
}
