/** What the fields of a scenario's form are called (da: felternes navne), and which of them a fault in the whole scenario belongs to. */
import type { ScenarioFault } from '../../domain/planning/simulation/scenario-fault.ts';
import type { Language } from '../ui/language.ts';
import { assumptionFields, costFields } from './form-fields.ts';
import { scenarioTexts } from './texts.ts';

/** The fields that have one row and one label. */
const plainNames = {
  titel: 'name',
  note: 'note',
  aar: 'years',
  'begynder-med': 'startsWith',
  'aabner-ved': 'opensAt',
  'lukker-ved': 'closesAt',
  taalmodighed: 'patience',
  'taalmodighed-aar': 'patienceYears',
  raekkefoelge: 'order',
  geografi: 'geography',
  vaegte: 'weights',
  afstand: 'reach',
} as const;

const estimateParts = { navn: 'estimate.name', fra: 'estimate.from', til: 'estimate.to', kilde: 'source' } as const;
const siteParts = { pladser: 'standing', behov: 'byNeed' } as const;
const besideParts = { fra: 'from', til: 'to', kilde: 'source' } as const;

/** «Faste pladser, Sted 2»; the name in the form itself where it is none of the form's fields. */
export function fieldName(field: string, language: Language): string {
  const say = scenarioTexts(language);
  const plain = isKey(plainNames, field) ? plainNames[field] : null;
  if (plain) return withoutHint(say(plain));
  const [, estimate = '', part = ''] = /^skoen-(\d+)-(\w+)$/.exec(field) ?? [];
  if (isKey(estimateParts, part)) return `${say('need')}, ${say('row', { number: Number(estimate) + 1 })}: ${say(estimateParts[part])}`;
  const [, of = '', site = ''] = /^(sted|pladser|behov)-(\d+)$/.exec(field) ?? [];
  if (site !== '') {
    const at = say('site', { number: Number(site) + 1 });
    return isKey(siteParts, of) ? `${at}: ${say(siteParts[of])}` : at;
  }
  if (field === 'omkostninger-kilde') return `${say('costs')}: ${say('source')}`;
  const cost = Object.entries(costFields).find(([, word]) => word === field)?.[0];
  if (isKey(costFields, cost)) return `${say('costs')}: ${say(cost)}`;
  const assumed = assumptionFields.find(({ word }) => field === word || field.startsWith(`${word}-`));
  if (!assumed) return field;
  const beside = field.slice(assumed.word.length + 1);
  const label = withoutHint(say(`field.${assumed.word}`));
  return isKey(besideParts, beside) ? `${label}, ${say(besideParts[beside])}` : label;
}

/** The field that a fault is mended in; the name of the scenario where the form shows none. */
export function fieldOfFault({ where }: Pick<ScenarioFault, 'where'>): string {
  const [, lever = '', beside = ''] = /^basis\.(.+?)(?:\.(range|source))?$/.exec(where) ?? [];
  const assumed = assumptionFields.find((one) => one.lever === lever || one.lever === where);
  if (assumed) {
    if (beside !== '') return `${assumed.word}-${beside === 'range' ? 'fra' : 'kilde'}`;
    return assumed.written === 'none' ? `${assumed.word}-fra` : assumed.word;
  }
  const [, estimate, part = 'from'] = /^estimates\[(\d+)\](?:\.(\w+))?/.exec(where) ?? [];
  if (estimate !== undefined) return `skoen-${estimate}-${{ name: 'navn', to: 'til', source: 'kilde' }[part] ?? 'fra'}`;
  const [, site, inside = ''] = /^sites\[(\d+)\](?:\.(.+))?/.exec(where) ?? [];
  if (site !== undefined) return fieldInSite(Number(site), inside);
  const [first = ''] = /^[a-zA-Z]+/.exec(where) ?? [];
  if (first === 'costs') return Object.entries(costFields).find(([name]) => where === `costs.${name}`)?.[1] ?? costFields.currency;
  return wholeFields[first] ?? 'titel';
}

function fieldInSite(site: number, inside: string): string {
  if (inside.startsWith('places')) return `pladser-${site}`;
  if (inside.startsWith('fillingUp')) return inside.endsWith('fromPlaces') ? 'begynder-med' : 'indkoering';
  if (inside.startsWith('flexible.openWhen')) return 'aabner-ved';
  if (inside.startsWith('flexible.leadWeeks')) return 'aabner-paa';
  if (inside.startsWith('flexible.closeWhen')) return inside.includes('forWeeks') ? 'lukker-efter' : 'lukker-ved';
  if (inside.startsWith('flexible')) return `behov-${site}`;
  return inside.startsWith('refuses') ? 'siger-nej' : `sted-${site}`;
}

const wholeFields: Readonly<Record<string, string>> = {
  years: 'aar',
  patience: 'taalmodighed',
  order: 'raekkefoelge',
  areas: 'geografi',
  reach: 'afstand',
  course: 'henvist',
  sites: 'sted-0',
  estimates: 'skoen-0-navn',
};

/** Without the hint that stands after the name in the form. */
export function withoutHint(label: string): string {
  return label.replace(/;.*$| \(.*\)$|\?$/, '');
}

function isKey<T extends object>(of: T, key: string | undefined): key is Extract<keyof T, string> {
  return key !== undefined && Object.hasOwn(of, key);
}
