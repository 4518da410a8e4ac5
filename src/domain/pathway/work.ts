/** The work list (da: arbejdsliste): each pathway with its next step, in the group it belongs to for a role on a day. */
import { addDays, type Day } from '../time.ts';
import type { Role } from '../trail.ts';
import { type NextStep } from './actions.ts';
import { nextStepFor } from './next-step.ts';
import type { Pathway } from './state.ts';

export const workGroups = ['overdue', 'today', 'week', 'later', 'others'] as const;
export type WorkGroup = (typeof workGroups)[number];

/** One line of the list. */
export type WorkItem<Listed> = { readonly listed: Listed; readonly next: NextStep };

/** Every pathway with a next step stands in one group and only one: so the count and the list always agree. */
export function workListOf<Listed extends { readonly pathway: Pathway }>(
  all: readonly Listed[],
  role: Role,
  today: Day,
  /** What the reader's role could do, but another of that role is to: as the leader of the house she moves to. */
  isAnothers: (item: WorkItem<Listed>) => boolean = () => false,
): Readonly<Record<WorkGroup, readonly WorkItem<Listed>[]>> {
  const items = all
    .flatMap((listed) => {
      const next = nextStepFor(listed.pathway, role);
      return next ? [{ listed, next }] : [];
    })
    .toSorted((a, b) => contactFirst(a.next, b.next) || compareDays(a.next.by?.day, b.next.by?.day));
  const inGroup = (group: WorkGroup): readonly WorkItem<Listed>[] =>
    items.filter((item) => (isAnothers(item) ? 'others' : groupOf(item.next, role, today)) === group);
  return {
    overdue: inGroup('overdue'),
    today: inGroup('today'),
    week: inGroup('week'),
    later: inGroup('later'),
    others: inGroup('others'),
  };
}

/** «This week» is the seven days from today, so that a Sunday does not hide Monday. */
function groupOf({ action, by, doneBy }: NextStep, role: Role, today: Day): WorkGroup {
  if (!doneBy.includes(role)) return 'others';
  if (by === null) return 'later';
  if (by.day < today) return 'overdue';
  // To reach her who left waits for no day: it is today's from the day she left.
  if (by.day === today || action === 'contact-her') return 'today';
  return by.day <= addDays(today, 7) ? 'week' : 'later';
}

/** Within a group she who left a stay before the time stands first: no form goes before her. */
function contactFirst(a: NextStep, b: NextStep): number {
  return Number(b.action === 'contact-her') - Number(a.action === 'contact-her');
}

/** Steps that nothing dates come last. */
function compareDays(a: Day | undefined, b: Day | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}
