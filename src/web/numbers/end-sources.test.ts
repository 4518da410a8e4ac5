import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();

type Told = { readonly least: string; readonly most: string; readonly rows: ReadonlyMap<string, string>; readonly why: readonly string[] };

/** The range that the page answers with, the numbers of each method by its name, and the sentences of why there is more than one number. */
async function told(emne: string, tabel: string): Promise<Told> {
  const planner = await web.as('planlaegger');
  const { location } = await planner.post('/tal/moerketal', { emne, tabel, startnummer: '7' });
  let visit = await planner.get(location);
  for (let round = 0; round < 40 && visit.$('.say').length === 0; round += 1) visit = await planner.get(location);
  const { $ } = visit;
  const [answer = [], ...methods] = $('.methods tbody tr')
    .toArray()
    .map((row) => [
      $(row).find('th').contents().last().text(),
      $(row)
        .find('td')
        .toArray()
        .map((cell) => $(cell).text())
        .join(' '),
    ]);
  const [, least = '', most = ''] = /([\d.]+)–([\d.]+)/.exec(answer[1] ?? '') ?? [];
  const why = $('h2')
    .filter((_, heading) => $(heading).text() === 'Hvorfor er der flere tal?')
    .parent()
    .find('li')
    .toArray()
    .map((line) => $(line).text());
  return { least, most, rows: new Map(methods.map(([name = '', numbers = '']) => [name, numbers])), why };
}

describe('why there is more than one number', () => {
  test.each([
    ['tre lister', 'P,Q,E,count\n0,0,1,63\n0,1,0,55\n0,1,1,18\n1,0,0,69\n1,0,1,17\n1,1,0,21\n1,1,1,28\n'],
    ['to lister', 'A,B,count\n1,0,40\n0,1,50\n1,1,20\n'],
  ])('names for each end of the answer a method in whose row that number stands: %s', async (emne, tabel) => {
    const { least, most, rows, why } = await told(emne, tabel);
    for (const [end, value] of [
      ['mindste', least],
      ['største', most],
    ] as const) {
      const [, method = ''] =
        why.map((line) => new RegExp(`^Svarets ${end} tal, ${value}, kommer fra: «(.*)»\\.$`).exec(line)).find(Boolean) ?? [];
      expect(rows.get(method)?.split(/[^\d.]+/), `${end}: ${why.join(' ')}`).toContain(value);
    }
  });

  test('says of an answer with hidden counts that its ends are those of one of the tables it may be, or of those seen', async () => {
    const tabel = 'A;B;C;count\n1;0;0;40\n0;1;0;50\n0;0;1;33\n1;1;0;12\n1;0;1;9\n0;1;1;14\n1;1;1;0-4\n';
    const { least, most, rows, why } = await told('skjulte antal', tabel);
    // No method’s row has them.
    expect([...rows.values()].join(' ').split(/[^\d.]+/)).not.toContain(most);
    const filling = 'en af de måder, de skjulte antal kan udfyldes på, regnet som om antallene var kendte';
    expect(why).toContain(`Svarets mindste tal, ${least}, kommer fra: ${filling}.`);
    expect(why).toContain(`Svarets største tal, ${most}, kommer fra: ${filling}.`);
  });

  test('says that those seen at least are the lower end where hidden counts can be filled in too many ways to try each', async () => {
    const tabel = 'A;B;C;count\n1;0;0;30-90\n0;1;0;30-90\n0;0;1;30-90\n1;1;0;10-40\n1;0;1;10-40\n0;1;1;10-40\n1;1;1;5-9\n';
    const { why } = await told('for mange tabeller', tabel);
    expect(why).toContain('Svarets mindste tal, 125, kommer fra: hvor mange der mindst er set på listerne.');
    expect(why.join(' ')).not.toContain('Svarets største tal');
  });

  test('says of a lower bound whose interval goes beyond the answer that it does not move it', async () => {
    const { most, rows, why } = await told('nedre grænse', 'A,B,count\n1,0,27\n0,1,23\n1,1,7\n');
    const beyond = why.flatMap((line) => {
      const [, method = '', high = '', answer] =
        /^«(.*)» har en usikkerhed, der går op til ([\d.]+), men svaret standser ved ([\d.]+)\./.exec(line) ?? [];
      return answer === undefined ? [] : [{ method, high, answer }];
    });
    expect(beyond.map(({ method, answer }) => [method, answer])).toEqual([['Nedre grænse efter Chao', most]]);
    for (const { method, high } of beyond) expect(rows.get(method)?.split(/[^\d.]+/)).toContain(high);
  });
});
