import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const leader = await web.as('leder');
const strand = '/pladser/afdeling/fjordhuset-strand';
const today = danishDay(now());
const here = await web.database.owner
  .selectFrom('stay')
  .select(['id', 'called_name', 'pathway'])
  .where('unit', '=', asId<'unit'>('fjordhuset-strand'))
  .where('status', '=', 'admitted')
  .orderBy('id')
  .execute();
const [one, other] = here;
if (!one || !other) throw new Error('nobody lives there');

describe('a receipt', () => {
  test('stands on the card it is about, with the focus, once; and the timeline says from which day she is away', async () => {
    const leave = { fra: today, tilbage: addDays(today, 3), grund: 'home', ord: '' };
    const done = await leader.post(`/pladser/ophold/${one.id}/orlov`, leave);

    expect([done.status, done.location]).toEqual([303, `${strand}#kvittering`]);
    const { $ } = await leader.get(strand);
    const receipt = $('#kvittering');
    expect(receipt.text()).toBe('Orloven er gemt. Pladsen er hendes imens.');
    expect([receipt.attr('role'), receipt.attr('tabindex'), receipt.attr('autofocus') !== undefined]).toEqual(['status', '-1', true]);
    expect(receipt.closest('article').attr('aria-labelledby')).toBe(`ophold-${one.id}`);
    expect($('main > [role=status]').length).toBe(0);
    expect((await leader.get(strand)).$('#kvittering').length).toBe(0);
    expect((await leader.get(`/forloeb/${one.pathway}`)).text).toMatch(/Orlov fra \S+dag (den )?\d+\. \S+ til \S+dag (den )?\d+\./);
  });

  test('about nothing on the page stands on top of it', async () => {
    expect((await leader.post(`${strand}/bekraeft-kapacitet`)).location).toBe(strand);
    expect((await leader.get(strand)).$('main > #kvittering').text()).toBe('Tak. Pladserne er bekræftet, og det gælder i 24 timer.');
  });
});

describe('a move within the house', () => {
  test('is shown for the place that was chosen, from the first day it can be had, before anything is saved', async () => {
    const page = await leader.get(strand);
    const form = page.$(`form[method=get][action="/pladser/ophold/${one.id}/flyt"]`);
    expect(form.find('input[type=date]').length).toBe(0);
    for (const option of form.find('option').toArray().slice(1)) {
      const place = page.$(option).attr('value') ?? '';
      const { $, status } = await leader.get(`/pladser/ophold/${one.id}/flyt?plads=${place}`);
      expect(status).toBe(200);
      const name = page.$(option).text().split(',')[0] ?? '';
      expect($('main .card p').first().text()).toMatch(
        new RegExp(`^${one.called_name.replace(/[()]/g, '\\$&')} flytter fra Plads \\d til ${name}, `),
      );
      const day = $('form[method=post] input[name=dag]').val();
      expect([day, $('form[method=post] input[name=plads]').val()]).toEqual([$('#vis-dag').val(), place]);
      const later = page.$(option).text().includes('fra i dag') ? today : null;
      if (later !== null) expect(day).toBe(later);
    }
  });

  test('of two who change places says where each goes, and changes nothing', async () => {
    const page = await leader.get(`/pladser/ophold/${other.id}/byt?med=${one.id}&dag=${today}`);
    const sentences = page
      .$('main .card p')
      .toArray()
      .map((sentence) => page.$(sentence).text());

    expect(page.status).toBe(200);
    for (const [index, who] of [other, one].entries())
      expect(sentences[index]).toMatch(new RegExp(`^${who.called_name.replace(/[()]/g, '\\$&')} flytter fra Plads \\d til Plads \\d `));
    expect(sentences).toContain('Intet er gemt endnu.');
    expect((await leader.get(strand)).text).not.toContain('Planlagt: bytter plads');
  });

  test('is saved as it was shown, and a day on which the place is taken is refused with why', async () => {
    const taken = await leader.get(`/pladser/ophold/${one.id}/flyt?plads=${'fjordhuset-strand-3'}&dag=${today}`);
    expect(taken.status).toBe(409);
    expect(taken.$('[role=alert], .alert.error').text()).toContain('Plads 3');
    expect(taken.$('main form[method=post] button').length).toBe(0);

    const shown = await leader.get(`/pladser/ophold/${one.id}/flyt?plads=fjordhuset-strand-4&dag=${addDays(today, 5)}`);
    const sent = Object.fromEntries(
      shown
        .$('form[method=post]')
        .last()
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    expect(sent).toMatchObject({ plads: 'fjordhuset-strand-4', dag: addDays(today, 5) });
    expect((await leader.post(`/pladser/ophold/${one.id}/flyt`, sent)).status).toBe(303);
  });
});
