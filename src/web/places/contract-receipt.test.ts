/** The receipt for a confirmed place asks for the contract only where it was not offered yet. */
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const decider = await web.as('visitator');
const alma = '/forloeb/alma/plads';

const herYes = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone' } as const;

async function send(page: Visit, selector: string, differs: Readonly<Record<string, string>>): Promise<Visit> {
  const form = page.$(selector).first();
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
  return decider.post(form.attr('action') ?? '', { ...fields, ...differs });
}

test('a contract that was offered and accepted is not asked for again when the place is confirmed', async () => {
  const contract = await decider.get('/forloeb/alma/kontrakt');
  const offered = await send(contract, 'main form', { hjemmel: 'SEL-107-2-2', svar: 'accepted' });
  expect(offered.status).toBe(303);
  expect((await send(await decider.get(alma), 'form[action$="/hold"]', { 'sagt-ja': 'yes' })).status).toBe(303);
  expect((await send(await decider.get(alma), 'form[action$="/bekraeft"]', herYes)).status).toBe(303);
  const receipt = (await decider.get(alma)).text;
  expect(receipt).toContain('Pladsen er bekræftet.');
  expect(receipt).not.toContain('skal tilbydes i forbindelse med opholdet');
});
