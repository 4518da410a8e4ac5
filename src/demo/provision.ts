/**
 * The demo's residential facilities. Every one is invented, in a real town, of each kind of operator and in all five regions, so that a
 * search has something to choose between. Fjordhuset has exactly one place for mother and baby left.
 */
import type { Point } from '../domain/geography/crossings.ts';
import { type RegionId, regionKey } from '../domain/geography/regions.ts';
import { asId } from '../domain/id.ts';
import {
  type Facility,
  type FlexiblePlace,
  noAdmissionRules,
  type OperatorKind,
  type Place,
  type PlaceProperty,
  type Unit,
} from '../domain/placement/provision.ts';
import { addDays, addMinutes, danishDay, day, type Moment } from '../domain/time.ts';
import type { Organisation } from '../domain/trail.ts';

export type DemoFacility = { readonly facility: Facility; readonly units: readonly Unit[] };

/** All that a specialised place has. */
const whole: readonly PlaceProperty[] = [
  'mother-and-baby',
  'shielded',
  'accepts-active-use',
  'substitution-treatment',
  'detention-possible',
  'near-neonatal-ward',
];
/** A family place: quiet, with room for those she has, and no active use. */
const family: readonly PlaceProperty[] = ['mother-and-baby', 'partner', 'other-children', 'near-neonatal-ward'];
/** Treatment before the birth. */
const treatment: readonly PlaceProperty[] = ['shielded', 'accepts-active-use', 'substitution-treatment'];

/** The facilities as they are seen at a moment; closures and confirmations are counted from it. */
export function demoFacilities(now: Moment): readonly DemoFacility[] {
  const today = danishDay(now);
  const said = (by: string, hoursAgo: number): Unit['confirmed'] => ({ by, at: addMinutes(now, -60 * hoursAgo) });
  return [
    {
      facility: facility('fjordhuset', 'Fjordhuset', 'region', 'Region Nordjylland', 'nordjylland', '0851', 'Aalborg', [9.98, 57.03]),
      units: [
        unit('fjordhuset', 'strand', 'Strand', [whole, whole, whole, [...whole, 'step-free']], {
          confirmed: said('Lone Bækgaard', 3),
          admission: { ...noAdmissionRules, womenOnly: true },
          staffing: [{ from: day('2024-01-01'), to: null, women: 4 }],
        }),
        unit('fjordhuset', 'klit', 'Klit', [treatment, [...treatment, 'partner']], {
          confirmed: said('Lone Bækgaard', 30),
          admission: { ...noAdmissionRules, youngest: 18, mostChildren: 0 },
        }),
      ],
    },
    {
      facility: facility('lyngborg', 'Lyngborg', 'private', 'Fonden Lyngborg (opdigtet)', 'midtjylland', '0791', 'Viborg', [9.4, 56.45]),
      units: [
        unit('lyngborg', 'lyng', 'Lyng', [whole, whole, [...whole, 'partner']], {
          confirmed: said('Grethe Tranbjerg', 5),
          admission: { ...noAdmissionRules, youngest: 18, mostChildren: 1, oldestChild: 3 },
        }),
      ],
    },
    {
      facility: facility('havgaarden', 'Havgården', 'municipality', 'Aarhus Kommune', 'midtjylland', '0751', 'Aarhus', [10.2, 56.15]),
      units: [
        withFlexible(
          unit('havgaarden', 'have', 'Haven', [family, family, [...family, 'step-free']], {
            confirmed: said('Steen Vibholm', 30),
            admission: { ...noAdmissionRules, mostChildren: 2, oldestChild: 6 },
          }),
          2,
          { leadDays: 14, closesAfterDays: 30, opened: [{ from: addDays(today, -60), to: null }] },
        ),
      ],
    },
    {
      facility: facility('moellebaekken', 'Møllebækken', 'municipality', 'Kolding Kommune', 'syddanmark', '0621', 'Kolding', [9.47, 55.49]),
      units: [
        unit('moellebaekken', 'moelle', 'Møllen', [treatment, [...treatment, 'mother-and-baby']], {
          confirmed: said('Jytte Aagren', 52),
          admission: { ...noAdmissionRules, youngest: 18, oldest: 45, womenOnly: true },
        }),
      ],
    },
    {
      facility: facility(
        'sundgaarden',
        'Sundgården',
        'private',
        'Sundgården ApS (opdigtet)',
        'syddanmark',
        '0479',
        'Svendborg',
        [10.61, 55.06],
      ),
      units: [
        unit('sundgaarden', 'sund', 'Sundet', [family, [...whole, 'other-children']], {
          closures: [{ from: addDays(today, -10), to: addDays(today, 25), reason: 'nyt ventilationsanlæg' }],
          confirmed: said('Per Ellekilde', 9),
        }),
      ],
    },
    {
      facility: facility('aasen', 'Åsen', 'region', 'Region Sjælland', 'sjaelland', '0265', 'Roskilde', [12.09, 55.64]),
      units: [unit('aasen', 'as', 'Åsen', [whole, whole, [...whole, 'step-free']], { confirmed: said('Inge Sølvhøj', 1) })],
    },
    {
      facility: facility(
        'kystlyset',
        'Kystlyset',
        'municipality',
        'Vordingborg Kommune',
        'sjaelland',
        '0390',
        'Vordingborg',
        [11.91, 55.01],
      ),
      units: [unit('kystlyset', 'kyst', 'Kysten', [family, treatment], { confirmed: null })],
    },
    {
      facility: facility('engbuen', 'Engbuen', 'region', 'Region Hovedstaden', 'hovedstaden', '0167', 'Hvidovre', [12.47, 55.65]),
      units: [
        withFlexible(
          unit('engbuen', 'eng', 'Engen', [whole, whole, [...whole, 'partner'], [...whole, 'other-children']], {
            confirmed: said('Lis Brohave', 7),
            staffing: [
              { from: day('2024-01-01'), to: addDays(today, 60), women: 3 },
              { from: addDays(today, 60), to: null, women: 4 },
            ],
          }),
          4,
          { leadDays: 7, closesAfterDays: 21, opened: [] },
        ),
        unit('engbuen', 'bue', 'Buen', [[...whole, 'step-free']], {
          open: [{ from: addDays(today, 40), to: null }],
          confirmed: said('Lis Brohave', 7),
        }),
      ],
    },
  ];
}

