/** What was chosen in the form of a study, made into a question that can be worked out, or the fault with its field. */
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { estimatesOf, mostProposals, scenariosOf, type Study, type StudyEffort } from '../../domain/planning/lab/study.ts';
import { firstRound } from '../../domain/planning/lab/study-rounds.ts';
import { rowShape } from '../../domain/planning/simulation/replication-row.ts';
import type { proposalOf } from './proposals.ts';
import { type Chosen, precisions } from './study-forms.tsx';

/** Replications at most, by the precision that is asked for. */
const mostReplications: Readonly<Record<(typeof precisions)[number], number>> = { '2': 2_700, '1': 8_100, '0.5': 8_100 };
/** Women in one replication, and numbers that are kept of all: more is the command line's work. */
const [mostWomen, mostNumbers] = [40_000, 50_000_000];

type Fault = 'fault.proposals' | 'fault.two' | 'fault.seed' | 'fault.years' | 'fault.size';
type Question = { readonly question: Study } | { readonly field: string; readonly fault: Fault };

/** The question that a form asks. `find` gives the proposal that a word of the form stands for. */
export async function questionFrom(
  { proposals: words, base, estimate, precision, seed }: Chosen,
  kind: Study['kind'],
  find: (word: string) => ReturnType<typeof proposalOf>,
): Promise<Question> {
  if (!/^\d{1,10}$/.test(seed) || Number(seed) > 0xffffffff) return { field: 'startnummer', fault: 'fault.seed' };
  const ordered = [...words.filter((word) => word === base), ...words.filter((word) => word !== base)];
  const found = (await Promise.all(ordered.slice(0, mostProposals + 1).map(find))).filter((one) => one !== null);
  const [first] = found;
  if (!first || found.length > mostProposals || found.length !== ordered.length) return { field: 'forslag', fault: 'fault.proposals' };
  if (kind === 'comparison' && found.length === 1) return { field: 'forslag', fault: 'fault.two' };
  if (found.some(({ scenario }) => scenario.years !== first.scenario.years)) return { field: 'forslag', fault: 'fault.years' };
  const stated = estimatesOf(found.map(({ scenario }) => scenario));
  const estimates = stated.length > 0 ? stated : documentedEstimates;
  const asked = precisions.find((one) => one === precision) ?? '1';
  const effort: StudyEffort = { seed: Number(seed), points: Number(asked) / 100, most: mostReplications[asked] };
  const chosen = estimates.find(({ name }) => name === estimate) ?? estimates[0];
  const question: Study =
    kind === 'comparison' || !chosen
      ? { kind: 'comparison', proposals: found, estimates, effort }
      : { kind: 'sensitivity', proposal: first, estimate: chosen, effort };
  return fitted(question);
}

/** Fewer replications where all of them would not fit in memory; a fault where not even the first would. */
function fitted(question: Study): Question {
  const scenarios = scenariosOf(question);
  if (scenarios.some(({ arrivalsPerYear, years }) => arrivalsPerYear * years > mostWomen)) return { field: 'forslag', fault: 'fault.size' };
  const numbers = scenarios.reduce((sum, { sites, years }) => sum + rowShape(sites.length, years).length, 0);
  const most = Math.min(question.effort.most, Math.floor(mostNumbers / numbers));
  return most < firstRound
    ? { field: 'forslag', fault: 'fault.size' }
    : { question: { ...question, effort: { ...question.effort, most } } };
}
