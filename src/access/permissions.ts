/**
 * What each role may do: one typed table. A permission that is not here cannot be asked for, and a role that is not named is refused.
 * Row security in the database is the floor beneath it: this table decides what, the database decides whose.
 */
import type { Role } from '../domain/trail.ts';

/** Professionals who take part in pathways. */
const professionals = [
  'family-clinic',
  'substance-treatment',
  'family-department',
  'coordinator',
  'crisis-centre',
  'care-decider',
] as const satisfies readonly Role[];

const everyone = [
  ...professionals,
  'referrer',
  'unit-leader',
  'secretariat',
  'approver',
  'supervision',
  'agency',
  'planner',
  'data-protection',
  'woman',
  'operator',
] as const satisfies readonly Role[];

type Rule = {
  readonly roles: readonly Role[];
  /** Why these roles, in one Danish sentence that a refused person is shown. */
  readonly because: string;
  /** The permission to read of the same that others have instead, where there is one. */
  readonly instead?: string;
};

export const permissions = {
  'pathway:list': { roles: [...professionals, 'referrer'], because: 'Forløb vises for de fagpersoner, der deltager i dem.' },
  'pathway:read': { roles: [...professionals, 'referrer', 'unit-leader'], because: 'Et forløb læses af dem, der deltager i det.' },
  'pathway:refer': { roles: [...professionals, 'referrer'], because: 'Enhver fagperson med en bekymring kan henvise.' },
  'pathway:identify': {
    roles: professionals,
    because: 'Et forløb knyttes til kvinden af dem, der arbejder med hende, når hun har sagt ja.',
  },
  'pathway:assess': { roles: professionals, because: 'Målgruppe og indsatsniveau vurderes af de fagpersoner, der deltager.' },
  'concern:assess': {
    roles: ['family-department', 'care-decider'],
    because: 'Kommunen vurderer underretningen: familieafdelingen eller visitator.',
  },
  'pathway:record': { roles: [...professionals, 'unit-leader'], because: 'Hændelser skrives af dem, der deltager i forløbet.' },
  'pathway:decide': {
    roles: ['care-decider', 'family-department', 'substance-treatment'],
    because: 'Kommunen træffer afgørelse om indsats.',
  },
  'pathway:own': { roles: ['woman'], because: 'Kvinden ser sit eget forløb.' },
  'place:read': { roles: everyone, because: 'Alle kan se, hvilke døgntilbud der findes.' },
  'place:find': { roles: professionals, because: 'Pladser søges af dem, der deltager i forløbet.' },
  'place:hold': { roles: professionals, because: 'En plads holdes af dem, der deltager i forløbet.' },
  'place:confirm': {
    roles: ['care-decider', 'family-department', 'substance-treatment'],
    because: 'Kommunen bekræfter pladsen og betalingen.',
  },
  'municipality:telephone': {
    roles: ['coordinator', 'family-department', 'care-decider'],
    because: 'Kommunens telefonnummer skrives af dens koordinatorer, familieafdeling og visitatorer.',
  },
  'refusal:read': {
    roles: ['care-decider', 'family-department', 'substance-treatment', 'unit-leader'],
    because: 'Det, afdelingen har skrevet med egne ord til sit nej, læses af afdelingen og af dem, der bekræfter pladser.',
  },
  'facility:register': {
    roles: ['supervision'],
    because: 'Døgntilbud oprettes og rettes af socialtilsynet i regionen, som godkender oplysningerne om dem.',
  },
  'leader:name': {
    roles: ['supervision', 'unit-leader'],
    because: 'Ledere udpeges af socialtilsynet i regionen og af dem, der leder døgntilbuddet.',
  },
  'place:manage': { roles: ['unit-leader'], because: 'Afdelingens leder styrer pladser og indskrivning.' },
  'unit:figures': { roles: ['unit-leader'], because: 'Afdelingens egne tal læses af den, der leder døgntilbuddet.' },
  'freshness:read': {
    roles: ['unit-leader', 'secretariat', 'supervision', 'agency', 'operator'],
    because: 'Hvor godt pladserne bekræftes, ses af afdelingens leder, regionens sekretariat og socialtilsyn og af styrelsen.',
  },
  'qualification:read': {
    roles: [...professionals, 'referrer', 'unit-leader', 'secretariat', 'approver', 'supervision', 'agency', 'planner', 'operator'],
    because: 'Afdelingers kvalifikation læses af dem, der søger plads, fører tilsyn og planlægger.',
  },
  'qualification:assess': { roles: ['agency'], because: 'Styrelsen vurderer afdelingerne efter screeningsmodellen.' },
  'call:read': {
    roles: ['care-decider', 'family-department', 'substance-treatment', 'secretariat', 'approver', 'agency', 'planner', 'supervision'],
    because: 'Udmeldinger læses af dem, der svarer, samler, godkender og vurderer.',
  },
  'call:move': { roles: ['agency'], because: 'Udmeldingens status gælder alle regioner og ændres af styrelsen.' },
  'call:ask': {
    roles: ['secretariat'],
    because: 'Regionens sekretariat beder styrelsen om at lukke udmeldingen for svar og melde den afrapporteret.',
  },
  'call:answer': {
    roles: ['care-decider', 'secretariat'],
    because: 'Kommunen svarer på udmeldingen; sekretariatet kan indtaste for en kommune.',
  },
  'report:internal': {
    roles: ['secretariat', 'agency', 'operator'],
    because: 'Den interne udgave viser små tal og læses kun af sekretariat og styrelse.',
  },
  'report:public': {
    roles: [
      'care-decider',
      'family-department',
      'substance-treatment',
      'secretariat',
      'approver',
      'agency',
      'planner',
      'supervision',
      'operator',
    ],
    because: 'Den offentlige udgave kan læses af alle, der arbejder med udmeldingen.',
  },
  'release:make': {
    roles: ['agency', 'secretariat', 'operator'],
    because: 'En tabel udgives af styrelsen eller et sekretariat, og kun gennem udgivelsesregistret.',
  },
  'release:read': {
    roles: [...professionals, 'secretariat', 'approver', 'agency', 'planner', 'supervision', 'operator'],
    because: 'Det, der er udgivet, læses af alle, der læser opgørelser.',
  },
  'figure:read': {
    roles: [...professionals, 'secretariat', 'approver', 'agency', 'planner', 'supervision', 'operator'],
    because: 'Opgørelser læses af dem, der arbejder med forløb, udmeldinger og planlægning.',
  },
  'estimate:make': {
    roles: ['agency', 'secretariat', 'planner'],
    because: 'Mørketallet regnes af styrelsen, sekretariaterne og planlæggeren, der får overlapstabeller fra kommunerne.',
  },
  'figure:codes': { roles: ['agency'], because: 'Kodelisterne er styrelsens og redigeres af den.' },
  'document:write': {
    roles: ['agency', 'planner'],
    because:
      'Dokumenter, som andre har offentliggjort, skrives ind af styrelsen og planlæggeren. Alle, der læser opgørelser, kan læse dem.',
  },
  'list:read': {
    roles: ['agency', 'secretariat', 'data-protection'],
    because: 'Indlæste lister ses af dem, der har læst dem ind, og af databeskyttelsesrådgiveren, som kun ser, at de er der.',
  },
  'list:take': {
    roles: ['agency', 'secretariat'],
    because: 'Lister fra kommuner og ambulatorier læses ind af sekretariater og styrelsen.',
  },
  'plan:read': {
    roles: ['planner', 'agency', 'secretariat'],
    because: 'Planlægning læses af planlæggere, sekretariater og styrelsen.',
    instead: 'plan:published',
  },
  'plan:published': {
    roles: [...professionals, 'secretariat', 'approver', 'agency', 'planner', 'supervision', 'operator'],
    because: 'Offentliggjorte scenarier læses af dem, der læser opgørelser.',
  },
  'plan:make': {
    roles: ['planner'],
    because: 'Scenarier gemmes af planlæggeren; sekretariater og styrelsen læser og regner på dem.',
    instead: 'plan:published',
  },
  'trace:read': { roles: ['data-protection', 'operator'], because: 'Sporet læses af databeskyttelsesrådgiveren.' },
  operate: { roles: ['operator'], because: 'Drift sker fra kommandolinjen.' },
} as const satisfies Readonly<Record<string, Rule>>;

export type Permission = keyof typeof permissions;

/** The permissions that are named as what may be read instead. */
export type ReadInstead = Extract<(typeof permissions)[Permission], { readonly instead: string }>['instead'];

/** What one who is refused may ask for instead, to read of the same; null where there is nothing. */
export function insteadOf(permission: Permission): ReadInstead | null {
  const rule = permissions[permission];
  return 'instead' in rule ? rule.instead : null;
}
