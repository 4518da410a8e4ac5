/**
 * Simulated Denmark: seed and size in, the same country out. Municipalities, regions and hospitals are real; women, professionals and
 * pathways are invented, and what they add up to says nothing about the real country. Nothing here reads the clock or the database.
 */
import { municipalities, type Municipality } from '../domain/geography/municipalities.ts';
import { asId, type Id } from '../domain/id.ts';
import type { Stay } from '../domain/placement/stay.ts';
import { type FictitiousCpr, fictitiousCpr } from '../domain/person/cpr.ts';
import { addDays, type Day, day, yearOf } from '../domain/time.ts';
import { type DemoPathway, written } from './case-writer.ts';
import { womansName } from './names.ts';
import { type Chance, chanceOf } from './random.ts';
import { ages, eventShares, pathwaysAYear, yearsSimulated } from './rates.ts';
import { castOf, withLeader } from './simulated-cast.ts';
import { entriesOf } from './simulated-facts.ts';
import { type Given, type OfferedUnit, placeWomen } from './simulated-places.ts';
import { type Plan, planPathway } from './simulated-plan.ts';

/** An invented woman of the register. */
export type InventedWoman = { readonly id: Id<'person'>; readonly name: string; readonly cpr: FictitiousCpr; readonly born: Day };

export type CountryRequest = {
  readonly seed: number;
  /** Size 1 is 60 pathways a year for three years; other sizes are in proportion. */
  readonly size: number;
  /** What happens on this day or later is not told. */
  readonly today: Day;
  readonly units: readonly OfferedUnit[];
};

export type Country = {
  readonly women: readonly InventedWoman[];
  readonly pathways: readonly DemoPathway[];
  /** The stays of those who were given a place: on no night two on one place. */
  readonly stays: readonly Stay[];
};

type Draft = {
  readonly id: Id<'pathway'>;
  readonly chance: Chance;
  readonly referred: Day;
  readonly municipality: Municipality;
  /** Null where she has not given her name. */
  readonly woman: InventedWoman | null;
  readonly plan: Plan;
};

const origin = 'Simuleret: opdigtet af tilfældet og ikke bygget på nogen';

/** Makes the country as it stands on the morning of a day. */
export function createCountry({ seed, size, today, units }: CountryRequest): Country {
  const chance = chanceOf(`samlob/${seed}`);
  const count = Math.round(pathwaysAYear * yearsSimulated * size);
  const serials = new Map<Day, number>();
  const drafts = Array.from({ length: count }, (_, index) => draftPathway(chance.split(`pathway/${index}`), index, today, serials));
  const given = placeWomen(drafts, units, today);
  return {
    women: drafts.flatMap(({ woman }) => (woman === null ? [] : [woman])),
    pathways: drafts.map((draft) => tell(draft, given.get(draft.id) ?? null, today)),
    stays: [...given.values()].map(({ stay }) => stay),
  };
}

function draftPathway(chance: Chance, index: number, today: Day, serials: Map<Day, number>): Draft {
  const referred = addDays(today, -chance.whole(1, 365 * yearsSimulated));
  const municipality = chance.pickByWeight(municipalities, ({ women }) => women);
  const number = String(index + 1).padStart(5, '0');
  const identified = !chance.happens(eventShares.unidentified);
  return {
    id: asId<'pathway'>(`sim-${number}`),
    chance,
    referred,
    municipality,
    woman: identified ? inventWoman(chance.split('woman'), number, referred, serials) : null,
    plan: planPathway(chance.split('plan'), referred),
  };
}

/** `serials` counts the numbers that are used for each day of birth, so that no two women get the same. */
function inventWoman(chance: Chance, number: string, referred: Day, serials: Map<Day, number>): InventedWoman {
  const newYear = day(`${yearOf(referred) - chance.whole(...ages)}-01-01`);
  const born = addDays(newYear, chance.whole(0, 364));
  const serial = serials.get(born) ?? 0;
  serials.set(born, serial + 1);
  return { id: asId<'person'>(`sim-${number}`), name: womansName(chance), cpr: fictitiousCpr(born, serial), born };
}

/** The facts up to today. What is planned beyond it has not happened. */
function tell({ id, chance, referred, municipality, woman, plan }: Draft, given: Given | null, today: Day): DemoPathway {
  const home = castOf(municipality);
  const cast = given === null ? home : withLeader(home, given.offered);
  const calledName = woman === null ? 'Ukendt' : calledBy(woman.name);
  const entries = entriesOf(plan, given, { chance: chance.split('told'), referred, cast, person: woman?.id ?? null, calledName });
  return { id, origin, facts: written(referred, cast, entries).filter(({ happened }) => happened < today) };
}

/** «Asta B.»: her first name and the first letter of her family name. */
function calledBy(name: string): string {
  const [first = '', family = ''] = name.split(' ');
  return `${first} ${family.slice(0, 1)}.`;
}
