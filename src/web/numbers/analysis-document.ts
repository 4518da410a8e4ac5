/** An analysis of the hidden number as a document (da: analysen som dokument), for Word and PDF: the answer first, the methods last. */
import { usesOf } from '../../domain/estimation/answer-use.ts';
import { internalAnalysis } from '../../domain/estimation/internal-analysis.ts';
import { saysOf } from '../../domain/estimation/answer.ts';
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import type { EstimateRow } from '../../domain/estimation/estimate-row.ts';
import { methodIn, methodSentence, remarkIn, saidIn, statusIn, useIn } from '../../reports/estimate-speech.ts';
import { colours } from '../../reports/look.ts';
import type { PlanBlock, PlanDocument } from '../../reports/plan-document.ts';
import type { Strip, StripShape } from '../../reports/strip.ts';
import type { SavedAnalysis } from '../../store/analysis.ts';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { leadTexts, reachText, scaleOf } from './answer-lead-words.ts';
import { analysisTexts, givenTexts } from './texts.ts';

/** What the picture's strips measure, in thirds of a point. */
const [width, height, arrow] = [900, 24, 18];

export function analysisDocument(saved: SavedAnalysis, language: Language): PlanDocument {
  const { title, report, recorded, byName, edition, seed, replicates, digest, told } = saved;
  const [say, lead] = [analysisTexts(language), leadTexts(language)];
  const [answer = '', ...why] = saysOf(report, report.conclusion).map((said) => saidIn(said, language));
  const { may, not } = usesOf(report);
  return {
    language,
    title,
    subtitle: say('title'),
    facts: [
      { term: say('internal'), text: internalAnalysis[language] },
      { term: say('by'), text: `${byName}, ${momentText(recorded, language)}` },
    ],
    blocks: [
      { type: 'paragraph', text: answer, isLead: true },
      { type: 'paragraph', text: why.join(' '), isLead: false },
      pictureOf(report, language),
      { type: 'heading', text: lead('may') },
      ...may.map((use) => paragraph(useIn(use, language))),
      { type: 'heading', text: lead('not') },
      ...not.map((use) => paragraph(useIn(use, language))),
      ...(told.length > 0 ? ([{ type: 'heading', text: givenTexts(language)('told') }, ...told.map(paragraph)] as const) : []),
      { type: 'heading', text: lead('analyst') },
      methodsOf(report, language),
      ...remarksOf(report, language),
      { type: 'heading', text: say('record') },
      {
        type: 'terms',
        rows: [
          { term: say('digest'), text: digest },
          { term: say('edition'), text: edition },
          { term: say('seed'), text: String(seed) },
          { term: say('replicates'), text: String(replicates) },
        ],
      },
    ],
    footer: `${title} (${say('internal').toLowerCase()})`,
    words: { page: lead('doc.page'), of: lead('doc.of'), table: lead('doc.table'), picture: lead('doc.picture') },
  };
}

function paragraph(text: string): PlanBlock {
  return { type: 'paragraph', text, isLead: false };
}

/** Those counted and the answer, on one scale from 0. */
function pictureOf(report: EstimateReport, language: Language): PlanBlock {
  const lead = leadTexts(language);
  const { most, seen } = scaleOf(report);
  const { range } = report.conclusion;
  const counted =
    seen[0] === seen[1] ? whole(seen[0], language) : lead('reach.span', { low: whole(seen[0], language), high: whole(seen[1], language) });
  const answered = reachText(report, language);
  const row = (head: string, value: string, strip: Strip) => ({ head, cells: [{ strip, alt: `${head}: ${value}`, value }] });
  return {
    type: 'picture',
    caption: lead('picture'),
    headColumn: lead('what'),
    columns: [lead('axis')],
    rows: [
      row(lead('seen'), counted, stripOf({ from: 0, to: seen[0], atMost: seen[1] }, most, colours.quiet)),
      row(lead('answer'), answered, stripOf(range ? { from: range.low, to: range.high } : { from: 0, to: 0 }, most, colours.accent)),
    ],
    notes: [
      lead('doc.scale', { most: whole(most, language) }),
      ...(seen[1] > seen[0] ? [lead('doc.perhaps')] : []),
      ...(range?.high === null ? [lead('doc.beyond')] : []),
    ],
  };
}

type Bar = {
  readonly from: number;
  /** Null where it goes on beyond the strip: it ends in an arrow, as on the page. */
  readonly to: number | null;
  /** So far it may reach, drawn light. */
  readonly atMost?: number;
};

function stripOf({ from, to, atMost }: Bar, most: number, colour: string): Strip {
  const at = (value: number): number => (width * Math.min(value, most)) / most;
  const end = to === null ? width - arrow : at(to);
  const axis: StripShape = { shape: 'box', x: 0, y: 0, width: 1, height, colour: colours.line };
  const box = (x: number, until: number, filled: string): StripShape => ({
    shape: 'box',
    x,
    y: 5,
    width: Math.max(3, until - x),
    height: height - 10,
    colour: filled,
  });
  const perhaps = atMost !== undefined && to !== null && atMost > to ? [box(end, at(atMost), colours.line)] : [];
  const tip: readonly StripShape[] = to === null ? [{ shape: 'arrow', x: end, y: 1, width: arrow, height: height - 2, colour }] : [];
  return { width, height, shapes: to === 0 ? [axis] : [axis, box(at(from), end, colour), ...perhaps, ...tip] };
}

function methodsOf({ methods }: EstimateReport, language: Language): PlanBlock {
  const say = analysisTexts(language);
  return {
    type: 'table',
    caption: leadTexts(language)('doc.methods'),
    headColumn: leadTexts(language)('doc.does'),
    columns: [
      { title: say('method'), isNumeric: false },
      { title: say('estimate'), isNumeric: true },
      { title: say('interval'), isNumeric: true },
    ],
    rows: methods.map((row) => ({
      head: methodSentence(row.method, language) || methodIn(row.method, language),
      cells: [methodIn(row.method, language), estimateText(row, language), intervalText(row, language)],
      isTotal: false,
    })),
    notes: [],
    // Kept together it would leave half of the first page empty.
    goesOn: true,
  };
}

function remarksOf({ methods }: EstimateReport, language: Language): readonly PlanBlock[] {
  const items = methods.flatMap(({ method, remarks }) => remarks.map((one) => `${methodIn(method, language)}: ${remarkIn(one, language)}`));
  return items.length > 0 ? [paragraph(`${analysisTexts(language)('remarks')}:`), { type: 'list', items: [...new Set(items)] }] : [];
}

function estimateText({ status, estimate }: EstimateRow, language: Language): string {
  return status === 'ok' && estimate !== null ? whole(estimate, language) : statusIn(status, language);
}

function intervalText({ status, interval: [low, high] }: EstimateRow, language: Language): string {
  const say = analysisTexts(language);
  if (status !== 'ok') return '';
  if (low === null) return say('noInterval');
  return `${whole(low, language)}–${high === null ? say('noUpper') : whole(high, language)}`;
}

function whole(value: number, language: Language): string {
  return numberText(Math.round(value), language);
}
