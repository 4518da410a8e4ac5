import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { wordTexts } from '../../../test/word.ts';

const web = await testWeb();
const address = '/tal/moerketal';
const form = { emne: 'Hepatitis', startnummer: '7' };

describe('the form for an overlap table', () => {
  test('has every combination once, and its file can be filled in and read', async () => {
    const planner = await web.as('planlaegger');
    const lister = encodeURIComponent('SMDB;Ambulatorium;LPR');
    const page = await planner.get(`${address}/skema?lister=${lister}`);
    expect(page.$('table.sheet').last().find('tbody tr').length).toBe(7);
    expect(page.text).toContain('Send ikke listernes samlede antal sammen med skemaet.');
    // A period without a year is each list's own: it is remarked, and one with a year is not.
    expect(page.text).not.toContain('nævner intet årstal');
    const spring = await planner.get(`${address}/skema?lister=${lister}&periode=for%C3%A5r`);
    expect(spring.text).toContain('Perioden «forår» nævner intet årstal.');
    const { response } = await planner.get(`${address}/skema.csv?lister=${lister}`);
    expect(response.body).toContain('"# Skriv kun antal kvinder: ingen navne, CPR-numre eller andet om den enkelte."');
    expect(response.body).toContain('"# Listen «Ambulatorium»: hvem står på den');
    const filled = response.body.replaceAll(/;\r\n/g, ';12\r\n');
    const posted = await planner.post(address, { ...form, tabel: filled });
    expect((await planner.get(posted.location)).text).toContain('84 kvinder er set');
  });

  test('is read as a spreadsheet gives it back: small counts in words, the remarks above quoted, and a day is told as one', async () => {
    const planner = await web.as('planlaegger');
    const { response } = await planner.get(`${address}/skema.csv?lister=${encodeURIComponent('A;B')}`);
    const typed = (both: string): string => {
      const counts = ['40', '50', both];
      return response.body.replaceAll(/;\r\n/g, () => `;${counts.shift() ?? ''}\r\n`);
    };
    const posted = await planner.post(address, { ...form, tabel: typed('1 til 4') });
    expect((await planner.get(posted.location)).text).toContain('Mellem 91 og 94 kvinder er set');
    const day = await planner.post(address, { ...form, tabel: typed('01-apr') });
    expect([day.status, day.text.includes('Det ligner en dato, som regnearket har lavet af et spænd.')]).toEqual([422, true]);
  });

  test('says whose lists, where, which period, by when and to whom, on the page, in Word, PDF and the file', async () => {
    const planner = await web.as('planlaegger');
    const terms = {
      hvis: 'Aalborg Kommune',
      omraade: 'Region Nordjylland',
      periode: '2025',
      frist: '2027-01-15',
      modtager: 'sikker@eksempel.dk',
    };
    const query = new URLSearchParams({ lister: 'A;B', ...terms }).toString();
    const page = await planner.get(`${address}/skema?${query}`);
    const [word, csv] = [await planner.get(`${address}/skema.docx?${query}`), await planner.get(`${address}/skema.csv?${query}`)];
    const told = { ...terms, frist: '15. januar 2027' };
    for (const [said, name] of [
      [page.text, 'page'],
      [wordTexts(word.response.rawPayload).join('\n'), 'word'],
      [csv.response.body, 'csv'],
    ] as const)
      for (const text of Object.values(told)) expect(said, name).toContain(text);
    expect((await planner.get(`${address}/skema.pdf?${query}`)).response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(page.text).not.toContain('Ikke skrevet endnu');
    const usual = await planner.get(`${address}/skema`);
    expect(usual.text).toContain('Ikke skrevet endnu: Hvis lister.');
    expect(usual.text).toContain('1. januar til 31. december 2025');
    for (const [field, wrong, sentence] of [
      ['frist', '2020-01-01', 'Skriv en dag, der ikke er gået.'],
      ['modtager', 'Ring til 610695-4002', '«Ring til ••••••-••••»'],
    ] as const) {
      const refused = await planner.get(`${address}/skema?${new URLSearchParams({ [field]: wrong }).toString()}`);
      expect([refused.status, refused.text.includes(sentence)]).toEqual([422, true]);
      expect((await planner.get(`${address}/skema.csv?${new URLSearchParams({ [field]: wrong }).toString()}`)).status).toBe(422);
    }
  });

  test('refuses names that are no list', async () => {
    const planner = await web.as('planlaegger');
    for (const wrong of ['A', 'A;A', 'A;count', 'A;Antal', '#A;B', 'A;=B', 'a;b;c;d;e;f;g', '']) {
      const lister = encodeURIComponent(wrong);
      expect((await planner.get(`${address}/skema?lister=${lister}`)).status).toBe(422);
      expect((await planner.get(`${address}/skema.csv?lister=${lister}`)).status).toBe(422);
    }
  });
});

test('how the lists are defined comes back with the form, is kept with the analysis, and stands in its files; a civil number is refused', async () => {
  const planner = await web.as('planlaegger');
  const { response } = await planner.get(`${address}/skema.csv?lister=${encodeURIComponent('A;B')}`);
  const filled = response.body
    .replace(
      'Listen «A»: hvem står på den, hvilken periode og skæringsdag, hvem har trukket den og hvornår?',
      '$& SMDB 2025, trukket af kommunen 3. marts',
    )
    .split('\r\n')
    .map((line) => (/^[01];[01];$/.test(line) ? `${line}12` : line))
    .join('\r\n');
  const saved = await planner.upload(address, 'svar.csv', filled, { emne: 'Med definitioner', startnummer: '1' });
  expect(saved.status).toBe(303);
  const page = await planner.get(saved.location);
  expect(page.text).toContain('Sådan er listerne defineret');
  expect(page.text).toContain('SMDB 2025, trukket af kommunen 3. marts');
  // The rules of the form, and the list that nobody wrote of, are not repeated.
  expect(page.text).not.toContain('Skriv kun antal kvinder');
  expect(page.text).not.toContain('Listen «B»: hvem');
  expect((await planner.get(`${saved.location}/fil.csv`)).response.body).toContain('SMDB 2025, trukket af kommunen 3. marts');
  expect(((await planner.get(`${saved.location}/fil.json`)).response.json() as { readonly told: readonly string[] }).told).toEqual([
    'Område: Hele landet',
    'Periode: 1. januar til 31. december 2025',
    expect.stringContaining('SMDB 2025, trukket af kommunen 3. marts'),
  ]);
  const refused = await planner.upload(address, 'svar.csv', `# om 010190-1234\r\n${filled}`, { emne: 'Med CPR', startnummer: '1' });
  expect([refused.status, refused.text.includes('Linje 1: Her står noget, der ligner et CPR-nummer')]).toEqual([422, true]);
});
