/** The diagrams in docs/states show exactly what the tables of the domain allow: no arrow more, none less. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callLifecycle, callStatuses } from '../src/domain/call/lifecycle.ts';
import { jobActs, jobLifecycle, jobStates } from '../src/domain/disclosure/release-job.ts';
import { asId } from '../src/domain/id.ts';
import { type ActionId, actionIds, actions } from '../src/domain/pathway/actions.ts';
import type { PathwayFact, RecordedFact } from '../src/domain/pathway/facts.ts';
import type { Phase } from '../src/domain/pathway/phases.ts';
import { foldPathway } from '../src/domain/pathway/fold.ts';
import { lifecycle, stayActs, stayStatuses } from '../src/domain/placement/lifecycle.ts';
import { reminderActs, reminderLifecycle, reminderStatuses } from '../src/domain/placement/reminder-message.ts';
import { requestActs, requestLifecycle, requestStatuses } from '../src/domain/placement/waiting-lifecycle.ts';
import { firstSight, sightActs, sightLifecycle } from '../src/domain/planning/lab/scenario-sight.ts';
import { addDays, addMinutes, day, moment } from '../src/domain/time.ts';

const folder = resolve(import.meta.dirname, '../docs/states');

/** The arrows of the one diagram in a file, as `from --> to: what`. Mermaid takes no hyphens in names, so they are written with `_`. */
function drawnIn(file: string): readonly string[] {
  const diagrams = [...readFileSync(join(folder, file), 'utf8').matchAll(/```mermaid\nstateDiagram-v2\n([\s\S]*?)```/g)];
  expect(diagrams, `${file} has one diagram`).toHaveLength(1);
  return (diagrams[0]?.[1] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.includes('-->'))
    .toSorted();
}

function arrow(from: string, to: string, what: string | null = null): string {
  const name = (text: string): string => text.replaceAll('-', '_');
  return what === null ? `${name(from)} --> ${name(to)}` : `${name(from)} --> ${name(to)}: ${what}`;
}

const start = '[*]';

/** The lines that draw a table of acts: each leads from some states to one, and a state that leads nowhere is an end. */
function linesOf<Act extends string>(
  table: Readonly<Record<Act, { readonly from: readonly string[]; readonly to: string }>>,
  acts: readonly Act[],
  states: readonly string[],
): readonly string[] {
  const steps = acts.flatMap((act) => {
    const { from, to } = table[act];
    return (from.length === 0 ? [start] : from).map((one) => arrow(one, to, act.replaceAll('-', ' ')));
  });
  const leads = new Set(acts.flatMap((act) => table[act].from));
  return [...steps, ...states.filter((state) => !leads.has(state)).map((state) => arrow(state, start))].toSorted();
}

describe('the diagrams of what can follow what', () => {
  it('are one for each lifecycle', () => {
    const drawn = ['call.md', 'pathway.md', 'release-job.md', 'reminder.md', 'request.md', 'scenario.md', 'stay.md'];
    expect(readdirSync(folder).toSorted()).toEqual(drawn);
  });

  it('draw the life of a stay as its table has it', () => {
    const steps = stayActs.flatMap((act) => {
      const from: readonly string[] = lifecycle[act].from;
      const { to } = lifecycle[act];
      return (from.length === 0 ? [start] : from).map((one) => arrow(one, to === 'as-it-was' ? one : to, act.replaceAll('-', ' ')));
    });
    const leads = new Set(stayActs.flatMap((act): readonly string[] => lifecycle[act].from));
    const ends = stayStatuses.filter((status) => !leads.has(status)).map((status) => arrow(status, start));
    expect(drawnIn('stay.md')).toEqual([...steps, ...ends].toSorted());
  });

  it.each([
    ['a placement request', 'request.md', linesOf(requestLifecycle, requestActs, requestStatuses)],
    ['a reminder’s message', 'reminder.md', linesOf(reminderLifecycle, reminderActs, reminderStatuses)],
    ['the work on a release', 'release-job.md', linesOf(jobLifecycle, jobActs, jobStates)],
  ])('draw the life of %s as its table has it', (_, file, lines) => {
    expect(drawnIn(file)).toEqual(lines);
  });

  it('draw who may see a scenario as its table has it', () => {
    const steps = sightActs.flatMap((act) => sightLifecycle[act].from.map((from) => arrow(from, sightLifecycle[act].to, act)));
    expect(drawnIn('scenario.md')).toEqual([arrow(start, firstSight), ...steps].toSorted());
  });

  it('draw the life of a call as its table has it', () => {
    const steps = callStatuses.flatMap((from) => callLifecycle[from].steps.map(({ to, by }) => arrow(from, to, by)));
    const ends = callStatuses.filter((status) => callLifecycle[status].steps.length === 0).map((status) => arrow(status, start));
    expect(drawnIn('call.md')).toEqual([arrow(start, 'issued'), ...steps, ...ends].toSorted());
  });

  it('draw the expected steps of a pathway as its table of actions and the fold of its facts have them', () => {
    expect(drawnIn('pathway.md')).toEqual([arrow(start, 'assessing-criteria'), ...walkedArrows()].toSorted());
  });
});

