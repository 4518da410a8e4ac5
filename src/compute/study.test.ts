import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dyingProgram, threadPrograms } from '../../test/thread-programs.ts';
import { positionFile } from '../domain/planning/lab/position-scenarios.ts';
import type { Study } from '../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../domain/planning/lab/study-answer.ts';
import { mostOfOne, mostUnderWay, studyQueue } from './study-queue.ts';
import { runStudy } from './study.ts';
import type { StudyProgress } from './work-out-study.ts';

const folder = threadPrograms('study-worker', 'study-block-worker');
const program = join(folder, 'study-worker.js');

const study: Study = {
  kind: 'comparison',
  proposals: (['pilot', 'nothing-new'] as const).map((id) => ({ title: id, from: id, scenario: positionFile(id, id) })),
  estimates: [{ name: 'få', from: 6, to: 8, source: 'prøve' }],
  effort: { seed: 3, points: 0.02, most: 400 },
};
const long: Study = { ...study, effort: { seed: 3, points: 0, most: 100_000 } };
const asker = (user: string, organisation = 'holdet') => ({ user, organisation });
const her = asker('hun');
const none = join(folder, 'is not there');

describe('a study', () => {
  test('has the same digits on this thread, on one of its own, and on three', async () => {
    const alone = await runStudy(study, () => undefined, { program: none }).answer;
    expect(alone?.replications).toBeGreaterThanOrEqual(300);
    for (const threads of [1, 3]) expect(await runStudy(study, () => undefined, { threads, program }).answer).toEqual(alone);
  });

  test('tells how far it is and what there is so far, and can be stopped', async () => {
    for (const where of [program, none]) {
      const told: StudyProgress[] = [];
      const running = runStudy(
        long,
        (progress) => {
          told.push(progress);
          if (progress.answer) running.stop();
        },
        { threads: 1, program: where },
      );
      expect(await running.answer).toBeNull();
      expect(told.find(({ answer }) => answer)?.answer?.replications).toBe(300);
      expect(told.every(({ done, total }) => done <= total)).toBe(true);
    }
  });

  test('fails when its thread does', async () => {
    const broken = { ...study, proposals: [{ title: 'x', from: 'x', scenario: { sites: [] } }] } as unknown as Study;
    await expect(runStudy(broken, () => undefined, { program }).answer).rejects.toThrow('Cannot use');
  });
});

describe('a study whose thread is killed', () => {
  test('fails, whichever of its threads it is and whenever, and is told as failed', async () => {
    const beside = join(folder, 'study-block-worker.js');
    const whole = readFileSync(beside, 'utf8');
    // The first piece of a thread, one in the middle of a round, and the first of the next.
    for (const turn of [1, 2, 7]) {
      writeFileSync(join(folder, 'whole.js'), whole);
      writeFileSync(beside, readFileSync(dyingProgram(folder, 'whole', turn), 'utf8'));
      await expect(runStudy(long, () => undefined, { threads: 2, program }).answer).rejects.toThrow('ended before its work was done');
    }
    const told: string[] = [];
    const queue = studyQueue((sentence) => told.push(sentence), { threads: 2, program });
    queue.begin('killed', long, her, () => Promise.resolve());
    await queue.over('killed');
    expect(queue.look('killed')).toEqual({ state: 'failed' });
    expect(told).toEqual(['the study killed failed: a thread of a study ended before its work was done']);
    writeFileSync(beside, whole);
  });
});

describe('studies under way', () => {
  test('take their turn, and are kept when they are whole', async () => {
    const queue = studyQueue(() => undefined, { program });
    const kept: [string, StudyAnswer][] = [];
    const keep = (id: string) => async (answer: StudyAnswer) => void kept.push([id, answer]);
    expect(queue.begin('one', study, her, keep('one'))).toBe('under-way');
    expect(queue.begin('two', study, her, keep('two'))).toBe('under-way');
    expect(queue.begin('one', study, her, keep('again'))).toBe('under-way');
    expect(queue.look('two')).toEqual({ state: 'waiting', before: 1 });
    await queue.over('two');
    expect(kept.map(([id]) => id)).toEqual(['one', 'two']);
    expect(queue.look('one')).toBeNull();
  });

  test('that are stopped leave nothing, and can be begun again', async () => {
    const queue = studyQueue(() => undefined, { program });
    const kept: StudyAnswer[] = [];
    const keep = async (answer: StudyAnswer): Promise<void> => void kept.push(answer);
    queue.begin('long', long, her, keep);
    queue.begin('next', study, her, keep);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(queue.stop('long', asker('en anden', 'et andet sted'))).toBe(false);
    expect(queue.look('long')).not.toBeNull();
    expect(queue.mayStop('long', asker('hendes kollega'))).toBe(true);
    expect(queue.stop('long', her)).toBe(true);
    expect(queue.look('long')).toBeNull();
    await queue.over('next');
    expect(kept).toHaveLength(1);
    queue.begin('long', long, her, keep);
    queue.begin('waits', study, her, keep);
    queue.stopAll();
    await queue.over('waits');
    expect(kept).toHaveLength(1);
  });

  test('that fail say so to all who look, until they are begun again or it is long ago', async () => {
    const told: string[] = [];
    let time = 0;
    const queue = studyQueue(
      (sentence) => told.push(sentence),
      { program },
      () => time,
    );
    const badly = () => Promise.reject(new Error('no database'));
    queue.begin('kept badly', study, her, badly);
    await queue.over('kept badly');
    expect(told).toEqual(['the study kept badly failed: no database']);
    expect(queue.look('kept badly')).toEqual({ state: 'failed' });
    expect(queue.look('kept badly')).toEqual({ state: 'failed' });
    queue.begin('kept badly', study, her, badly);
    expect(queue.look('kept badly')).toMatchObject({ state: 'waiting' });
    await queue.over('kept badly');
    time = 60 * 60 * 1000 + 1;
    expect(queue.look('kept badly')).toBeNull();
  });

  test('are two of one user at most, and too many are refused', () => {
    const queue = studyQueue(() => undefined, { program });
    for (let index = 0; index < mostUnderWay; index += 1) {
      const user = asker(`${Math.floor(index / mostOfOne)}`);
      expect(queue.begin(`${index}`, long, user, async () => undefined)).toBe('under-way');
      if (index === 1) expect(queue.begin('a third', long, user, async () => undefined)).toBe('enough-of-yours');
    }
    expect(queue.begin('one more', study, her, async () => undefined)).toBe('busy');
    queue.stopAll();
  });
});
