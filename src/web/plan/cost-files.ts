/** The answer of a table of pathway costs as a file, and the table as it was uploaded. */
import { breakEven, pathwayCosts, shareThatPays } from '../../domain/planning/costs/pathway-costs.ts';
import type { KeptCostTable } from '../../store/planning-costs.ts';
import type { CostPair } from './cost-comparison.tsx';
import { csvCell } from './study-files.ts';

const head = ['pathway', 'from', 'to', 'undiscounted', 'present_value'] as const;
export const tableHead = 'pathway,from,to,per_year';

export function costAnswerJson(kept: KeptCostTable, pair: CostPair | null): string {
  return `${JSON.stringify({ about: aboutOf(kept), ...answerOf(kept, pair) }, null, 2)}\n`;
}

export function costAnswerCsv(kept: KeptCostTable, pair: CostPair | null): string {
  const { pathways, comparison } = answerOf(kept, pair);
  const about = Object.entries({ ...aboutOf(kept), ...comparison }).map(([name, value]) => `# ${name}: ${oneLine(String(value))}`);
  const rows = pathways.flatMap(({ pathway, intervals, undiscounted, presentValue }) => [
    ...intervals.map((one) => [pathway, one.from, one.to, one.undiscounted, one.presentValue]),
    [pathway, '', '', undiscounted, presentValue],
  ]);
  return `${[...about, head.join(','), ...rows.map((row) => row.map(csvCell).join(','))].join('\r\n')}\r\n`;
}

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
