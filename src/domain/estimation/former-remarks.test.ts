import { expect, test } from 'vitest';
import { remarksIn } from './former-remarks.ts';
import { type RemarkCode, remarkSentences, remarkText } from './remark.ts';

const about = {
  replicates: 500,
  infinite: 3,
  other: 0.5,
  delta: 0.125,
  median: 292,
  low: 271,
  high: 588,
  list: 'A+B',
  part: 'A',
  whole: 'B',
};
const more = {
  model: '[12,3]',
  models: '[12,3] 4, [1,2,3] 2',
  lists: 4,
  tables: 12,
  all: 900,
  without: 2,
  points: 9,
  most: 7,
  percent: 1.2,
};

test('every sentence of now is read back as its code, with all that it is about', () => {
  for (const code of Object.keys(remarkSentences) as readonly RemarkCode[]) {
    if (code === 'as-written') continue;
    const names = [...remarkSentences[code].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const all: Readonly<Record<string, string | number>> = {
      ...about,
      ...more,
      ...(code === 'set-aside' ? { lists: 'A + B' } : code === 'share-of-lists' ? { part: 2 } : {}),
    };
    const remark = { code, ...(names.length > 0 ? { about: Object.fromEntries(names.map((name) => [name, all[name] ?? ''])) } : {}) };
    expect(remarksIn(remarkText(remark)), code).toEqual([remark]);
  }
});

test('sentences that an earlier edition said otherwise are read, one that said two things as two, and the rest stay as they were', () => {
  expect(remarksIn('Drawn again 500 times; 3 of them have no estimate.')).toEqual([
    { code: 'drawn', about: { replicates: 500, infinite: 3 } },
    { code: 'drawn-in-vain', about: { replicates: 500, infinite: 3 } },
  ]);
  expect(remarksIn('two-list takes exactly two lists; there is 1.')).toEqual([{ code: 'two-lists-only', about: { lists: 1 } }]);
  expect(remarksIn('Nobody is on both A + B: the model expects nobody there.')).toEqual([{ code: 'set-aside', about: { lists: 'A + B' } }]);
  expect(remarksIn('Nobody is on the list 007.')).toEqual([{ code: 'empty-list', about: { list: '007' } }]);
  expect(remarksIn('Everybody who was seen is on the list 7: the other lists say nothing of those outside it.')).toEqual([
    { code: 'everyone-on', about: { list: '7' } },
  ]);
  expect(remarksIn('Something else.')).toEqual([{ code: 'as-written', about: { text: 'Something else.' } }]);
});
