import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';

const web = await testWeb();
const page = '/planlaegning';

/** Asks until the numbers are there, as the page does by itself. */
async function worked(visitor: Visitor, path: string): Promise<Visit> {
  for (;;) {
    const visit = await visitor.get(path);
    if (visit.response.headers['refresh'] === undefined) return visit;
    expect(visit.text).toContain('Tallene regnes ud.');
  }
}

describe('planning', () => {
  test('answers the question under each estimate, with its source, and what is exact', async () => {
    const { status, $, text } = await worked(await web.as('planlaegger'), page);
    expect(status).toBe(200);
    expect($('h1').text()).toBe('Kan denne løsning bære opgaven?');
    expect(text).toContain('Så mange visiterede kommunerne på landsplan i 2017–2019');
    for (const [women, carried] of [
      ['6–8', '1'],
      ['16–30', '3–5'],
      ['80–100', '15–18'],
    ] as const) {
      const card = $('.card').filter((_, one) => $(one).find('h2').text() === `${women} kvinder om året`);
      expect(card.text()).toContain(`Skønnet kan bære ${carried} afsnit`);
      expect(card.text()).toContain('kommer aldrig ind');
    }
    // Five units share 6–8 women: P(V ≥ 3) of 1.2 and 1.6.
    expect(text).toContain('tre indskrivninger i 12–22 % af årene');
  });

  test('shows two pictures, the numbers of each also as a table', async () => {
    const { $ } = await worked(await web.as('styrelse'), `${page}?loesning=kommunerne-2025&pladser=6`);
    expect($('svg[role="img"][aria-label]').length).toBe(2);
    const captions = $('table.sheet caption')
      .toArray()
      .map((caption) => $(caption).text());
    expect(captions).toEqual(['Fra skønnets laveste til dets højeste tal', 'Indskrivninger pr. afsnit og år mod kriteriet om tre']);
    expect($('.plan-table tbody tr').length).toBe(15);
    expect($('.plan-dot').length).toBe(15);
    expect($('select[name="loesning"] option[selected]').attr('value')).toBe('kommunerne-2025');
    expect($('input[name="pladser"]').attr('value')).toBe('6');
    expect($('.plan-assumptions').text()).toContain('antagelse');
  });

  test('gives the same numbers when it is asked again', async () => {
    const visitor = await web.as('sekretaer');
    const first = await worked(visitor, `${page}?loesning=proevehandling&pladser=4`);
    expect((await visitor.get(`${page}?loesning=proevehandling&pladser=4`)).$('main').html()).toBe(first.$('main').html());
    expect(first.text).toContain('Afsnittet får');
  });

  test('says of nothing new that nobody comes in, without pictures of units', async () => {
    const { text, $ } = await worked(await web.as('planlaegger'), `${page}?loesning=intet-nyt`);
    expect(text).toContain('Ingen kvinder kommer ind');
    expect($('.plan-dot').length).toBe(0);
    expect($('svg[role="img"]').length).toBe(1);
  });

  test.each(['1', '41', 'mange', '', '8.5'])('asks again where the places are «%s», and keeps what was written', async (written) => {
    const { status, text, $ } = await (await web.as('planlaegger')).get(`${page}?pladser=${written}`);
    expect(status).toBe(422);
    expect(text).toContain('Skriv et helt tal fra 2 til 40.');
    expect($('input[name="pladser"]').attr('value')).toBe(written);
  });

  test('is in the menu of those who plan, and not for others', async () => {
    for (const user of ['planlaegger', 'styrelse', 'sekretaer'])
      expect((await (await web.as(user)).get('/udmeldinger')).$(`a[href="${page}"]`).length).toBeGreaterThan(0);
    for (const user of ['kvinden', 'leder', 'laege', 'databeskyttelse']) expect((await (await web.as(user)).get(page)).status).toBe(403);
  });
});
