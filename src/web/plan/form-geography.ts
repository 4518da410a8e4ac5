/** Where the women live and how far they will travel, read back from the form. */
import { type Municipality, municipalities } from '../../domain/geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../../domain/geography/travel.ts';
import type { DemandArea, Reach, Scenario, Site } from '../../domain/planning/simulation/scenario.ts';
import { geographies, weightTimes } from './form-fields.ts';
import { linesOf, type Read } from './form-reader.ts';
import { numberIn, percentIn } from './written.ts';

/** Minutes that the scenario had are kept, so that what was overruled in a file stays; the others come from the model. */
export function areasFrom(read: Read, base: Scenario, sites: readonly Site[]): readonly DemandArea[] | null {
  const chosen = geographies.find((one) => one === read.text('geografi')) ?? 'foedsler';
  const isSame = read.isLeft('geografi', 'vaegte');
  const isAsBefore = sites.length === base.sites.length && sites.every(({ id }) => base.sites.some((site) => site.id === id));
  if (chosen === 'ingen') return null;
  if (chosen === 'fil' || (isSame && isAsBefore)) return base.areas ?? null;
  const at = sites.map(({ id }) => municipalities.find((one) => one.id === id));
  if (at.some((site) => site === undefined)) return read.say('geografi', 'place');
  const times = chosen === 'vaegte' ? weightsIn(read) : new Map<string, number>();
  const before = new Map(base.areas?.map((area) => [area.id, area]));
  return municipalities.map((home) => {
    const [had, wanted] = [before.get(home.id), times.get(home.id) ?? 1];
    return {
      id: home.id,
      weight: had && chosen === 'vaegte' && weightTimes(home.id, had.weight) === wanted ? had.weight : home.births * wanted,
      minutes: Object.fromEntries(
        at.flatMap((site) => (site ? [[site.id, had?.minutes[site.id] ?? minutesBetween(home, site)] as const] : [])),
      ),
    };
  });
}

function minutesBetween(home: Municipality, site: Municipality): number {
  return minutesByCar(municipalityLocation(home), municipalityLocation(site));
}

function weightsIn({ text, say }: Read): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of linesOf(text('vaegte'))) {
    const [name = '', times = ''] = line.split(/[:;]/, 2).map((part) => part.trim());
    const home = municipalities.find((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase());
    const value = numberIn(times);
    if (!home || value === null || value < 0) say('vaegte', 'weights');
    else found.set(home.id, value);
  }
  return found;
}

export function reachFrom({ text, say }: Read): Reach | null {
  const steps = linesOf(text('afstand')).map((line) => {
    const [minutes = '', share = ''] = line.split(/[:;]/, 2);
    return { upToMinutes: numberIn(minutes), share: percentIn(share.trim()) };
  });
  if (steps.length === 0) return null;
  const whole = steps.flatMap(({ upToMinutes, share }) => (upToMinutes === null || share === null ? [] : [{ upToMinutes, share }]));
  return whole.length === steps.length ? whole : say('afstand', 'reach');
}
