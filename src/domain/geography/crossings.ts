/**
 * The bridges, tunnels and ferries that join the parts of Denmark a car can drive about in.
 * Minutes are general knowledge and approximate: the time on the crossing, for ferries with a mean wait for boarding.
 * They are to be replaced by measured ones; nothing else in the travel model knows them.
 */
import type { Id } from '../id.ts';

/** A part of the country without water to cross (da: landsdel uden vand imellem). */
export const landmasses = [
  'sjaelland',
  'falster',
  'lolland',
  'bornholm',
  'fyn',
  'langeland',
  'aeroe',
  'jylland',
  'als',
  'fanoe',
  'samsoe',
  'mors',
  'vendsyssel-thy',
  'laesoe',
] as const;
export type Landmass = (typeof landmasses)[number];

/** Longitude and latitude in degrees, WGS84. */
export type Point = readonly [longitude: number, latitude: number];

export type Crossing = {
  readonly id: string;
  readonly kind: 'bridge' | 'tunnel' | 'ferry';
  readonly between: readonly [Landmass, Landmass];
  readonly ends: readonly [Point, Point];
  readonly minutes: number;
};

export const crossings: readonly Crossing[] = [
  {
    id: 'storebaelt',
    kind: 'bridge',
    between: ['sjaelland', 'fyn'],
    ends: [
      [11.139, 55.34],
      [10.8, 55.31],
    ],
    minutes: 12,
  },
  {
    id: 'lillebaelt',
    kind: 'bridge',
    between: ['fyn', 'jylland'],
    ends: [
      [9.75, 55.5],
      [9.7, 55.535],
    ],
    minutes: 4,
  },
  {
    id: 'faro',
    kind: 'bridge',
    between: ['sjaelland', 'falster'],
    ends: [
      [11.96, 55.02],
      [11.93, 54.93],
    ],
    minutes: 7,
  },
  {
    id: 'guldborgsund-s',
    kind: 'bridge',
    between: ['falster', 'lolland'],
    ends: [
      [11.868, 54.766],
      [11.858, 54.766],
    ],
    minutes: 2,
  },
  {
    id: 'guldborgsund-n',
    kind: 'tunnel',
    between: ['falster', 'lolland'],
    ends: [
      [11.76, 54.87],
      [11.74, 54.87],
    ],
    minutes: 2,
  },
  {
    id: 'langeland',
    kind: 'bridge',
    between: ['fyn', 'langeland'],
    ends: [
      [10.6, 55.04],
      [10.71, 54.94],
    ],
    minutes: 16,
  },
  {
    id: 'limfjord-aalborg',
    kind: 'tunnel',
    between: ['jylland', 'vendsyssel-thy'],
    ends: [
      [9.955, 57.055],
      [9.965, 57.075],
    ],
    minutes: 3,
  },
  {
    id: 'aggersund',
    kind: 'bridge',
    between: ['jylland', 'vendsyssel-thy'],
    ends: [
      [9.29, 56.995],
      [9.29, 57.005],
    ],
    minutes: 2,
  },
  {
    id: 'sallingsund',
    kind: 'bridge',
    between: ['jylland', 'mors'],
    ends: [
      [8.88, 56.735],
      [8.85, 56.745],
    ],
    minutes: 3,
  },
  {
    id: 'vilsund',
    kind: 'bridge',
    between: ['mors', 'vendsyssel-thy'],
    ends: [
      [8.635, 56.883],
      [8.625, 56.888],
    ],
    minutes: 2,
  },
  {
    id: 'oddesund',
    kind: 'bridge',
    between: ['jylland', 'vendsyssel-thy'],
    ends: [
      [8.555, 56.575],
      [8.545, 56.585],
    ],
    minutes: 2,
  },
  {
    id: 'alssund',
    kind: 'bridge',
    between: ['jylland', 'als'],
    ends: [
      [9.75, 54.915],
      [9.77, 54.915],
    ],
    minutes: 3,
  },
  {
    id: 'boejden-fynshav',
    kind: 'ferry',
    between: ['fyn', 'als'],
    ends: [
      [10.09, 55.1],
      [9.985, 54.995],
    ],
    minutes: 70,
  },
  {
    id: 'spodsbjerg-taars',
    kind: 'ferry',
    between: ['langeland', 'lolland'],
    ends: [
      [10.83, 54.93],
      [11.03, 54.88],
    ],
    minutes: 65,
  },
  {
    id: 'odden-aarhus',
    kind: 'ferry',
    between: ['sjaelland', 'jylland'],
    ends: [
      [11.37, 55.97],
      [10.22, 56.155],
    ],
    minutes: 105,
  },
  {
    id: 'hou-saelvig',
    kind: 'ferry',
    between: ['jylland', 'samsoe'],
    ends: [
      [10.26, 55.91],
      [10.55, 55.87],
    ],
    minutes: 80,
  },
  {
    id: 'kalundborg-ballen',
    kind: 'ferry',
    between: ['sjaelland', 'samsoe'],
    ends: [
      [11.09, 55.68],
      [10.64, 55.815],
    ],
    minutes: 110,
  },
  {
    id: 'frederikshavn-laesoe',
    kind: 'ferry',
    between: ['vendsyssel-thy', 'laesoe'],
    ends: [
      [10.545, 57.435],
      [10.925, 57.295],
    ],
    minutes: 115,
  },
  {
    id: 'esbjerg-fanoe',
    kind: 'ferry',
    between: ['jylland', 'fanoe'],
    ends: [
      [8.44, 55.465],
      [8.405, 55.445],
    ],
    minutes: 25,
  },
  {
    id: 'svendborg-aeroe',
    kind: 'ferry',
    between: ['fyn', 'aeroe'],
    ends: [
      [10.61, 55.06],
      [10.41, 54.89],
    ],
    minutes: 95,
  },
  {
    id: 'faaborg-soeby',
    kind: 'ferry',
    between: ['fyn', 'aeroe'],
    ends: [
      [10.24, 55.09],
      [10.26, 54.94],
    ],
    minutes: 80,
  },
  {
    id: 'bornholm-ystad-oeresund',
    kind: 'ferry',
    between: ['sjaelland', 'bornholm'],
    ends: [
      [12.65, 55.63],
      [14.69, 55.1],
    ],
    minutes: 185,
  },
];

/** Municipalities by code that lie elsewhere than on Sjælland (codes below 0410) or in Jylland (the rest). Their main town decides. */
const elsewhere: Readonly<Record<string, Landmass>> = {
  '0360': 'lolland',
  '0376': 'falster',
  '0400': 'bornholm',
  '0410': 'fyn',
  '0420': 'fyn',
  '0430': 'fyn',
  '0440': 'fyn',
  '0450': 'fyn',
  '0461': 'fyn',
  '0479': 'fyn',
  '0480': 'fyn',
  '0482': 'langeland',
  '0492': 'aeroe',
  '0540': 'als',
  '0563': 'fanoe',
  '0741': 'samsoe',
  '0773': 'mors',
  '0787': 'vendsyssel-thy',
  '0810': 'vendsyssel-thy',
  '0813': 'vendsyssel-thy',
  '0825': 'laesoe',
  '0849': 'vendsyssel-thy',
  '0860': 'vendsyssel-thy',
};

/** The landmass of a municipality's main town. */
export function landmassOf(municipality: Id<'municipality'>): Landmass {
  return elsewhere[municipality] ?? (municipality < '0410' ? 'sjaelland' : 'jylland');
}
