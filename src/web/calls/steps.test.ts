import { expect, test } from 'vitest';
import { callStatuses, leadsBackTo } from '../../domain/call/lifecycle.ts';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const call = '/udmeldinger/2019-gravide';

test('a step is taken on a page of its own, which says what follows and whether it can be undone', async () => {
  const agency = await web.as('styrelse');
  const asked = await agency.get(`${call}/status?til=validated`);
  expect(asked.text).toContain('Er du sikker? Luk for svar');
  expect(asked.text).toContain('Skridtet kan gøres om');
  expect(asked.text).not.toContain('Skridtet kan ikke gøres om');
  expect((await agency.get(call)).$(`form[method="get"][action="${call}/status"] button[value="validated"]`).length).toBe(1);
  // To look at the page changes nothing, and a step that is not next has no page.
  expect((await agency.get(`${call}/status?til=validated`)).status).toBe(200);
  expect((await agency.get(`${call}/status?til=closed`)).location).toBe(call);
  expect((await (await web.as('sekretaer')).get(`${call}/status?til=validated`)).status).toBe(403);
  for (const til of ['validated', 'reported']) await agency.post(`${call}/status`, { til });
  expect((await agency.get(`${call}/status?til=assessed`)).text).toContain('Skridtet kan ikke gøres om, heller ikke af styrelsen.');
});

test('to ask again takes a reason, and the secretariat reads it and what it means after a restart', async () => {
  const agency = await web.as('styrelse');
  await agency.post(`${call}/status`, { til: 'assessed' });
  expect((await (await web.as('sekretaer')).get(call)).text).toContain('Styrelsen er færdig med vurderingen.');
  const without = await agency.post(`${call}/status`, { til: 'asked-again' });
  expect(without.status).toBe(422);
  expect(without.text).toContain('Skriv, hvorfor styrelsen beder om fornyet behandling.');
  expect((await agency.get(call)).text).toContain('Vurderet');
  await agency.post(`${call}/status`, { til: 'asked-again', ord: 'Tallene dækker ikke barnets første år.' });
  const secretary = await (await web.restarted()).as('sekretaer');
  const { text } = await secretary.get(call);
  expect(text).toContain('Styrelsen har bedt om fornyet behandling.');
  expect(text).toContain('Styrelsens begrundelse: «Tallene dækker ikke barnets første år.»');
});

test('from reported on, no step leads back', () => {
  const back = callStatuses.flatMap((from) => callStatuses.filter((to) => to !== from && leadsBackTo(from, to) && leadsBackTo(to, from)));
  expect(new Set(back)).toEqual(new Set(['answered', 'validated']));
});
