import { expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../../domain/geography/travel.ts';
import { possibleSites } from '../../domain/planning/lab/site-question.ts';
import type { Comparison } from '../../domain/planning/lab/study.ts';

const web = await testWeb();
const address = '/planlaegning/steder';
const studies = '/planlaegning/beregninger';

/** Looks until the work is done, as the page does by itself. */
async function finished(visitor: Visitor, at: string): Promise<Visit> {
  for (;;) {
    const visit = await visitor.get(at);
    if (visit.$('[data-waiting]').length === 0) return visit;
  }
}

/** The mean minutes of every pair of sites, worked out pair by pair. */
function pairsByTravel(): readonly (readonly [sites: string, minutes: number])[] {
  const births = municipalities.reduce((sum, { births: born }) => sum + born, 0);
  const minutes = new Map(
    possibleSites.map((id) => {
      const site = municipalities.find((one) => one.id === id);
      if (!site) throw new Error(`there is no ${id}`);
      return [id, municipalities.map((home) => minutesByCar(municipalityLocation(home), municipalityLocation(site)))] as const;
    }),
  );
  const pairs = possibleSites.flatMap((one, index) => possibleSites.slice(index + 1).map((other) => [one, other] as const));
  return pairs
    .map(([one, other]) => {
      const total = municipalities.reduce(
        (sum, home, row) => sum + home.births * Math.min(minutes.get(one)?.[row] ?? 0, minutes.get(other)?.[row] ?? 0),
        0,
      );
      return [`steder-${one}-${other}`, total / births] as const;
    })
    .toSorted(([, one], [, other]) => one - other);
}

test('the sets with the shortest travel are simulated with the same women, and the answer is kept and told by their sites', async () => {
  const planner = await web.as('planlaegger');
  const page = await finished(planner, `${address}?steder=2`);
  const form = page.$(`form[action="${studies}"]`);
  const sets = form
    .find('input[name="forslag"]')
    .toArray()
    .map((box) => page.$(box).attr('value') ?? '');
  expect(sets).toEqual(
    pairsByTravel()
      .slice(0, 5)
      .map(([sites]) => sites),
  );
  expect(form.find('input[name="forslag"][checked]').length).toBe(5);
  expect(page.text).toContain('de 5 sæt af 2 steder, som giver kortest rejse i modellen');

  const asked = { hvad: 'comparison', noejagtighed: '2', startnummer: '1' };
  const { status, location } = await planner.post(studies, { ...asked, forslag: sets.slice(0, 2) });
  expect(status).toBe(303);
  const { $, text } = await finished(planner, location);
  const title = (word: string) =>
    word
      .split('-')
      .slice(1)
      .map((id) => municipalities.find((one) => one.id === id)?.name)
      .join(', ');
  expect($('h1').text()).toBe(`${title(sets[0] ?? '')} · ${title(sets[1] ?? '')}`);
  // What is known of the travel beforehand holds in the simulation: the first is no longer than the second, with the same women.
  const file = JSON.parse((await planner.get(`${location}/tal.json`)).response.body) as { readonly question: Comparison };
  expect(file.question.proposals.map(({ scenario }) => scenario.sites.map(({ id }) => id))).toEqual(
    sets.slice(0, 2).map((word) => word.split('-').slice(1)),
  );
  expect(
    new Set(file.question.proposals.map(({ scenario: { sites: _, areas: __, title: ___, ...rest } }) => JSON.stringify(rest))).size,
  ).toBe(1);
  expect($('.lab-estimate').length).toBe(3);
  expect(text).toContain(`Forskellen fra «${title(sets[0] ?? '')}»`);
  expect(text).toContain('de samme kvinder i begge');

  // In another order it is the same question, and its scenario can be opened, with where the sites come from.
  const turned = `steder-${(sets[0] ?? '').split('-').slice(1).toReversed().join('-')}`;
  expect((await planner.post(studies, { ...asked, forslag: [turned, sets[1] ?? ''] })).location).toBe(location);
  const opened = await planner.get(`/planlaegning/scenarier/nyt?fra=${sets[0] ?? ''}`);
  expect(opened.status).toBe(200);
  expect(opened.$('form.scenario-form [name="sted-0"] option[selected]').attr('value')).toBe(sets[0]?.split('-')[1]);
  // The agency reads the same after a restart.
  const agency = await (await web.restarted()).as('styrelse');
  expect((await agency.get(location)).$('.lab-estimate').text()).toBe($('.lab-estimate').text());
});

test.each(['steder', 'steder-9999-0461', 'steder-0461-0461', 'steder-0461-0773', 'steder-0461-'])(
  'a set of sites that there is not (%s) is refused, and what was chosen beside it stays chosen',
  async (wrong) => {
    const planner = await web.as('planlaegger');
    const { status, text, $ } = await planner.post(studies, { hvad: 'comparison', startnummer: '1', forslag: [wrong, 'steder-0461-0751'] });
    expect([status, text.includes('Vælg fra et til 5 forslag.')]).toEqual([422, true]);
    expect($('input[name="forslag"][checked]').attr('value')).toBe('steder-0461-0751');
    expect(text).toContain('Odense, Aarhus');
  },
);
