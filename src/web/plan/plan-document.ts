/** The answer of a proposal as a document for Word and PDF: the page, in the same words. */
import type { PlanBlock, PlanDocument } from '../../reports/plan-document.ts';
import type { Strip, StripShape } from '../../reports/strip.ts';
import type { RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { simulationEdition } from '../../domain/planning/simulation/run.ts';
import type { Moment } from '../../domain/time.ts';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { replications, type WorkedPlan } from './answers.ts';
import { numberRows } from './plan-answer.tsx';
import { criterionSentence, estimateSentence, leadSentences, type UnitPlaces } from './plan-lead.tsx';
import { estimateText, percentText, spanText } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';
import { siteName } from './site-name.ts';
import { answerTexts, labTexts, planTexts } from './texts.ts';
import { weighedMeasures, weighedRows } from './weighs.ts';

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
  /** Who does it and who pays, and that none of it is decided here. */
  readonly decided: readonly PlanBlock[];
  /** Every assumption with its source. */
  readonly assumptions: readonly PlanBlock[];
};

export function planDocument(plan: DocumentedPlan): PlanDocument {
  const { title, worked, answers, places, rule, at, language } = plan;
  const [say, said] = [answerTexts(language), planTexts(language)];
  const paragraph = (text: string, isLead = false): PlanBlock => ({ type: 'paragraph', text, isLead });
  const hasUnits = answers.some(({ units }) => units.length > 0);
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
      ...leadSentences(answers, places, rule, language).map((text) => paragraph(text, true)),
      ...(hasUnits ? [paragraph(criterionSentence(dispersion, language)), { type: 'heading' as const, text: said('answer') }] : []),
      ...(hasUnits
        ? answers.map((answer): PlanBlock => ({
            type: 'terms',
            rows: [
              {
                term: said('women', { women: estimateText(answer, language) }),
                text: `${estimateSentence(answer, language)} ${answer.source}`,
              },
            ],
          }))
        : []),
      ...(hasUnits ? [numbersTable(answers, language)] : []),
      ...plan.decided,
      ...(hasUnits ? [...weighedBlocks(worked, language), ...pictures(answers, language)] : []),
      ...plan.assumptions,
      paragraph(said('method', { years: worked.scenario.years, replications })),
    ],
    footer: `Samløb · ${say('doc.footer')}`,
    words: { page: say('doc.page'), of: say('doc.of'), table: say('doc.table'), picture: say('doc.picture') },
  };
}

function numbersTable(answers: readonly ShownNeed[], language: Language): PlanBlock {
  const say = planTexts(language);
  return {
    type: 'table',
    caption: say('tableCaption'),
    headColumn: say('estimate'),
    columns: answers.map((answer) => ({ title: say('under', { women: estimateText(answer, language) }), isNumeric: true })),
    rows: numberRows(language).map(([measure, text]) => ({ head: say(measure), cells: answers.map(text), isTotal: false })),
    notes: [],
  };
}

function weighedBlocks({ weighed }: WorkedPlan, language: Language): readonly PlanBlock[] {
  if (!weighed) return [];
  const say = answerTexts(language);
  const { rows, asIs } = weighedRows(weighed, language);
  const { from, to, name } = weighed.study.estimate;
  const middle = (from + to) / 2;
  return [
    { type: 'heading', text: say('weighs') },
    {
      type: 'paragraph',
      isLead: false,
      text: rows.length === 0 ? say('weighsNone') : say('weighsText', { women: spanText({ from: middle, to: middle }, 1, language), name }),
    },
    ...(rows.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: say('weighs'),
            headColumn: say('lever'),
            columns: [
              { title: say('range'), isNumeric: true },
              { title: say('source'), isNumeric: false },
              ...weighedMeasures.map((measure) => ({ title: labTexts(language)(`measure.${measure}`), isNumeric: true })),
            ],
            rows: [
              ...rows.map(({ lever, range, source, becomes }) => ({ head: lever, cells: [range, source, ...becomes], isTotal: false })),
              { head: say('asIs'), cells: ['–', '–', ...asIs], isTotal: true },
            ],
            notes: [],
          },
        ]),
  ];
}

/** The colours of the screen's pictures. */
const [ink, tint, grid, stop, paper] = ['0B5563', 'CFE3E6', 'D8D5CF', 'A4161A', 'FFFFFF'];
const [width, height, edge] = [300, 16, 6];
const criterion = 3;

