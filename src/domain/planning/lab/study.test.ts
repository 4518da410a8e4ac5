import { describe, expect, test } from 'vitest';
import { pulled } from './check-basis.ts';
import { positionFile } from './position-scenarios.ts';
import { demandAt, demandPoints } from './study.ts';

describe('what a study simulates', () => {
  test('is an estimate at its lowest, its middle and its highest number', () => {
    const stated = { name: 'x', from: 6, to: 9, source: 'y' };
    expect(demandPoints.map((point) => demandAt(stated, point))).toEqual([6, 7.5, 9]);
  });

  test('is an assumption over its range, and none whose range is one value', () => {
    const scenario = { ...positionFile('pilot', 'P'), accepts: 0.8 };
    const over = (range: readonly [number, number]) =>
      pulled({ ...scenario, basis: { accepts: { source: 'x', range } } }).map(({ lever }) => lever);
    expect(over([0.5, 1])).toEqual(['accepts']);
    expect(over([0.8, 0.8])).toEqual([]);
  });
});
