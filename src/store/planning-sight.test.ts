import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { asId } from '../domain/id.ts';
import { addMinutes } from '../domain/time.ts';
import { emptyFile } from '../domain/planning/lab/position-scenarios.ts';
import type { Study } from '../domain/planning/lab/study.ts';
import { askStudy, readStudy } from './planning-study.ts';
import { readScenarioHistory, readScenarios, saveScenario } from './planning.ts';
import { mostPublished, readPublishedScenarios, readScenarioOwned, setScenarioSight } from './planning-sight.ts';

const { db } = await testDatabase();
const inOrganisation = (id: string, role: 'planner' | 'agency' = 'planner') =>
  testPermit(testActor(role, { id: asId<'organisation'>(id) }), 'plan:make');
const [owner, other, agency] = [inOrganisation('syd'), inOrganisation('nord'), inOrganisation('styrelsen', 'agency')];
const content = emptyFile('Syd');

function saved(scenario: string, after: number, permit = owner) {
  return saveScenario(db, permit, {
    scenario,
    after,
    formKey: `${scenario} ${after} ${permit.actor.organisation.id}`,
    title: 'Syd',
    content,
    note: '',
  });
}

describe('a scenario of one organisation', () => {
  test('is private until its owner shares it, and the other then reads all versions and saves none', async () => {
    expect(await saved('a', 0)).toEqual({ outcome: 'saved', version: 1 });
    expect(await saved('a', 1)).toEqual({ outcome: 'saved', version: 2 });
    for (const permit of [other, agency]) {
      expect(await readScenarioHistory(db, permit, 'a')).toBeNull();
      expect((await readScenarios(db, permit)).map(({ scenario }) => scenario)).not.toContain('a');
      expect(await setScenarioSight(db, other, 'a', 'share', null)).toBeNull();
    }
    // Not even where the other knows its name.
    expect(await saved('a', 0, other)).toEqual({ outcome: 'not-yours' });

    expect(await setScenarioSight(db, owner, 'a', 'share', null)).toEqual({ outcome: 'changed', sight: 'shared' });
    expect(await setScenarioSight(db, owner, 'a', 'share', null)).toEqual({ outcome: 'already-so' });
    for (const permit of [other, agency]) expect(await readScenarioHistory(db, permit, 'a')).toHaveLength(2);
    expect(await setScenarioSight(db, other, 'a', 'withdraw', null)).toEqual({ outcome: 'not-yours' });
    expect(await saved('a', 2, other)).toEqual({ outcome: 'not-yours' });
    expect(await readScenarioOwned(db, other, 'a')).toEqual({ owner: 'syd', sight: 'shared' });

    // She read of version 1 what becomes visible, and version 2 is saved: she is asked again, and nothing is published.
    for (const read of [null, 1]) expect(await setScenarioSight(db, owner, 'a', 'publish', read)).toEqual({ outcome: 'to-be-read' });
    expect(await readPublishedScenarios(db, other)).toEqual([]);
    expect(await readScenarioOwned(db, other, 'a')).toEqual({ owner: 'syd', sight: 'shared' });
    expect(await setScenarioSight(db, owner, 'a', 'publish', 2)).toEqual({ outcome: 'changed', sight: 'published' });
    expect((await readPublishedScenarios(db, other)).map(({ scenario, version }) => [scenario, version])).toEqual([['a', 2]]);
    expect(await setScenarioSight(db, owner, 'a', 'withdraw', null)).toEqual({ outcome: 'changed', sight: 'private' });
    expect(await readScenarioHistory(db, other, 'a')).toBeNull();
    expect(await readPublishedScenarios(db, owner)).toEqual([]);
  });

  test('is not seen through a question that was asked of it', async () => {
    await saved('b', 0);
    const question: Study = {
      kind: 'comparison',
      proposals: [{ title: 'Syd', from: 'b:1', scenario: content }],
      estimates: [],
      effort: { seed: 1, points: 0.02, most: 300 },
    };
    const study = await askStudy(db, owner, question);
    expect(await readStudy(db, owner, study)).not.toBeNull();
    expect(await readStudy(db, agency, study)).toBeNull();
    await setScenarioSight(db, owner, 'b', 'share', null);
    expect(await readStudy(db, agency, study)).not.toBeNull();
  });

  test('that was published last is shown first, also when there are more than are shown, whatever it is called', async () => {
    const published = async (scenario: string, minutes: number): Promise<void> => {
      await saved(scenario, 0, { ...owner, at: addMinutes(owner.at, minutes) });
      await setScenarioSight(db, owner, scenario, 'publish', 1);
    };
    for (let number = 0; number <= mostPublished; number += 1) await published(`m${String(number).padStart(3, '0')}`, number);
    await published('å-sidst', mostPublished + 1);
    const shown = (await readPublishedScenarios(db, other)).map(({ scenario }) => scenario);
    expect(shown).toHaveLength(mostPublished);
    expect(shown[0]).toBe('å-sidst');
    expect(shown).not.toContain('m000');
  });
});