/** The organisation that runs a facility: those who work there act for it. */
export function facilityOrganisation({ id, name, municipality, region }: Facility): Organisation {
  return {
    id: asId<'organisation'>(`dt-${id}`),
    name,
    kind: 'facility',
    municipality,
    region: regionKey(region),
    facility: id,
  };
}

function facility(
  id: string,
  name: string,
  operator: OperatorKind,
  operatorName: string,
  region: RegionId,
  municipality: string,
  town: string,
  point: Point,
): Facility {
  return {
    id: asId<'facility'>(id),
    name: `${name} (opdigtet)`,
    operator,
    operatorName,
    region,
    municipality: asId<'municipality'>(municipality),
    town,
    point,
  };
}

/** A unit with one place in each room: `fjordhuset-strand-1` is the first. */
function unit(
  facilityId: string,
  id: string,
  name: string,
  rooms: readonly (readonly PlaceProperty[])[],
  differs: Partial<Unit> & { readonly confirmed: Unit['confirmed'] },
): Unit {
  const unitId = `${facilityId}-${id}`;
  return {
    id: asId<'unit'>(unitId),
    facility: asId<'facility'>(facilityId),
    name,
    open: [{ from: day('2024-01-01'), to: null }],
    closures: [],
    places: rooms.map((properties, index) => place(unitId, index + 1, properties)),
    staffing: [],
    admission: noAdmissionRules,
    ...differs,
  };
}

/** The unit with one of its places opening by need. */
function withFlexible(of: Unit, number: number, flexible: FlexiblePlace): Unit {
  return { ...of, places: of.places.map((one, index) => (index + 1 === number ? { ...one, flexible } : one)) };
}

function place(unitId: string, number: number, properties: readonly PlaceProperty[]): Place {
  return {
    id: asId<'place'>(`${unitId}-${number}`),
    room: asId<'room'>(`${unitId}-vaerelse-${number}`),
    roomName: `Værelse ${number}`,
    name: `Plads ${number}`,
    properties,
    closures: [],
    flexible: null,
  };
}
