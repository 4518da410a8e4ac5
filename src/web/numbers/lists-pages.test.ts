import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const rows = ['liste;nøgle;født;initialer;kommune;termin', 'SMDB;;1990-01-01;AB;Odense;', 'SMDB;;1990-01-01;AC;Odense;'];
const form = { navn: 'Fra SMDB', kilde: 'Opdigtet brev', aar: '2026', gem: '90', liste: rows.join('\n') };

test('a secretary takes a list in, says that two lines are one woman, and the figure says so after a restart', async () => {
  const secretary = await web.as('sekretaer');
  const count = async (server: typeof web): Promise<string> =>
    (await (await server.as('sekretaer')).get('/tal/opgoerelser/women-on-lists?periode=2026')).$('td.number').first().text();
  expect((await secretary.get('/tal')).$('a[href="/tal/lister"]').length).toBe(1);
  expect((await secretary.get('/tal/gengangere')).$('a[href="/tal/lister"]').length).toBe(1);
  // No list is no zero.
  expect(await count(web)).toBe('');
  for (const [field, said] of [
    ['navn', 'Skriv, hvad listen skal hedde'],
    ['kilde', 'Skriv, hvor listen kommer fra'],
    ['aar', 'fire cifre'],
    ['gem', 'Vælg, hvor længe'],
    ['liste', 'Der er ingen linjer'],
  ] as const) {
    const wrong = await secretary.post('/tal/lister', { ...form, [field]: ' ' });
    expect([wrong.status, wrong.text.includes(said)], field).toEqual([422, true]);
  }
  const civil = await secretary.post('/tal/lister', { ...form, liste: `${rows[0] ?? ''}\nSMDB;010190-1234;;;;` });
  expect(civil.text).toContain('ligner et CPR-nummer');
  expect(civil.$('.problems, .form-error-message, .error-message').text()).not.toContain('010190');

  for (const field of ['navn', 'kilde']) {
    const wrong = await secretary.post('/tal/lister', { ...form, [field]: 'om 010190-1234' });
    expect([wrong.status, wrong.text.includes('Her står noget, der ligner et CPR-nummer')], field).toEqual([422, true]);
  }
  const nothing = await secretary.post('/tal/lister', { ...form, navn: '', kilde: '', aar: '26', liste: 'x' });
  expect(nothing.$('#fejl li').length).toBe(4);
  const few = Array.from({ length: 64 }, () => 'SMDB;;;AB;;').join('\n');
  const pairs = await secretary.post('/tal/lister', { ...form, liste: `${rows[0] ?? ''}\n${few}` });
  expect([pairs.status, pairs.text.includes('flere end 2.000 par')]).toEqual([422, true]);

  const key = { noegle: '0b9b8f6e-5d7b-4a3a-9d10-2f8c1f0e6a57' };
  expect((await secretary.post('/tal/lister', { ...form, ...key })).status).toBe(303);
  expect((await secretary.post('/tal/lister', form)).text).toContain('allerede læst ind som «Fra SMDB»');
  expect(await count(web)).toBe('2');
  for (const file of ['', '.csv', '.json']) {
    const { body } = (await (await web.as('sekretaer')).get(`/tal/opgoerelser/women-on-lists${file}?periode=2026`)).response;
    expect([body.includes('Lister, der er læst ind i Samløb'), body.includes('Forløb registreret')], file).toEqual([true, false]);
  }
  const page = await secretary.get('/tal/lister');
  expect(page.text).toContain('Der er 2 kvinder på 2 linjer. Ét par er ikke afgjort: er det samme kvinde, er der 1.');
  for (const said of [
    'Fra SMDB: SMDB, linje 2',
    'Ens: født, kommune',
    'Forskelligt: initialer',
    'Reglen kan ikke afgøre det: det, der er ens og forskelligt, vejer',
    'gengangere/2026-2',
    'Opdigtet brev',
  ])
    expect(page.text).toContain(said);
  const par = page.$('input[name="par"]').val();
  const nummer = page.$('input[name="nummer"]').val();
  if (typeof par !== 'string' || typeof nummer !== 'string') throw new Error('there is no pair to decide');
  const decide = (answer: string, because: string, pair = par) =>
    secretary.post('/tal/lister/par', { par: pair, nummer, [`svar-${nummer}`]: answer, [`grund-${nummer}`]: because });
  for (const [answer, because, said] of [
    ['', 'x', 'Vælg et svar'],
    ['same', ' ', 'Skriv hvorfor'],
    ['same', 'se 010190-1234', 'ligner et CPR-nummer'],
  ] as const) {
    const wrong = await decide(answer, because);
    expect([wrong.status, wrong.text.includes(said)]).toEqual([422, true]);
  }
  expect((await decide('same', 'x', 'hvad')).text).toContain('Parret er der ikke længere');
  expect((await decide('same', 'slået op')).status).toBe(303);
  expect((await decide('same', 'slået op')).text).toContain('allerede afgjort');
  for (const server of [web, await web.restarted()]) expect(await count(server)).toBe('1');
  const decided = await secretary.get('/tal/lister');
  expect(decided.text).toContain('Der er én kvinde på 2 linjer. Alle par er afgjort.');

  // Another secretariat sees nothing of it; the data protection officer sees that it is there; a planner is not let in.
  expect((await (await web.as('sekretaer-nord')).get('/tal/lister')).text).toContain('Der er ikke læst lister ind');
  const officer = await web.as('databeskyttelse');
  expect((await officer.get('/spor')).$('a[href="/tal/lister"]').length).toBe(1);
  const seen = await officer.get('/tal/lister');
  expect(seen.text).toContain('Fra SMDB');
  expect(seen.text).not.toContain('SMDB, linje');
  expect(seen.$('main form').length).toBe(0);
  expect(seen.$('a[href="/tal"]').length).toBe(0);
  for (const who of ['planlaegger', 'visitator', 'kvinden']) expect((await (await web.as(who)).get('/tal/lister')).status).toBe(403);
  expect((await officer.post('/tal/lister', form)).status).toBe(403);

  const remove = page.$('a[href$="/slet"]').attr('href') ?? '';
  const asked = (await secretary.get(remove)).text;
  expect(asked).toContain('Slet listen «Fra SMDB»');
  expect(asked).toContain('én række for hver linje med linjens nummer, året, kommunen og navnet i kolonnen «liste»');
  expect((await (await web.as('sekretaer-nord')).get(remove)).status).toBe(404);
  expect((await secretary.post(remove, { grund: '' })).status).toBe(422);
  expect((await secretary.post(remove, { grund: '010190-1234' })).text).toContain('ligner et CPR-nummer');
  expect((await secretary.post(remove, { grund: 'på anmodning' })).status).toBe(303);
  const again = await secretary.post('/tal/lister', { ...form, ...key });
  expect([again.status, again.text.includes('listen «Fra SMDB» er siden slettet')]).toEqual([422, true]);
  expect((await secretary.post(remove, { grund: 'igen' })).status).toBe(404);
  expect((await secretary.get('/tal/lister')).text).toContain('på anmodning');
  expect(await count(await web.restarted())).toBe('');
});