const stay = asId<'stay'>('ophold');
const municipality = asId<'municipality'>('0851');
const referral: PathwayFact = { type: 'referral-registered', person: null, calledName: 'Ukendt', municipality, concern: '', referrer: '' };

/** Every way the fact of an expected step can be said. */
const said: Readonly<Partial<Record<ActionId, readonly PathwayFact[]>>> = {
  'assess-criteria': (['in-target-group', 'not-in-target-group', 'professional-decides'] as const).map((outcome) => ({
    type: 'criteria-assessed',
    edition: '',
    answers: {},
    outcome,
  })),
  'judge-target-group': [true, false].map((inTargetGroup) => ({ type: 'target-group-judged', inTargetGroup, reason: '' })),
  'assess-need': [{ type: 'need-assessed', level: 'residential', reason: '' }],
  offer: (['outpatient', 'residential'] as const).map((level) => ({ type: 'offered', level, what: '' })),
  'record-answer': (['accepted', 'declined', 'considering'] as const).map((answer) => ({
    type: 'answered',
    answer,
    reason: null,
    inHerWords: '',
  })),
  'arrange-alternative': [{ type: 'alternative-arranged', what: '', level: 'intensified-outpatient' }],
  'decide-care': (['outpatient', 'residential'] as const).map((level) => ({
    type: 'care-decided',
    level,
    legalBasis: level === 'residential' ? 'SEL-107-2-2' : null,
    municipality,
    reason: '',
  })),
  'hold-place': [
    {
      type: 'place-held',
      stay,
      unitName: '',
      placeName: '',
      arrival: day('2026-12-01'),
      departure: day('2027-06-01'),
      until: moment('2026-11-22T12:00:00Z'),
    },
  ],
  'confirm-place': [{ type: 'place-confirmed', stay, legalBasis: 'SEL-107-2-2', paidBy: municipality }],
  admit: [{ type: 'admitted', stay, unitName: '' }],
  discharge: [{ type: 'discharged', stay, to: '' }],
  'hold-network-meeting': [{ type: 'event', kind: 'network-meeting', text: '' }],
};

/** Walks from a referral by expected steps alone, in every way they can be said, and notes which phase follows which. */
function walkedArrows(): readonly string[] {
  const found = new Set<string>();
  const waiting: (readonly PathwayFact[])[] = [[referral]];
  const seen = new Set<Phase>();
  for (let facts = waiting.shift(); facts !== undefined; facts = waiting.shift()) {
    const { phase } = foldPathway(facts.map(recorded));
    if (seen.has(phase)) continue;
    seen.add(phase);
    for (const action of actionIds.filter((id) => actions[id].expectedIn.includes(phase)))
      for (const fact of said[action] ?? neverSaid(action)) {
        expect(fact.type).toBe(actions[action].records);
        const next = [...facts, fact];
        found.add(arrow(phase, foldPathway(next.map(recorded)).phase, action));
        waiting.push(next);
      }
  }
  return [...found];
}

function neverSaid(action: ActionId): never {
  throw new Error(`say in this test how «${action}» is written down`);
}

function recorded(fact: PathwayFact, index: number): RecordedFact {
  return {
    sequence: index + 1,
    fact,
    by: asId<'user'>('u'),
    byName: '',
    capacity: 'coordinator',
    organisation: asId<'organisation'>('o'),
    organisationName: '',
    happened: addDays(day('2026-11-01'), index),
    recorded: addMinutes(moment('2026-11-01T08:00:00Z'), index * 1440),
  };
}