const box = (x: number, y: number, wide: number, high: number, colour: string): StripShape => ({
  shape: 'box',
  x,
  y,
  width: wide,
  height: high,
  colour,
});

/** Nine years of ten as a line, the middle year as a ring, and the criterion as a dashed line, on a scale up to `most`. */
export function yearsStrip([low, middle, high]: readonly [number, number, number], most: number): Strip {
  const at = (value: number): number => edge + ((width - 2 * edge) * value) / most;
  const dashes = Array.from({ length: 4 }, (_, index) => box(at(criterion) - 0.75, 0.5 + 4 * index, 1.5, 2.75, stop));
  return {
    width,
    height,
    shapes: [
      box(at(0), 0, 0.75, height, grid),
      ...dashes,
      box(at(low), height / 2 - 1.25, at(high) - at(low), 2.5, ink),
      box(at(low) - 0.75, height / 2 - 5, 1.5, 10, ink),
      box(at(high) - 0.75, height / 2 - 5, 1.5, 10, ink),
      { shape: 'disc', x: at(middle), y: height / 2, radius: 5, colour: ink },
      { shape: 'disc', x: at(middle), y: height / 2, radius: 2.75, colour: paper },
    ],
  };
}

/** Filled up to the lowest, outlined on to the highest; empty where there is none. */
export function barStrip(span: { readonly from: number; readonly to: number } | null, most: number): Strip {
  const at = (value: number): number => edge + ((width - 2 * edge) * value) / most;
  const axis = box(at(0) - 0.75, 0, 0.75, height, grid);
  if (span === null) return { width, height, shapes: [axis] };
  return {
    width,
    height,
    shapes: [
      axis,
      ...(span.to > 0 ? [box(at(0), 3, at(span.to) - at(0), height - 6, ink)] : []),
      ...(at(span.to) - at(span.from) > 1.5 ? [box(at(span.from), 3.75, at(span.to) - at(span.from) - 0.75, height - 7.5, tint)] : []),
    ],
  };
}

function pictures(answers: readonly ShownNeed[], language: Language): readonly PlanBlock[] {
  const [say, said] = [answerTexts(language), planTexts(language)];
  const written = (value: number): string => numberText(Number(value.toFixed(1)), language);
  const units = answers.map((answer, index): PlanBlock => {
    const women = estimateText(answer, language);
    const most = Math.max(criterion + 1, ...answer.units.map(({ years }) => years[2]));
    return {
      type: 'picture',
      caption: say('doc.unitsOf', { women }),
      heads: [said('unit'), say('doc.scale', { least: written(0), most: written(most) }), say('doc.years')],
      rows: answer.units.map(({ site, years }) => {
        const [low, middle, high] = years.map(written);
        return {
          head: siteName(site),
          strip: yearsStrip(years, most),
          alt: say('doc.unitAlt', { name: siteName(site), low: low ?? '', middle: middle ?? '', high: high ?? '' }),
          value: [low, middle, high].join(' · '),
        };
      }),
      notes: index === answers.length - 1 ? [say('doc.unitsNote')] : [],
    };
  });
  const bars = (
    caption: 'doc.neverOf' | 'doc.weeksOf',
    least: number,
    of: (answer: ShownNeed) => { readonly from: number; readonly to: number } | null,
    text: (span: { readonly from: number; readonly to: number } | null) => string,
  ): PlanBlock => {
    const most = Math.max(least, ...answers.map((answer) => of(answer)?.to ?? 0));
    const end = text({ from: most, to: most });
    return {
      type: 'picture',
      caption: say(caption),
      heads: [said('estimate'), say('doc.scale', { least: written(0), most: end }), say('doc.number')],
      rows: answers.map((answer) => {
        const women = said('women', { women: estimateText(answer, language) });
        const value = of(answer) === null ? said('noneAdmitted') : text(of(answer));
        return { head: women, strip: barStrip(of(answer), most), alt: say('doc.barAlt', { women, value }), value };
      }),
      notes: caption === 'doc.weeksOf' ? [say('doc.barNote')] : [],
    };
  };
  return [
    ...units,
    bars(
      'doc.neverOf',
      1,
      ({ neverAdmitted }) => neverAdmitted,
      (span) => percentText(span, language),
    ),
    bars(
      'doc.weeksOf',
      8,
      ({ weeksLost }) => weeksLost,
      (span) => spanText(span, 1, language),
    ),
  ];
}
