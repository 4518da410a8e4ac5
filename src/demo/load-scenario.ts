/** A scenario that the planner of the demonstration saved and published, by the acts that every planner does it with. */
import { positionFile } from '../domain/planning/lab/position-scenarios.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { addDays, addMinutes, type Day, startOfDanishDay } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Transaction } from '../store/database.ts';
import { saveScenarioWithin } from '../store/planning.ts';
import { setScenarioSightWithin } from '../store/planning-sight.ts';
import { demoOrganisations } from './organisations.ts';
import { personas } from './personas.ts';

const title = 'Tre afsnit: Hvidovre, Odense og Aarhus';
const sites = ['0167', '0461', '0751'] as const;
/** Of the kind that a new scenario is given. */
const id = '5ce7a210-0000-4000-8000-000000000001';

/** In a database that has the planner's organisation, the day before the stories are told. */
export async function loadScenario(tx: Transaction, today: Day): Promise<void> {
  const by = { actor: planner(), at: addMinutes(startOfDanishDay(addDays(today, -1)), 9 * 60 + 40) };
  const note = 'Tre steder i stedet for fem, til drøftelse';
  const saved = await saveScenarioWithin(tx, by, { scenario: id, after: 0, formKey: id, title, content: threeUnits(), note });
  if (saved.outcome !== 'saved') throw new Error('the scenario of the demonstration was not saved');
  const published = await setScenarioSightWithin(tx, { ...by, at: addMinutes(by.at, 10) }, id, 'publish', saved.version);
  if (published?.outcome !== 'changed') throw new Error('the scenario of the demonstration was not published');
}

function planner(): Actor {
  const persona = personas.find(({ role }) => role === 'planner');
  const organisation = demoOrganisations().find((one) => one.id === persona?.organisation);
  if (!persona || !organisation) throw new Error('the demonstration has no planner');
  return { user: persona.id, name: persona.name, role: persona.role, organisation, person: persona.person };
}

/** The agency's proposal with three of its five units. */
function threeUnits(): Scenario {
  const { areas = [], basis, ...five } = positionFile('agency-2024', title);
  return {
    ...five,
    basis: { ...basis, sites: { source: 'Tre af de fem steder er valgt til drøftelsen; en antagelse' } },
    areas: areas.map(({ minutes, ...area }) => ({ ...area, minutes: Object.fromEntries(sites.map((site) => [site, minutes[site] ?? 0])) })),
    sites: five.sites.filter((site) => sites.some((one) => one === site.id)),
  };
}
