import { describe, expect, test } from 'vitest';
import { testWeb } from '../../test/web.ts';
import { cprIn } from './cpr-in-forms.ts';

const web = await testWeb();
const cpr = '610695-4002';

describe('a CPR number in free text', () => {
  test('is refused beside its field on a pathway, with where it stands, and nothing is saved; without it the same is saved', async () => {
    const coordinator = await web.as('koordinator');
    const list = await coordinator.get('/forloeb');
    const pathway = list.$('tbody a[href^="/forloeb/"]').first().attr('href') ?? '';
    const facts = async (): Promise<number> =>
      (
        await web.database.owner
          .selectFrom('pathway_fact')
          .select('sequence')
          .where('pathway', '=', pathway.slice(9) as never)
          .execute()
      ).length;
    const before = await facts();
    const form = await coordinator.get(`${pathway}/haendelse`);
    const values = {
      noegle: form.$('input[name="noegle"]').attr('value') ?? '',
      slags: 'relapse',
      happened: form.$('input[name="happened"]').attr('value') ?? '2026-11-01',
    };
    const refused = await coordinator.post(`${pathway}/haendelse`, { ...values, tekst: `Kæresten ${cpr} ringede` });
    expect(refused.status).toBe(422);
    expect(refused.$('#tekst').text()).toContain(cpr);
    expect(refused.text).toContain('Der står noget, der ligner et CPR-nummer: «Kæresten ••••••-•••• ringede». Intet er gemt.');
    expect(await facts()).toBe(before);
    expect((await coordinator.post(`${pathway}/haendelse`, { ...values, tekst: 'Kæresten ringede fra +4561069540' })).status).toBe(303);
    expect(await facts()).toBe(before + 1);
  });

  test('is refused in a referral, in the name too', async () => {
    const doctor = await web.as('laege');
    const refused = await doctor.post('/forloeb/ny', { kaldenavn: '6106954002', kommune: '0851', bekymring: `Hun, ${cpr}, drikker` });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('«••••••••••»');
    expect(refused.text).toContain('«Hun, ••••••-••••, drikker»');
  });

  test('is refused in every form that does not say it itself: before its route is asked', async () => {
    for (const [who, address] of [
      ['styrelse', '/udgivelser/arbejde/intet/vaek'],
      ['planlaegger', '/planlaegning/scenarier'],
      ['sekretaer', '/udgivelser'],
    ] as const) {
      const sent = await (await web.as(who)).post(address, { note: `se ${cpr}` });
      expect([address, sent.status, sent.text.includes('«se ••••••-••••»')]).toEqual([address, 422, true]);
    }
  });

  test('is none where a program drew the number, nor in a key of a form', () => {
    expect(cprIn({ startnummer: '4294967295', noegle: '6f1d3c1e-0000-4000-8000-000000000001' })).toEqual([]);
    expect(cprIn({ fields: { note: ['x', cpr] }, files: {} })).toEqual([{ name: 'note', where: '••••••-••••' }]);
    expect(cprIn(null)).toEqual([]);
  });
});
