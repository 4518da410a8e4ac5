import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const address = '/planlaegning/udgifter';
const terms = { titel: 'Prøvetabel', kilde: 'Opdigtede beløb til afprøvning', valuta: 'kr.', prisaar: '2021', rente: '0', alder: '' };
const lines = 'forløb;fra;til;pr_år\nmed;-0,5;0;800000\nmed;0;10;20000\nuden;0;10;100000\n';

describe('a table of pathway costs', () => {
  test('is uploaded by the planner, and the agency reads what it comes to after a restart', async () => {
    const planner = await web.as('planlaegger');
    const saved = await planner.upload(address, 'udgifter.csv', lines, terms);
    expect(saved.status).toBe(303);
    const agency = await (await web.restarted()).as('styrelse');
    expect((await agency.get(address)).text).toContain('Prøvetabel Gemt af Sofie Brandtoft');
    const { text, $ } = await agency.get(saved.location);
    expect(text).toContain('Opdigtede beløb til afprøvning');
    expect(text).toContain('Et forløb «med» koster i alt 600.000 kr. i nutidsværdi.');
    expect(text).toContain('«med» koster 400.000 kr. mindre end «uden» i nutidsværdi.');
    expect(text).toContain('«med» har tjent sig ind mod «uden» ved 5 år.');
    expect(text).toContain('Tabellen dækker ikke de samme aldre');
    expect($('svg[role="img"]').attr('aria-label')).toContain('«uden» er 1.000.000 kr. ved 10 år.');
    expect($('table').first().find('tbody tr').length).toBe(5);
    const asked = await agency.get(`${saved.location}?en=med&anden=uden&engang=200000`);
    expect(asked.text).toContain('«med» koster 200.000 kr. mindre end «uden» i nutidsværdi. Engangsbeløbet på 200.000 kr. er regnet med.');
    expect(asked.text).toContain('skal mindst 50 % af opholdene');
    const json = JSON.parse((await agency.get(`${saved.location}/svar.json?en=med&anden=uden&engang=200000`)).response.body) as unknown;
    expect(json).toMatchObject({
      about: { source: 'Opdigtede beløb til afprøvning' },
      comparison: { net: -200_000, couldPay: 400_000, breakEven: 7.5 },
    });
    // The same amount as it is written in Danish; where it can be read as two hundred, nothing is worked out.
    for (const written of ['200 000', '200.000,00'])
      expect((await agency.get(`${saved.location}?en=med&anden=uden&engang=${encodeURIComponent(written)}`)).text).toContain(
        'Engangsbeløbet på 200.000 kr. er regnet med.',
      );
    for (const written of ['200.000', '200,000']) {
      const unclear = await agency.get(`${saved.location}?en=med&anden=uden&engang=${written}`);
      expect([unclear.status, unclear.text.includes('er regnet med')]).toEqual([422, false]);
      expect(unclear.text).toContain('uden tegn mellem tusinderne');
    }
    expect(asked.$('a[href*="svar.json"]').attr('href')).toContain('engang=200000');
    expect((await agency.get(`${saved.location}/svar.csv`)).response.body).toContain('med;-0,5;0;400000;400000\r\n');
    // What comes out can go in again.
    const again = await planner.upload(address, 'igen.csv', (await planner.get(`${saved.location}/tabel.csv`)).response.body, terms);
    expect((await planner.get(again.location)).text).toContain('«med» koster 400.000 kr. mindre');
  });

  test('says that nothing is saved and why, and when the answer hangs on the discount rate', async () => {
    const planner = await web.as('planlaegger');
    // 100,000 now against 12,000 a year for ten years, 5 years on: less at 0 %, more when later years count less.
    const turning = 'forløb;fra;til;pr_år\nmed;0;1;100000\nuden;5;15;12000\n';
    const at = async (rente: string) =>
      (await planner.get((await planner.upload(address, 'r.csv', turning, { ...terms, rente, alder: '0' })).location)).text;
    const none = await at('0');
    expect(none).toContain('«med» koster 20.000 kr. mindre end «uden»');
    expect(none).toMatch(/ved en rente på [1-9] % om året koster «med» mere end «uden»/);
    const high = await at('8');
    expect(high).toContain('også uden engangsbeløbet koster «med» mindst lige så meget som «uden» i nutidsværdi');
    expect(high).toMatch(/ved en rente på [0-7] % om året koster «med» mindre end «uden»/);
    const still = await planner.upload(address, 's.csv', lines, terms);
    expect((await planner.get(still.location)).text).not.toContain('Svaret afhænger af');
  });

  test('says so where the address asks for a pathway that is not in it, and what is compared instead', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await planner.upload(address, 'udgifter.csv', lines, terms);
    const asked = async (query: string) => {
      const { status, $ } = await planner.get(`${location}?${query}`);
      const shown = ['en', 'anden'].map((name) => $(`select[name="${name}"] option[selected]`).attr('value'));
      return { status, shown, said: $('.alert').text() };
    };
    const unknown = await asked('en=ukendt&anden=<b>&engang=0');
    expect(unknown).toMatchObject({ status: 200, shown: ['med', 'uden'] });
    expect(unknown.said).toContain('Adressen spørger om «ukendt» under «Det ene forløb», og det kan der ikke vælges. Her vises: med.');
    expect(unknown.said).toContain('Adressen spørger om «<b>» under «Det andet forløb», og det kan der ikke vælges. Her vises: uden.');
    // One alone is compared with the other, and there is nothing to say.
    for (const [query, shown] of [
      ['en=uden', ['uden', 'med']],
      ['anden=med', ['uden', 'med']],
      ['anden=uden', ['med', 'uden']],
    ] as const)
      expect(await asked(query)).toEqual({ status: 200, shown, said: '' });
    expect((await asked('en=med&anden=med')).status).toBe(422);
    const empty = await planner.upload(address, 'tom.csv', 'forløb;fra;til;pr_år\n', terms);
    expect((await planner.get(`${empty.location}?en=med`)).text).toContain(
      'spørger om «med» under «Det ene forløb», og det kan der ikke vælges. Her vises: intet.',
    );
  });

  test('is pasted instead, and sent twice is saved once', async () => {
    const planner = await web.as('planlaegger');
    const pasted = { ...terms, titel: 'Indsat', tabel: lines, noegle: randomUUID() };
    const [one, other] = [await planner.post(address, pasted), await planner.post(address, pasted)];
    expect(one.status).toBe(303);
    expect(other.location).toBe(one.location);
    const titles = (await planner.get(address)).$('.plan-list a').toArray();
    expect(titles.filter((link) => link.attribs['href'] === one.location).length).toBe(1);
  });

  test('gives an empty answer in words when it is empty', async () => {
    const planner = await web.as('planlaegger');
    const saved = await planner.upload(address, 'tom.csv', (await planner.get(`${address}/tom.csv`)).response.body, terms);
    const { status, text, $ } = await planner.get(saved.location);
    expect(status).toBe(200);
    expect(text).toContain('Tabellen er tom, og derfor er der intet at regne ud');
    expect($('svg[role="img"], table').length).toBe(0);
    expect(JSON.parse((await planner.get(`${saved.location}/svar.json`)).response.body)).toMatchObject({ pathways: [], comparison: null });
  });

  test('is refused where the file has nothing in it, not even a head', async () => {
    const planner = await web.as('planlaegger');
    for (const content of ['', '\uFEFF', ' \r\n\r\n']) {
      const refused = await planner.upload(address, 'e.csv', content, terms);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Filen er tom. Vælg en anden, eller hent den tomme tabel, og fyld den ud.');
    }
  });

  test('says of an amount below nought what it is read as, and on which line it stands', async () => {
    const planner = await web.as('planlaegger');
    const saved = await planner.upload(address, 'n.csv', 'forløb;fra;til;pr_år\nmed;0;1;100\nuden;0;2;-5000\n', terms);
    expect((await planner.get(saved.location)).text).toContain(
      'Beløb under 0 er læst som en indtægt eller en besparelse: linje 3 («uden», ',
    );
    const plain = await planner.upload(address, 'p.csv', 'forløb;fra;til;pr_år\nmed;0;1;100\nuden;0;2;0\n', terms);
    expect((await planner.get(plain.location)).text).not.toContain('Beløb under 0');
  });

  test('names lines that cannot be read by line and column, and is not saved', async () => {
    const planner = await web.as('planlaegger');
    const wrong = await planner.upload(address, 'fejl.csv', 'forløb;fra;til;pr_år\nmed;0;1;mange\nmed;1;1;1.000\n', terms);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Linje 2, kolonne 4: «mange» er ikke et tal.');
    expect(wrong.text).toContain('Linje 3, kolonne 4: «1.000» kan læses både som tusinder og som decimaler.');
    expect(wrong.text).toContain('Linje 3, kolonne 3: alderen ender, før den begynder.');
    expect(wrong.$('input[name=titel]').val()).toBe('Prøvetabel');
    const uneven = await planner.upload(address, 'skæv.csv', 'forløb;fra;til;pr_år\n;nul;1\nmed;0;;9\n', terms);
    for (const sentence of [
      'Linje 2, kolonne 3: linjen har 3 felter og skal have 4.',
      'Linje 2, kolonne 1: forløbet har intet navn.',
      'Linje 2, kolonne 2: «nul» er ikke et tal.',
      'Linje 3, kolonne 3: feltet er tomt.',
    ])
      expect(uneven.text).toContain(sentence);
    const none = await planner.post(address, { ...terms, kilde: '', rente: 'lav' });
    expect(none.status).toBe(422);
    for (const sentence of ['Skriv, hvor beløbene kommer fra.', 'Skriv renten som et tal', 'Vælg en fil, eller indsæt tabellen.'])
      expect(none.text).toContain(sentence);
    expect((await planner.post(address, { ...terms, tabel: 'forløb,"fra' })).text).toContain(
      'et anførselstegn bliver åbnet og ikke lukket',
    );
  });

  test('is saved by the planner alone, and read by nobody who does not plan', async () => {
    for (const user of ['styrelse', 'sekretaer']) {
      const reader = await web.as(user);
      expect((await reader.get(address)).$('form[enctype]').length).toBe(0);
      expect((await reader.upload(address, 'x.csv', lines, terms)).status).toBe(403);
    }
    expect((await (await web.as('jordemoder')).get(address)).status).toBe(403);
  });
});
