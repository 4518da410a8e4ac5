/** The answer of a table of pathway costs as a file, and the table as it was uploaded. */
import { breakEven, pathwayCosts, shareThatPays } from '../../domain/planning/costs/pathway-costs.ts';
import { tableFile } from '../../reports/table-files.ts';
import type { KeptCostTable } from '../../store/planning-costs.ts';
import type { CostPair } from './cost-comparison.tsx';

const head = ['pathway', 'from', 'to', 'undiscounted', 'present_value'] as const;
export const tableHead = 'pathway,from,to,per_year';

export function costAnswerJson(kept: KeptCostTable, pair: CostPair | null): string {
  return `${JSON.stringify({ about: aboutOf(kept), ...answerOf(kept, pair) }, null, 2)}\n`;
}

/** The answer for Danish Excel. */
export async function costAnswerCsv(kept: KeptCostTable, pair: CostPair | null): Promise<string | Uint8Array> {
  const { pathways, comparison } = answerOf(kept, pair);
  const about = Object.entries({ ...aboutOf(kept), ...comparison }).map(
    ([name, value]) => [name, typeof value === 'number' ? value : oneLine(String(value))] as const,
  );
  const rows = pathways.flatMap(({ pathway, intervals, undiscounted, presentValue }) => [
    ...intervals.map((one) => [pathway, one.from, one.to, one.undiscounted, one.presentValue]),
    [pathway, '', '', undiscounted, presentValue],
  ]);
  return tableFile('csv', { about, aboutName: 'Om tallene', sheets: [{ name: 'Tal', head, rows }], json: null });
}

/** The table as it was uploaded, in the form that it can be uploaded in again. */
export function uploadedCsv({ content: { lines } }: KeptCostTable): string {
  return `${[tableHead, ...lines.map((line) => [line.pathway, line.from, line.to, line.perYear].map(csvCell).join(','))].join('\r\n')}\r\n`;
}

function aboutOf({ id, title, source, content, recorded, byName, organisationName }: KeptCostTable) {
  const { currency, priceYear, discountRate } = content;
  return { table: id, title, source, savedAt: recorded, savedBy: `${byName}, ${organisationName}`, currency, priceYear, discountRate };
}

function answerOf({ content }: KeptCostTable, pair: CostPair | null) {
  const answer = pathwayCosts(content);
  const compared = pair && breakEven(content, pair.one, pair.other, pair.once);
  return {
    discountedTo: answer.outcome === 'empty' ? null : answer.at,
    pathways: answer.outcome === 'empty' ? [] : answer.pathways,
    comparison:
      pair && compared?.outcome === 'compared'
        ? {
            ...pair,
            net: compared.net,
            breakEven: compared.age,
            couldPay: compared.couldPay,
            shareThatPays: pair.once > 0 ? shareThatPays(pair.once, compared.couldPay) : null,
          }
        : null,
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
