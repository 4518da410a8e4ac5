/** Reads what a form of upkeep sent: a change of the supply, and a sentence for each field that is wrong. */
import { asId } from '../../domain/id.ts';
import { type Period, placeProperties, type PlaceProperty, type Staffing } from '../../domain/placement/provision.ts';
import type { SupplyChange } from '../../domain/placement/supply-change.ts';
import { faultsIn, type SupplyFault, supplyLimits } from '../../domain/placement/supply-faults.ts';
import { closureCauses, type Supply, type SupplyClosure } from '../../domain/placement/supply-state.ts';
import type { Day } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { UpkeepFormId } from './addresses.ts';
import { endingTexts } from './ending-texts.ts';
import { mostRows } from './form-fields.ts';
import { supplyTexts } from './texts.ts';

export type ReadForm = { readonly change: SupplyChange } | { readonly errors: FieldErrors };

/** What a form is read against: the supply as it stands, and the day. What is wrong with both is told at once. */
type Asked = { readonly supply: Supply; readonly today: Day; readonly language: Language };

/** `key` is the id of what the form adds: the same form sent twice adds it once. */
export function readForm(form: UpkeepFormId, fields: Fields, key: string, { supply, today, language }: Asked): ReadForm {
  const errors: Record<string, string> = {};
  const change = changeIn(form, fields, key, { supply, today, language }, errors);
  if (Object.keys(errors).length === 0) return { change };
  // A field that could not be read says so itself; the others are told of at the same time, as far as they can be judged without it. Rows of
  // periods have been judged one by one.
  const isRows = change.type === 'opening-set' || change.type === 'staffing-set';
  return { errors: { ...(isRows ? {} : faultErrors(form, faultsIn(supply, change, today), language)), ...errors } };
}

/** The change as far as it can be read; what cannot is written in `errors`, and something that is not wrong by itself stands in its place. */
function changeIn(
  form: UpkeepFormId,
  fields: Fields,
  key: string,
  { supply, today, language }: Asked,
  errors: Record<string, string>,
): SupplyChange {
  const place = asId<'place'>(fields.text('plads'));
  const say = supplyTexts(language);
  const day = (name: string): Day | null => {
    const read = dayIn(fields, name);
    if (read === null) errors[name] = say('fault.day');
    return read;
  };
  const dayOrNone = (name: string): Day | null => (fields.text(name) === '' ? null : day(name));
  const whole = (name: string, fault: NumberFault, most: number, least = 0): number | null => {
    const text = fields.text(name);
    const isRead = /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
    if (text !== '' && !isRead) errors[name] = numberSentence(fault, language);
    return isRead ? Number(text) : null;
  };
  const needed = (name: string, fault: NumberFault, most: number, least = 0): number => {
    if (fields.text(name) === '') errors[name] = numberSentence(fault, language);
    return whole(name, fault, most, least) ?? most;
  };
  const period = (number: number): Period | null => {
    const [from, to] = [day(`fra-${number}`), dayOrNone(`til-${number}`)];
    if (from !== null && to !== null && to <= from) errors[`til-${number}`] = say('fault.ends-before-it-begins');
    return from === null ? null : { from, to };
  };
  const closure = (id: string, of: string): SupplyClosure => {
    const [from, to] = [day('fra'), dayOrNone('til')];
    const cause = closureCauses.find((one) => one === fields.text('aarsag'));
    // The cause says it where it is not «other»; what is kept is read by all, so it is kept in Danish.
    const isSaid = cause !== undefined && cause !== 'other';
    const reason = fields.text('grund') || (isSaid ? supplyTexts('da')(`cause.${cause}`) : '');
    if (!cause) errors['aarsag'] = say('fault.cause');
    if (reason === '') errors['grund'] = say('fault.no-reason');
    return {
      id: asId<'closure'>(id),
      place: of === '' ? null : asId<'place'>(of),
      from: from ?? today,
      to,
      cause: cause ?? 'other',
      reason,
    };
  };
  const rows = rowsIn(fields);

  switch (form) {
    case 'aabning': {
      const open: Period[] = [];
      for (const number of rows) {
        const one = period(number);
        if (one === null) continue;
        if (errors[`til-${number}`] === undefined && open.some((other) => overlap(one, other)))
          errors[`fra-${number}`] = say('fault.periods-overlap');
        open.push(one);
      }
      return { type: 'opening-set', open };
    }
    case 'normering': {
      const staffing = rows.flatMap((number): readonly Staffing[] => {
        const [of, women] = [period(number), needed(`kvinder-${number}`, 'women', supplyLimits.women)];
        return of ? [{ ...of, women }] : [];
      });
      return { type: 'staffing-set', staffing };
    }
    case 'lukning':
      return { type: 'closed', closure: closure(key, fields.text('hvad')) };
    case 'ret-lukning': {
      const id = fields.text('lukning');
      return { type: 'closure-changed', closure: closure(id, supply.closures.find((one) => one.id === id)?.place ?? '') };
    }
    case 'ophaev':
      return { type: 'closure-lifted', closure: asId<'closure'>(fields.text('lukning')), from: day('dag') ?? today };
    case 'nedlaeg':
      return {
        type: 'closed',
        closure: {
          id: asId<'closure'>(key),
          place: null,
          from: day('dag') ?? today,
          to: null,
          cause: 'discontinued',
          reason: fields.text('grund') || supplyTexts('da')('cause.discontinued'),
        },
      };
    case 'nedlaeg-plads': {
      const reason = fields.text('grund');
      if (reason === '') errors['grund'] = endingTexts(language)('fault.why');
      const ending: SupplyClosure = { id: asId<'closure'>(key), place, from: day('dag') ?? today, to: null, cause: 'discontinued', reason };
      return { type: 'closed', closure: ending };
    }
    case 'fjern-rum':
      return { type: 'room-removed', room: asId<'room'>(fields.text('rum')) };
    case 'rum':
      return { type: 'room-added', room: { id: asId<'room'>(key), name: fields.text('navn') } };
    case 'rumnavn':
      return { type: 'room-named', room: { id: asId<'room'>(fields.text('rum')), name: fields.text('navn') } };
    case 'plads':
      return {
        type: 'place-added',
        place: {
          id: asId<'place'>(key),
          room: asId<'room'>(fields.text('rum')),
          name: fields.text('navn'),
          properties: propertiesIn(fields),
          flexible: null,
        },
      };
    case 'pladsnavn':
      return { type: 'place-named', place, name: fields.text('navn'), room: asId<'room'>(fields.text('rum')) };
    case 'egenskaber':
      return { type: 'properties-set', place, properties: propertiesIn(fields) };
    case 'optagelse':
      return {
        type: 'admission-set',
        admission: {
          youngest: whole('yngst', 'age', supplyLimits.age),
          oldest: whole('aeldst', 'age', supplyLimits.age),
          womenOnly: fields.text('kunkvinder') === 'ja',
          mostChildren: whole('boern', 'children', supplyLimits.children),
          oldestChild: whole('boernealder', 'children', supplyLimits.childAge),
        },
      };
    case 'fleksibel': {
      const byNeed = fields.text('form');
      if (byNeed !== 'altid' && byNeed !== 'behov') errors['form'] = say('fault.choice');
      if (byNeed !== 'behov') return { type: 'flexible-set', place, terms: null };
      const leadDays = needed('dage', 'lead-days', supplyLimits.days);
      const closesAfterDays = needed('tomme', 'empty-days', supplyLimits.days, 1);
      return { type: 'flexible-set', place, terms: { leadDays, closesAfterDays } };
    }
    case 'aabn': {
      const [from, to] = [day('fra'), dayOrNone('til')];
      return { type: 'flexible-opened', place, period: { from: from ?? today, to } };
    }
    case 'luk':
      return { type: 'flexible-closed', place, from: day('dag') ?? today };
  }
}

