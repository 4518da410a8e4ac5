import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMinutes, type Day, day, moment } from '../time.ts';
import { missingLines, wholeLog } from './urgency-log.ts';
import { byUrgency, type Ranked, type UrgencyFacts, urgencyOn, urgencyRisks } from './urgency.ts';

const today = day('2026-11-25');
const risk = fc.record({
  risk: fc.constantFrom(...urgencyRisks),
  since: fc.integer({ min: -200, max: 5 }).map((days) => addDays(today, days)),
});
const facts: fc.Arbitrary<UrgencyFacts> = fc.record({
  countedFrom: fc.option(fc.integer({ min: -310, max: 10 }).map((days) => addDays(today, days))),
  bornOn: fc.option(fc.integer({ min: -60, max: 5 }).map((days) => addDays(today, days))),
  risks: fc.uniqueArray(risk, { selector: (one) => one.risk }),
  askedOn: fc.integer({ min: -300, max: 0 }).map((days) => addDays(today, days)),
  refusals: fc.nat(9),
  herNoes: fc.nat(9),
});
const score = (one: UrgencyFacts, on: Day = today): number => urgencyOn(one, on).score;

describe('urgency', () => {
  it('is the sum of what is said to count', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { score: whole, contributions } = urgencyOn(one, today);
        expect(whole).toBe(contributions.reduce((sum, { points }) => sum + points, 0));
        expect(contributions.every(({ points }) => points >= 0 && Number.isInteger(points))).toBe(true);
      }),
    );
  });

  it('never falls with a further week, a longer wait, a refusal by a unit, or a risk; and a day that passes never lowers it', () => {
    fc.assert(
      fc.property(facts, risk, fc.integer({ min: 0, max: 120 }), (one, further, days) => {
        const earlier = (from: Day | null): Day | null => from && addDays(from, -days);
        expect(score({ ...one, countedFrom: earlier(one.countedFrom) })).toBeGreaterThanOrEqual(score(one));
        expect(score({ ...one, askedOn: addDays(one.askedOn, -days) })).toBeGreaterThanOrEqual(score(one));
        expect(score({ ...one, refusals: one.refusals + days })).toBeGreaterThanOrEqual(score(one));
        expect(score({ ...one, risks: [...one.risks, further] })).toBeGreaterThanOrEqual(score(one));
        expect(score(one, addDays(today, days))).toBeGreaterThanOrEqual(score(one));
      }),
    );
  });

  it('is the same however often she herself has said no', () => {
    fc.assert(
      fc.property(facts, fc.nat(50), (one, herNoes) => {
        expect(urgencyOn({ ...one, herNoes }, today)).toEqual(urgencyOn(one, today));
      }),
    );
  });

  it('counts a week more than any one risk does half of, and says each with its reason', () => {
    const known: UrgencyFacts = {
      countedFrom: addDays(today, -31 * 7),
      bornOn: null,
      risks: [{ risk: 'relapse', since: day('2026-11-02') }],
      askedOn: day('2026-11-04'),
      refusals: 2,
      herNoes: 3,
    };
    expect(urgencyOn(known, today)).toEqual({
      edition: 'hastegrad/2026-11',
      score: 310 + 20 + 15 + 20,
      contributions: [
        { kind: 'week', points: 310, week: 31, basis: 'term' },
        { kind: 'risk', points: 20, risk: 'relapse', since: day('2026-11-02') },
        { kind: 'waited', points: 15, weeks: 3, since: day('2026-11-04') },
        { kind: 'refusals', points: 20, count: 2 },
      ],
    });
  });
});

describe('the order of a list', () => {
  const ranked: fc.Arbitrary<Ranked> = fc.record({
    id: fc.string({ maxLength: 3 }),
    score: fc.integer({ min: 0, max: 5 }),
    askedAt: fc.nat(3).map((minutes) => addMinutes(moment('2026-11-25T08:00:00Z'), minutes)),
  });
  const list = fc.uniqueArray(ranked, { selector: ({ id }) => id, maxLength: 9 });

  it('is total, and does not depend on the order it is given in', () => {
    fc.assert(
      fc.property(list, fc.func(fc.integer()), (all, shuffle) => {
        const sorted = all.toSorted(byUrgency);
        expect(all.toSorted((a, b) => shuffle(a.id) - shuffle(b.id)).toSorted(byUrgency)).toEqual(sorted);
        for (const one of all)
          for (const other of all) expect(Math.sign(byUrgency(one, other))).toBe(-Math.sign(byUrgency(other, one)) || 0);
      }),
    );
  });

  it('gives each the number that counting those before her gives: more points, or as many and asked earlier, or then the lower id', () => {
    fc.assert(
      fc.property(list, (all) => {
        const sorted = all.toSorted(byUrgency);
        for (const her of all) {
          let before = 0;
          for (const other of all) {
            if (other.score > her.score) before += 1;
            else if (other.score === her.score && other.askedAt < her.askedAt) before += 1;
            else if (other.score === her.score && other.askedAt === her.askedAt && other.id < her.id) before += 1;
          }
          expect(sorted.indexOf(her)).toBe(before);
        }
      }),
    );
  });
});

describe('the log', () => {
  it('has each change of the score and no other line, whenever and however often it is kept', () => {
    const steps = fc.array(fc.record({ after: fc.nat(30), facts }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(steps, fc.nat(40), fc.nat(40), (given, further, between) => {
        let from = addDays(today, -100);
        const known = given.map((step) => {
          from = addDays(from, step.after);
          return { from, facts: step.facts };
        });
        const end = addDays(from, further);
        const log = wholeLog(known, end);
        // Day by day: what held at the end of each, from the facts as they were known then.
        for (let on = known[0]?.from ?? end; on <= end; on = addDays(on, 1)) {
          const knownThen = known.findLast((one) => one.from <= on)?.facts;
          const line = log.findLast((one) => one.day <= on);
          expect(line?.score).toBe(knownThen && urgencyOn(knownThen, on).score);
        }
        // Kept halfway too, it is the same.
        const last = known.at(-1);
        const middle = addDays(from, Math.min(between, further));
        const more = last ? [...known, { from: middle, facts: last.facts }] : known;
        expect(wholeLog(more, end)).toEqual(log);
        expect(log.every((line, index) => index === 0 || line.day >= (log[index - 1]?.day ?? line.day))).toBe(true);
      }),
    );
  });

  it('says what a change came of', () => {
    const facts = { countedFrom: addDays(today, -140), bornOn: null, risks: [], askedOn: today, refusals: 0, herNoes: 0 };
    const [first] = missingLines(null, facts, today);
    expect(first?.causes).toEqual(['asked']);
    const changed = { ...facts, refusals: 1, risks: [{ risk: 'relapse' as const, since: today }] };
    expect(missingLines(first ?? null, changed, addDays(today, 8)).map(({ day: on, causes }) => [on, causes])).toEqual([
      [addDays(today, 7), ['time']],
      [addDays(today, 8), ['risk', 'refusal']],
    ]);
    expect(missingLines(first ?? null, { ...facts, herNoes: 4 }, today)).toEqual([]);
  });
});
