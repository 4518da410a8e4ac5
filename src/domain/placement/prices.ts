/**
 * The prices by which the bound is raised: up where somebody has no place, down where she has more than one, by Polyak's step. The course is kept from step
 * to step and turned a little each time (a deflected subgradient): without it the prices go back and forth, and the bound stays far below
 * that of the linear program.
 */
import type { OpenProblem } from './open-problem.ts';

/** What it is worth that a stay has a place and that she has one in a spell, and what each part of hers costs. */
export type Prices = { readonly stays: Float64Array; readonly hers: Float64Array; part: number; readonly course: Course };

/** Which way the prices go: how much each is to rise by, of late. */
export type Course = { readonly stays: Float64Array; readonly hers: Float64Array; part: number };

/** Prices to begin with. */
export function noPrices(stays: number, spells: number): Prices {
  return { stays: new Float64Array(stays).fill(0.5), hers: new Float64Array(spells), part: 0, course: noCourse(stays, spells) };
}

function noCourse(stays: number, spells: number): Course {
  return { stays: new Float64Array(stays), hers: new Float64Array(spells), part: 0 };
}

/** The same prices, with no course yet. */
export function copyPrices({ stays, hers, part }: Prices): Prices {
  return { stays: stays.slice(), hers: hers.slice(), part, course: noCourse(stays.length, hers.length) };
}

/** Sets prices to others, and leaves their course. */
export function setPrices(to: Prices, from: Prices): void {
  to.stays.set(from.stays);
  to.hers.set(from.hers);
  to.part = from.part;
}

/** Begins a course anew. */
export function forgetCourse({ course }: Prices): void {
  course.stays.fill(0);
  course.hers.fill(0);
  course.part = 0;
}

/** What the prices are bettered by: how often each got a place at them, she in how many parts, and the bound. */
type Outcome = { readonly times: Int32Array; readonly timesHers: Int32Array; readonly parts: number; readonly bound: number };

/** Moves the prices a step towards a bound of `target`: up where somebody has no place, down where she has more than one. */
export function adjustPrices(problem: OpenProblem, prices: Prices, filling: Outcome, target: number, pace: number): void {
  const { herFrom, herTo, mostParts, open } = problem;
  const { times, timesHers, parts, bound } = filling;
  const { course } = prices;
  let square = 0;
  const turn = (before: number, wanted: number, price: number): number => {
    const now = before + turning * (wanted - before);
    if (now > 0 || price > 0) square += now * now;
    return now;
  };
  for (const stay of open) course.stays[stay] = turn(course.stays[stay] ?? 0, 1 - (times[stay] ?? 0), prices.stays[stay] ?? 0);
  for (let spell = herFrom; spell < herTo; spell += 1)
    course.hers[spell] = turn(course.hers[spell] ?? 0, 1 - (timesHers[spell] ?? 0), prices.hers[spell] ?? 0);
  if (mostParts !== Infinity) course.part = turn(course.part, parts - mostParts, prices.part);
  if (square < 1e-12) return;
  const step = (pace * (target - bound)) / square;
  for (const stay of open) prices.stays[stay] = Math.max(0, (prices.stays[stay] ?? 0) + step * (course.stays[stay] ?? 0));
  for (let spell = herFrom; spell < herTo; spell += 1)
    prices.hers[spell] = Math.max(0, (prices.hers[spell] ?? 0) + step * (course.hers[spell] ?? 0));
  if (mostParts !== Infinity) prices.part = Math.max(0, prices.part + step * course.part);
}

/** How much of the course is the newest filling's. Found by trying, as are the paces of the climb. */
const turning = 0.1;