test('a woman with a key of each municipality is a pair to look at, and all that cannot be read is in the table', async () => {
  const secretary = await web.as('sekretaer-nord');
  const [head = ''] = rows;
  const wrong = await secretary.post('/tal/lister', { ...form, liste: `${head}\nOdense;O-1;31-02-1990;AB;Odense;\nOdense;O-2;;;;snart` });
  expect(wrong.text).toContain('Der er en fejl mere; begge står i tabellen.');
  const read = wrong
    .$('table tbody tr')
    .toArray()
    .map((row) => wrong.$(row).find('th').text());
  expect(read).toEqual(['2', '3']);

  for (const [navn, line] of [
    ['Odenses liste', 'Odense;O-1;02-03-1994;MK;Odense;1/12/2026'],
    ['Svendborgs liste', 'Svendborg;S-1;2/3/1994;MK;Odense;2026-12-04'],
  ] as const)
    expect((await secretary.post('/tal/lister', { ...form, navn, liste: `${head}\n${line}` })).status).toBe(303);
  const { text, $ } = await (await (await web.restarted()).as('sekretaer-nord')).get('/tal/lister');
  expect(text).toContain('Der er 2 kvinder på 2 linjer. Ét par er ikke afgjort: er det samme kvinde, er der 1.');
  for (const said of [
    'Odenses liste: Odense, linje 2',
    'Svendborgs liste: Svendborg, linje 2',
    'Ens: født, initialer, kommune, termin (3 dage forskel)',
    'Reglen kan ikke afgøre det: nøglerne er forskellige',
  ])
    expect(text).toContain(said);
  expect($('input[name="par"]').length).toBe(1);
  expect($('#field-liste-hint, .form-hint').text()).toContain('Har hver liste sine egne nøgler');
});

test('a list is taken in as a file as well, and what is wrong in it is said at the file by line and column', async () => {
  const secretary = await web.as('sekretaer-nord');
  const { liste, ...asked } = form;
  const wrong = await secretary.upload('/tal/lister', 'liste.csv', `${rows[0] ?? ''}\nSMDB;;1990-13-01;AB;Odense;`, { ...asked, liste });
  expect(wrong.status).toBe(422);
  expect(wrong.$('#fil-error').text()).toContain('Linje 2');
  expect(wrong.$('#fejl a[href="#fil"]').length).toBe(1);
  expect(wrong.$('input[name="navn"]').val()).toBe('Fra SMDB');
  const taken = await secretary.upload('/tal/lister', 'liste.csv', `\uFEFF${liste}`, asked);
  expect(taken.status).toBe(303);
  expect((await secretary.get('/tal/lister')).text).toContain('Der er 4 kvinder på 4 linjer.');
  const figure = await secretary.get('/tal/opgoerelser/women-on-lists?periode=2026');
  expect(figure.text).toContain('Tallene er fra lister, der er læst ind, og ikke fra forløb.');
  expect((await secretary.upload('/tal/lister', 'liste.csv', 'x'.repeat(600_000), asked)).status).toBe(413);
});
