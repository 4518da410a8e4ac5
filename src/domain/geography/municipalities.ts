/**
 * The 98 municipalities (da: kommuner) with their code, region, population and a point to travel from.
 * Population: Statistics Denmark (Danmarks Statistik) FOLK1A, first quarter of 2020, CC BY 4.0. `women` is women aged 15 to 49.
 * `births` is the mean number of 0-year-olds on 1 January 2018 to 2020 (BY2 and FOLK1A), a stand-in for births.
 * The point is weighted by towns of at least 1,000 inhabitants (GeoNames, CC BY 4.0). Christiansø is not a municipality and is left out.
 */
import { asId, type Id } from '../id.ts';
import type { RegionId } from './regions.ts';

export type Municipality = {
  readonly id: Id<'municipality'>;
  readonly name: string;
  /** The region until 31 December 2026; ask `regionOf` for another day. */
  readonly region: RegionId;
  readonly population: number;
  readonly women: number;
  readonly births: number;
  /** Longitude and latitude in degrees, WGS84. */
  readonly point: readonly [number, number];
};

type Row = readonly [
  code: string,
  name: string,
  region: RegionId,
  population: number,
  women: number,
  births: number,
  longitude: number,
  latitude: number,
];

const rows: readonly Row[] = [
  ['0101', 'København', 'hovedstaden', 632340, 192700, 9748.7, 12.5634, 55.6762],
  ['0147', 'Frederiksberg', 'hovedstaden', 104305, 27836, 1486.7, 12.5346, 55.6794],
  ['0151', 'Ballerup', 'hovedstaden', 48602, 10018, 522.7, 12.3563, 55.7358],
  ['0153', 'Brøndby', 'hovedstaden', 35090, 7447, 410, 12.4101, 55.6455],
  ['0155', 'Dragør', 'hovedstaden', 14494, 2584, 123.7, 12.6722, 55.5928],
  ['0157', 'Gentofte', 'hovedstaden', 74830, 15558, 662.7, 12.5745, 55.7524],
  ['0159', 'Gladsaxe', 'hovedstaden', 69262, 15395, 812.7, 12.4953, 55.7482],
  ['0161', 'Glostrup', 'hovedstaden', 23128, 5125, 284, 12.4038, 55.6666],
  ['0163', 'Herlev', 'hovedstaden', 28953, 6150, 309.7, 12.44, 55.7237],
  ['0165', 'Albertslund', 'hovedstaden', 27731, 6207, 286, 12.3638, 55.6569],
  ['0167', 'Hvidovre', 'hovedstaden', 53527, 12148, 639, 12.4736, 55.6572],
  ['0169', 'Høje-Taastrup', 'hovedstaden', 50759, 11312, 568, 12.2713, 55.6532],
  ['0173', 'Lyngby-Taarbæk', 'hovedstaden', 56214, 11788, 495.3, 12.5038, 55.7704],
  ['0175', 'Rødovre', 'hovedstaden', 40652, 9007, 491.7, 12.4537, 55.6806],
  ['0183', 'Ishøj', 'hovedstaden', 22989, 5275, 281, 12.3518, 55.6154],
  ['0185', 'Tårnby', 'hovedstaden', 42989, 8956, 471, 12.6004, 55.6303],
  ['0187', 'Vallensbæk', 'hovedstaden', 16633, 3653, 218.7, 12.3851, 55.622],
  ['0190', 'Furesø', 'hovedstaden', 40965, 7869, 401, 12.3703, 55.8004],
  ['0201', 'Allerød', 'hovedstaden', 25633, 4936, 243, 12.3363, 55.8675],
  ['0210', 'Fredensborg', 'hovedstaden', 40865, 7792, 386.7, 12.4821, 55.9571],
  ['0217', 'Helsingør', 'hovedstaden', 62695, 11863, 512.3, 12.5854, 56.0337],
  ['0219', 'Hillerød', 'hovedstaden', 51183, 10745, 491.7, 12.2924, 55.9292],
  ['0223', 'Hørsholm', 'hovedstaden', 24864, 4363, 190.3, 12.5011, 55.881],
  ['0230', 'Rudersdal', 'hovedstaden', 56728, 10681, 530.3, 12.4643, 55.8448],
  ['0240', 'Egedal', 'hovedstaden', 43354, 8923, 440.3, 12.2237, 55.7667],
  ['0250', 'Frederikssund', 'hovedstaden', 45223, 8363, 377, 12.0753, 55.8354],
  ['0260', 'Halsnæs', 'hovedstaden', 31384, 5641, 245.3, 11.953, 55.9734],
  ['0270', 'Gribskov', 'hovedstaden', 41048, 6944, 280.7, 12.255, 56.0663],
  ['0400', 'Bornholm', 'hovedstaden', 39499, 6458, 279.7, 14.8118, 55.0898],
  ['0253', 'Greve', 'sjaelland', 50558, 10163, 475, 12.2873, 55.5843],
  ['0259', 'Køge', 'sjaelland', 60979, 12636, 613.3, 12.1515, 55.4625],
  ['0265', 'Roskilde', 'sjaelland', 87914, 18613, 805, 12.0797, 55.6538],
  ['0269', 'Solrød', 'sjaelland', 23255, 4797, 257.7, 12.2002, 55.5354],
  ['0306', 'Odsherred', 'sjaelland', 32957, 5202, 207, 11.5817, 55.8602],
  ['0316', 'Holbæk', 'sjaelland', 71541, 14294, 644.3, 11.6722, 55.6989],
  ['0320', 'Faxe', 'sjaelland', 36576, 6917, 305.3, 12.0306, 55.2873],
  ['0326', 'Kalundborg', 'sjaelland', 48436, 8910, 423.7, 11.1509, 55.6369],
  ['0329', 'Ringsted', 'sjaelland', 34852, 7315, 351.7, 11.7901, 55.4426],
  ['0330', 'Slagelse', 'sjaelland', 79073, 16201, 750.3, 11.2854, 55.3642],
  ['0336', 'Stevns', 'sjaelland', 22805, 3991, 180.7, 12.3151, 55.3362],
  ['0340', 'Sorø', 'sjaelland', 29881, 5717, 262, 11.5482, 55.4643],
  ['0350', 'Lejre', 'sjaelland', 27996, 5238, 248, 11.9017, 55.6071],
  ['0360', 'Lolland', 'sjaelland', 41105, 6500, 303, 11.2763, 54.784],
  ['0370', 'Næstved', 'sjaelland', 83143, 16870, 745, 11.7557, 55.2376],
  ['0376', 'Guldborgsund', 'sjaelland', 60722, 10797, 483.7, 11.8436, 54.793],
  ['0390', 'Vordingborg', 'sjaelland', 45566, 7942, 323.7, 11.9933, 55.0256],
  ['0410', 'Middelfart', 'syddanmark', 38853, 7343, 337.7, 9.7846, 55.4996],
  ['0420', 'Assens', 'syddanmark', 40965, 7671, 346.3, 10.0645, 55.3069],
  ['0430', 'Faaborg-Midtfyn', 'syddanmark', 51556, 9417, 436, 10.3639, 55.1844],
  ['0440', 'Kerteminde', 'syddanmark', 23812, 4271, 203, 10.6024, 55.428],
  ['0450', 'Nyborg', 'syddanmark', 32009, 6050, 274.3, 10.7679, 55.3205],
  ['0461', 'Odense', 'syddanmark', 204895, 50641, 2260.3, 10.3927, 55.3934],
  ['0479', 'Svendborg', 'syddanmark', 58296, 10970, 501.3, 10.6069, 55.0582],
  ['0480', 'Nordfyns', 'syddanmark', 29665, 5517, 245, 10.2623, 55.5237],
  ['0482', 'Langeland', 'syddanmark', 12491, 1777, 70.3, 10.7102, 54.9364],
  ['0492', 'Ærø', 'syddanmark', 5964, 724, 31.3, 10.4859, 54.8656],
  ['0510', 'Haderslev', 'syddanmark', 55670, 10640, 491.3, 9.4138, 55.2512],
  ['0530', 'Billund', 'syddanmark', 26608, 5148, 263, 8.9988, 55.7479],
  ['0540', 'Sønderborg', 'syddanmark', 74220, 13807, 629.3, 9.7717, 54.936],
  ['0550', 'Tønder', 'syddanmark', 37366, 6491, 332.3, 8.9042, 55.0459],
  ['0561', 'Esbjerg', 'syddanmark', 115483, 23786, 1192.7, 8.5022, 55.4576],
  ['0563', 'Fanø', 'syddanmark', 3488, 491, 23.3, 8.3979, 55.446],
  ['0573', 'Varde', 'syddanmark', 49961, 9378, 508.3, 8.482, 55.6591],
  ['0575', 'Vejen', 'syddanmark', 42742, 8316, 439.7, 9.063, 55.4691],
  ['0580', 'Aabenraa', 'syddanmark', 58761, 11118, 563.7, 9.3839, 55.0014],
  ['0607', 'Fredericia', 'syddanmark', 51377, 10512, 480, 9.7414, 55.5619],
  ['0621', 'Kolding', 'syddanmark', 93175, 20179, 987.7, 9.4553, 55.4794],
  ['0630', 'Vejle', 'syddanmark', 115748, 24470, 1267.7, 9.5149, 55.712],
  ['0615', 'Horsens', 'midtjylland', 90966, 19763, 979, 9.8382, 55.8663],
  ['0657', 'Herning', 'midtjylland', 89127, 18688, 947, 8.9598, 56.143],
  ['0661', 'Holstebro', 'midtjylland', 58591, 12135, 650.3, 8.6135, 56.3649],
  ['0665', 'Lemvig', 'midtjylland', 19722, 3326, 162.3, 8.2691, 56.5921],
  ['0671', 'Struer', 'midtjylland', 21036, 3792, 175, 8.594, 56.492],
  ['0706', 'Syddjurs', 'midtjylland', 42962, 7672, 377, 10.5263, 56.2669],
  ['0707', 'Norddjurs', 'midtjylland', 37089, 6517, 301.7, 10.7559, 56.4226],
  ['0710', 'Favrskov', 'midtjylland', 48397, 9893, 502, 9.9884, 56.2896],
  ['0727', 'Odder', 'midtjylland', 22844, 4249, 209, 10.153, 55.9731],
  ['0730', 'Randers', 'midtjylland', 97805, 20630, 979, 10.0348, 56.4596],
  ['0740', 'Silkeborg', 'midtjylland', 94026, 19417, 1050, 9.5426, 56.1748],
  ['0741', 'Samsø', 'midtjylland', 3657, 461, 26.7, 10.5972, 55.8326],
  ['0746', 'Skanderborg', 'midtjylland', 62678, 13021, 762, 9.9315, 56.0797],
  ['0751', 'Aarhus', 'midtjylland', 349983, 95136, 4448, 10.2027, 56.1558],
  ['0756', 'Ikast-Brande', 'midtjylland', 41369, 8206, 417.3, 9.1574, 56.0878],
  ['0760', 'Ringkøbing-Skjern', 'midtjylland', 56594, 10498, 539, 8.3935, 56.0165],
  ['0766', 'Hedensted', 'midtjylland', 46722, 9166, 439.7, 9.7515, 55.767],
  ['0779', 'Skive', 'midtjylland', 45851, 8342, 392.7, 9.0271, 56.567],
  ['0791', 'Viborg', 'midtjylland', 96921, 19594, 963.3, 9.42, 56.4359],
  ['0773', 'Morsø', 'nordjylland', 20247, 3547, 174.7, 8.8528, 56.7933],
  ['0787', 'Thisted', 'nordjylland', 43423, 7742, 426.7, 8.6427, 56.9452],
  ['0810', 'Brønderslev', 'nordjylland', 36304, 6868, 385.7, 10.0387, 57.2321],
  ['0813', 'Frederikshavn', 'nordjylland', 59654, 10139, 483, 10.542, 57.484],
  ['0820', 'Vesthimmerlands', 'nordjylland', 36727, 6623, 331.3, 9.4173, 56.8205],
  ['0825', 'Læsø', 'nordjylland', 1786, 229, 8.7, 10.9974, 57.2568],
  ['0840', 'Rebild', 'nordjylland', 30113, 5849, 349.7, 9.8548, 56.8704],
  ['0846', 'Mariagerfjord', 'nordjylland', 41800, 7702, 376, 9.8986, 56.6761],
  ['0849', 'Jammerbugt', 'nordjylland', 38324, 6935, 368.7, 9.5772, 57.1507],
  ['0851', 'Aalborg', 'nordjylland', 217075, 51613, 2360.3, 9.9264, 57.0457],
  ['0860', 'Hjørring', 'nordjylland', 64483, 12070, 604, 9.9458, 57.456],
];

/** All municipalities, by region and code. */
export const municipalities: readonly Municipality[] = rows.map(([code, name, region, population, women, births, longitude, latitude]) => ({
  id: asId<'municipality'>(code),
  name,
  region,
  population,
  women,
  births,
  point: [longitude, latitude],
}));

const byId = new Map(municipalities.map((municipality) => [municipality.id, municipality]));

/** The municipality with a code; `null` when there is none. */
export function municipality(id: string): Municipality | null {
  return byId.get(asId<'municipality'>(id)) ?? null;
}

/** Two whose full name is not their name and «Kommune»: the genitive of the capital, and the one that has a region's tasks. */
const titles: Readonly<Record<string, string>> = { '0101': 'Københavns Kommune', '0400': 'Bornholms Regionskommune' };

/**
 * The full name of a municipality as an authority that pays, decides and is rung: «Vesthimmerlands Kommune», «Københavns Kommune», «Bornholms
 * Regionskommune», as each calls itself. It is a name, and the same in both languages. A code that no municipality has is given back.
 */
export function municipalityTitle(id: string): string {
  const found = municipality(id);
  return found === null ? id : (titles[found.id] ?? `${found.name} Kommune`);
}