/** What is wrong with a change as the unit stands, beside the field that it is about. */
export function faultErrors(form: UpkeepFormId, faults: readonly SupplyFault[], language: Language): FieldErrors {
  return Object.fromEntries(faults.map((fault) => [fieldOf(form, fault), faultOf(form, fault, language)]));
}

function fieldOf(form: UpkeepFormId, fault: SupplyFault): string {
  const rows = form === 'aabning' || form === 'normering';
  const day = form === 'ophaev' || form === 'luk' ? 'dag' : 'til';
  const fieldOfFault: Readonly<Record<SupplyFault, string>> = {
    'ends-before-it-begins': rows ? 'til-1' : day,
    'is-over': day,
    'periods-overlap': 'fra-1',
    'no-reason': 'grund',
    'discontinued-opens': 'til',
    'no-such-place': form === 'lukning' ? 'hvad' : 'plads',
    'no-such-closure': form === 'ret-lukning' ? 'fra' : 'dag',
    'no-such-room': form === 'rumnavn' ? 'navn' : 'rum',
    'room-in-use': 'rum',
    'no-name': 'navn',
    'name-taken': 'navn',
    ages: 'yngst',
    children: 'boern',
    women: 'kvinder-1',
    'lead-days': 'dage',
    'empty-days': 'tomme',
    'not-flexible': form === 'luk' ? 'dag' : 'fra',
    'already-open': 'fra',
    'not-open': 'dag',
  };
  return fieldOfFault[fault];
}

/** A name is taken by another room or by another place, whichever the form is about. */
function faultOf(form: UpkeepFormId, fault: SupplyFault, language: Language): string {
  if (fault !== 'name-taken') return faultSentence(fault, language);
  return supplyTexts(language)(form === 'rum' || form === 'rumnavn' ? 'fault.name-taken.room' : 'fault.name-taken.place');
}

type NumberFault = 'age' | 'children' | 'women' | 'lead-days' | 'empty-days';

function numberSentence(fault: NumberFault, language: Language): string {
  return fault === 'age' ? supplyTexts(language)('fault.age', { most: supplyLimits.age }) : faultSentence(fault, language);
}

function faultSentence(fault: Exclude<SupplyFault, 'name-taken'>, language: Language): string {
  return supplyTexts(language)(`fault.${fault}`, { ...supplyLimits, most: supplyLimits.age });
}

function overlap(one: Period, other: Period): boolean {
  return (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);
}

/** The numbers of the rows in which something was written. */
function rowsIn(fields: Fields): readonly number[] {
  return Array.from({ length: mostRows }, (_, index) => index + 1).filter((number) =>
    ['fra', 'til', 'kvinder'].some((name) => fields.text(`${name}-${number}`) !== ''),
  );
}

function propertiesIn(fields: Fields): readonly PlaceProperty[] {
  return placeProperties.filter((property) => fields.all('egenskab').includes(property));
}
