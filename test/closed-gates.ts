/** For each gate of the hidden number a table that closes it, and what has to be asked of the command for that. */
import type { Gate } from '../src/domain/estimation/conclusion.ts';

export type ClosedGate = {
  readonly gate: Gate;
  readonly status: 'none' | 'bounds-only' | 'estimate';
  readonly table: string;
  readonly words: readonly string[];
  readonly sentence: string;
  /** False where the page asks every method with its usual grid, and another gate closes first or none. */
  readonly onPage: boolean;
};

export const closedGates: readonly ClosedGate[] = [
  {
    gate: 'one-list',
    status: 'none',
    table: 'A,count\n1,50\n',
    words: ['--method', 'all'],
    sentence:
      'It cannot be decided from these lists. No number can be estimated. 50 are seen on at least one list. There is only one list with anybody on it, so no overlap.',
    onPage: true,
  },
  {
    gate: 'no-overlap',
    status: 'none',
    table: 'A,B,count\n1,0,40\n0,1,50\n1,1,0\n',
    words: ['--method', 'two-list'],
    sentence: 'No number can be estimated. 90 are seen on at least one list. Nobody was seen more than once.',
    onPage: true,
  },
  {
    gate: 'few-seen',
    status: 'bounds-only',
    table: 'A,B,count\n1,0,5\n0,1,5\n1,1,6\n',
    words: ['--method', 'all'],
    sentence: 'All that can be said is: at least 16. 16 are seen on at least one list. Fewer than 20 were seen: too few.',
    onPage: true,
  },
  {
    gate: 'perhaps-few-seen',
    status: 'bounds-only',
    table: 'A,B,C,count\n1,0,0,6\n0,1,0,5\n0,0,1,4\n1,1,0,1-4\n1,0,1,1-4\n0,1,1,1-4\n1,1,1,0-4\n',
    words: ['--method', 'all'],
    sentence:
      'at least 18. 18 to 31 are seen on at least one list. As some counts are known only as intervals, fewer than 20 may have been seen',
    onPage: true,
  },
  {
    gate: 'few-overlaps',
    status: 'bounds-only',
    table: 'A,B,count\n1,0,50\n0,1,50\n1,1,1-4\n',
    words: ['--method', 'all'],
    sentence: 'at least 101. 101 to 104 are seen on at least one list. Fewer than 5 were seen more than once: too few.',
    onPage: true,
  },
  {
    gate: 'perhaps-few-overlaps',
    status: 'bounds-only',
    table: 'A,B,count\n1,0,50\n0,1,50\n1,1,3-6\n',
    words: ['--method', 'all'],
    sentence:
      'at least 103. 103 to 106 are seen on at least one list. As some counts are known only as intervals, fewer than 5 may have been seen',
    onPage: true,
  },
  {
    gate: 'everybody-on-one',
    status: 'none',
    table: 'A,B,count\n1,0,40\n1,1,30\n0,1,0\n',
    words: ['--method', 'all'],
    sentence: 'Everybody who was seen is on one and the same list: the lists say nothing of those outside it.',
    onPage: true,
  },
  {
    gate: 'no-dependence',
    status: 'none',
    table: 'A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n1,0,1,0\n0,1,1,0\n1,1,1,0\n',
    words: ['--method', 'sparse'],
    sentence: 'No model exists in which the lists that share persons depend on each other.',
    onPage: true,
  },
  {
    gate: 'no-estimate',
    status: 'none',
    table: 'A,B,count\n1,0,40\n0,1,0-9\n1,1,30\n',
    words: ['--method', 'loglinear'],
    sentence: 'None of the methods has an estimate.',
    onPage: false,
  },
  {
    gate: 'short-grid',
    status: 'none',
    table: 'A,B,C,count\n1,0,0,60\n0,1,0,49\n1,1,0,4\n0,0,1,247\n1,0,1,112\n0,1,1,142\n1,1,1,12\n',
    words: ['--method', 'dga', '--grid', '100'],
    sentence: 'The grid of graph averaging is too short for these lists.',
    onPage: false,
  },
  {
    gate: 'infinite',
    status: 'none',
    table: 'A,B,C,count\n1,0,0,40\n1,1,0,30\n1,0,1,20\n1,1,1,6\n0,1,0,1\n0,0,1,0\n0,1,1,0\n',
    words: ['--method', 'all', '--bootstrap', '100'],
    sentence: 'Of the tables drawn again, more than 25 % have no estimate.',
    onPage: true,
  },
  {
    gate: 'wide',
    status: 'bounds-only',
    table: 'A,B,C,count\n1,0,0,37\n0,1,0,135\n0,0,1,258\n1,1,0,0\n1,0,1,1\n0,1,1,1\n1,1,1,5\n',
    words: ['--method', 'loglinear'],
    sentence:
      'at least 437. 437 are seen on at least one list. The interval is too wide: its upper end is more than 10 times the lower. It goes from 8,147 to 610,281.',
    onPage: true,
  },
  {
    gate: 'open',
    status: 'estimate',
    table: 'P,Q,E,count\n0,0,1,63\n0,1,0,55\n0,1,1,18\n1,0,0,69\n1,0,1,17\n1,1,0,21\n1,1,1,28\n',
    words: ['--method', 'all'],
    sentence: 'These lists cannot decide it: from 271 to 3,031 fits what they say.',
    onPage: true,
  },
];
