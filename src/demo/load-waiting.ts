/** Puts some women on the waiting list: invented ones, and those of the simulated country whose place is sought. The told stories are left alone. */
import { asId } from '../domain/id.ts';
import type { Phase } from '../domain/pathway/phases.ts';
import type { Need } from '../domain/placement/needs.ts';
import { proposedLength, proposedNightsAfterBirth } from '../domain/placement/nights.ts';
import type { PlaceProperty } from '../domain/placement/provision.ts';
import { addDays, addMinutes, type Day, startOfDanishDay } from '../domain/time.ts';
import type { Transaction } from '../store/database.ts';
import { importPathways } from '../store/pathway-import.ts';
import { importRequests } from '../store/placement-waiting-import.ts';
import { waitingWomen } from './waiting-women.ts';

/** How many of the simulated country at most: a list that can be read. */
const mostSimulated = 5;

/** Days that anyone has waited at most. */
const longestWait = 70;

/** Residential care is decided or about to be. */
const seekingPhases = ['finding-place', 'deciding', 'awaiting-answer', 'offering'] as const satisfies readonly Phase[];

type DemoWish = { readonly units: readonly string[]; readonly needs: readonly PlaceProperty[]; readonly reach: number | null };

/**
 * What they wish, in turn: a unit with one free place, one that is full, one that is closed for some weeks. Strand at Fjordhuset is left out:
 * its last place belongs to the story of the README.
 */
const wishes: readonly DemoWish[] = [
  { units: ['fjordhuset-klit'], needs: ['accepts-active-use'], reach: null },
  { units: ['lyngborg-lyng', 'sundgaarden-sund'], needs: ['mother-and-baby', 'accepts-active-use'], reach: 180 },
  { units: ['fjordhuset-klit', 'lyngborg-lyng'], needs: ['shielded'], reach: null },
  { units: ['sundgaarden-sund'], needs: ['mother-and-baby'], reach: null },
];

/** Adds them to a database that has the organisations and the units, as the owner of the tables. */
export async function loadWaiting(tx: Transaction, today: Day): Promise<void> {
  const invented = waitingWomen(today);
  await importPathways(tx, invented);
  const seeking = await tx.selectFrom('pathway').select(['id', 'state']).where('phase', 'in', seekingPhases).orderBy('id').execute();
  const residential = seeking.filter(({ state }) => state.levelStatus?.level === 'residential' && state.bornOn === null);
  const chosen = [
    ...residential.filter(({ id }) => invented.some((one) => one.id === id)),
    ...residential.filter(({ id }) => id.startsWith('sim-')).slice(0, mostSimulated),
  ];
  const [earliest, latest] = [addDays(today, -longestWait), addDays(today, -1)];
  await importRequests(
    tx,
    chosen.map(({ id, state }, index) => {
      const { units, needs, reach } = wishes[index % wishes.length] ?? { units: [], needs: [], reach: null };
      const since = state.awaiting.since ?? today;
      const asked = since < earliest ? earliest : since < latest ? since : latest;
      return {
        id: asId<'request'>(`pladsoenske-${id}`),
        pathway: id,
        askedAt: addMinutes(startOfDanishDay(asked), 10 * 60 + index),
        wish: {
          units: units.map((unit) => asId<'unit'>(unit)),
          needs: needs.map((property): Need => ({ property, why: 'chosen' })),
          reach,
          party: { age: null, partner: null, children: [] },
          earliest: today,
          ...lengthFor(today, state.dueDate?.dueDate ?? null),
        },
      };
    }),
    today,
  );
}

/** As the form proposes it: to so many weeks after the birth, where that is ahead. */
function lengthFor(today: Day, dueDate: Day | null): { readonly nights: number; readonly nightsAfterBirth: number | null } {
  const isAhead = dueDate !== null && dueDate >= today;
  return { nights: proposedLength(today, dueDate), nightsAfterBirth: isAhead ? proposedNightsAfterBirth : null };
}
