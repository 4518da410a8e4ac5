/** What was written wrongly, or out of order, as those who take part read it: kept, said plainly, and taken back where it was wrong. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const clinic = await web.as('jordemoder');
const coordinator = await web.as('koordinator');

/** A pathway of its own for a test, opened on 22 November 2026. */
async function opened(kaldenavn: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const referral = {
    kaldenavn: `${kaldenavn} (opdigtet)`,
    kommune: '0851',
    bekymring: 'Har brug for støtte',
    parter: ['municipality', 'family-department'],
    'deles-fordi': 'notice-of-concern',
    ...more,
  };
  const { status, location } = await clinic.post('/forloeb/ny', referral);
  expect(status).toBe(303);
  return location;
}

const level = { niveau: 'residential', grund: 'Skærmning', happened: '2026-11-22' };

test('an answer before any offer leaves the level that was assessed', async () => {
  const pathway = await opened('Signe');
  await clinic.post(`${pathway}/indsatsniveau`, level);
  const before = (await clinic.get(pathway)).$('.pathway-top').text();
  expect(before).toContain('Niveau: ');

  for (const svar of ['accepted', 'considering', 'declined']) {
    await coordinator.post(`${pathway}/svar`, { svar, grund: 'home', happened: '2026-11-22' });
    const { $ } = await clinic.get(pathway);
    expect($('.pathway-top').text()).toBe(before);
    expect($('.alert.attention').text()).toContain('Et svar, uden at der var givet et tilbud.');
  }
});

test('a day before the referral’s is called that where a referral was written first', async () => {
  const pathway = await opened('Pia');
  await clinic.post(`${pathway}/indsatsniveau`, { ...level, happened: '2026-11-20' });

  const { $ } = await clinic.get(pathway);
  expect($('.alert.attention').text()).toContain('Dagen ligger før henvisningens dag.');
  expect($('.alert.attention').text()).not.toContain('Skrevet uden en henvisning først.');
});
