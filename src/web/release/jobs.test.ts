import { expect, test } from 'vitest';
import { asId } from '../../domain/id.ts';
import { mostUnderWay, releaseJobs, type ReleaseWorking } from './jobs.ts';

const [agency, other] = [asId<'user'>('styrelse'), asId<'user'>('sekretaer')];
const fail = (error: unknown): never => {
  throw error;
};
/** Works until it is stopped, and counts how many do so at the same time. */
function patientWork(): { readonly work: ReleaseWorking; readonly most: () => number; readonly begun: () => number } {
  let [now, most, begun] = [0, 0, 0];
  const work: ReleaseWorking = async (_, signal) => {
    now += 1;
    begun += 1;
    most = Math.max(most, now);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    now -= 1;
    return { outcome: 'stopped' };
  };
  return { work, most: () => most, begun: () => begun };
}
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('one is solved at a time, and what is too many is refused: of one person, and of all', async () => {
  const [jobs, { work, most, begun }] = [releaseJobs(fail), patientWork()];
  const start = (by: string, at: number) => jobs.start({ id: `${by}${at}`, by: asId<'user'>(by), choices: String(at) }, work);
  const own = Array.from({ length: mostUnderWay.ofOne + 1 }, (_, at) => start('styrelse', at));
  expect(own.map((job) => job?.before ?? null)).toEqual([0, 1, 2, null]);
  const others = Array.from({ length: mostUnderWay.ofAll }, (_, at) => start(`bruger${at}`, 0));
  expect(others.filter(Boolean).length).toBe(mostUnderWay.ofAll - mostUnderWay.ofOne);
  await soon();
  expect([most(), begun()]).toEqual([1, 1]);
  await jobs.stopAll();
  expect([most(), begun()]).toEqual([1, 1]);
  expect(own[2]?.ended).toEqual({ outcome: 'stopped' });
  expect(start('styrelse', 9)?.before).toBe(0);
  await jobs.stopAll();
});

test('the same choices are begun once for one person, and are another’s own work for another', async () => {
  const [jobs, { work, begun }] = [releaseJobs(fail), patientWork()];
  const first = jobs.start({ id: 'a', by: agency, choices: 'x' }, work);
  expect(jobs.start({ id: 'b', by: agency, choices: 'x' }, work)).toBe(first);
  expect(jobs.start({ id: 'a', by: other, choices: 'x' }, work)).toBeNull();
  const second = jobs.start({ id: 'c', by: other, choices: 'x' }, work);
  expect([second?.before, jobs.find('c', agency), jobs.find('c', other)]).toEqual([1, null, second]);
  first?.stop();
  await soon();
  expect([first?.ended, second?.ended, second?.before, begun()]).toEqual([{ outcome: 'stopped' }, null, 0, 2]);
  await jobs.stopAll();
});

test('what takes too long is given up, and the next one has its turn', async () => {
  const [jobs, { work }] = [releaseJobs(fail, 0.02), patientWork()];
  const job = jobs.start({ id: 'a', by: agency, choices: 'x' }, work);
  const next = jobs.start({ id: 'b', by: other, choices: 'y' }, () => Promise.resolve({ outcome: 'not-reported' }));
  while (!next?.ended) await soon();
  expect([job?.ended, next.ended]).toEqual([{ outcome: 'too-long' }, { outcome: 'not-reported' }]);
});

test('a failure is told, and ends that work alone', async () => {
  const told: unknown[] = [];
  const jobs = releaseJobs((error) => told.push(error));
  const job = jobs.start({ id: 'a', by: agency, choices: 'x' }, () => Promise.reject(new Error('broken')));
  while (!job?.ended) await soon();
  expect([job.ended, told.length]).toEqual([{ outcome: 'broke' }, 1]);
});
