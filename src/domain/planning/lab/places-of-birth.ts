/**
 * Hospitals where children are born, by municipality. No list of them stands in the project's sources: each row is an assumption, written down from
 * what is generally known on the day below, and is to be checked against the specialty plan of Sundhedsstyrelsen and the regions' own pages.
 */
import { type Day, day } from '../../time.ts';

export type PlaceOfBirth = {
  readonly hospital: string;
  /** The code of the municipality that it lies in. */
  readonly municipality: string;
  readonly source: 'assumption';
  /** The day on which it was written down. */
  readonly asOf: Day;
  /** What is doubted of the row beyond that: a house that has moved or will. */
  readonly doubt: 'none' | 'births' | 'moving';
};

/** No row has been looked up since. */
export const placesOfBirthAsOf = day('2026-11-26');
const at = (municipality: string, hospital: string, doubt: PlaceOfBirth['doubt'] = 'none'): PlaceOfBirth => ({
  hospital,
  municipality,
  source: 'assumption',
  asOf: placesOfBirthAsOf,
  doubt,
});

/** In the order of the municipalities' codes, one at most in each. */
export const placesOfBirth: readonly PlaceOfBirth[] = [
  at('0101', 'Rigshospitalet'),
  at('0163', 'Herlev Hospital'),
  at('0167', 'Amager og Hvidovre Hospital'),
  at('0219', 'Nordsjællands Hospital, Hillerød', 'moving'),
  at('0265', 'Sjællands Universitetshospital, Roskilde', 'moving'),
  at('0316', 'Holbæk Sygehus'),
  at('0330', 'Slagelse Sygehus'),
  at('0376', 'Nykøbing F. Sygehus'),
  at('0400', 'Bornholms Hospital, Rønne'),
  at('0461', 'Odense Universitetshospital', 'moving'),
  at('0479', 'OUH Svendborg Sygehus', 'births'),
  at('0561', 'Esbjerg Sygehus'),
  at('0580', 'Sygehus Sønderjylland, Aabenraa'),
  at('0615', 'Regionshospitalet Horsens'),
  at('0621', 'Sygehus Lillebælt, Kolding'),
  at('0657', 'Regionshospitalet Gødstrup'),
  at('0730', 'Regionshospitalet Randers'),
  at('0751', 'Aarhus Universitetshospital'),
  at('0787', 'Aalborg Universitetshospital, Thisted'),
  at('0791', 'Regionshospitalet Viborg'),
  at('0851', 'Aalborg Universitetshospital', 'moving'),
  at('0860', 'Regionshospital Nordjylland, Hjørring'),
];
