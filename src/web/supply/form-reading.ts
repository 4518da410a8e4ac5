/** Reads what a form of upkeep sent: a change of the supply, or a sentence for each field that is wrong. */
import { asId } from '../../domain/id.ts';
import { type Period, placeProperties, type PlaceProperty, type Staffing } from '../../domain/placement/provision.ts';
import type { SupplyChange } from '../../domain/placement/supply-change.ts';
import { type SupplyFault, supplyLimits } from '../../domain/placement/supply-faults.ts';
import { closureCauses } from '../../domain/placement/supply-state.ts';
import type { Day } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { UpkeepFormId } from './addresses.ts';
import { supplyTexts } from './texts.ts';

export type ReadForm = { readonly change: SupplyChange } | { readonly errors: FieldErrors };

/** Rows of a table of periods that a form can send. */
export const mostRows = 20;

/** `key` is the id of what the form adds: the same form sent twice adds it once. */
export function readForm(form: UpkeepFormId, fields: Fields, key: string, language: Language): ReadForm {
  const place = asId<'place'>(fields.text('plads'));
  const say = supplyTexts(language);
  const errors: Record<string, string> = {};
  const day = (name: string): Day | null => {
    const read = dayIn(fields, name);
    if (read === null) errors[name] = say('fault.day');
    return read;
  };
  const dayOrNone = (name: string): Day | null => (fields.text(name) === '' ? null : day(name));
  const whole = (name: string, fault: Exclude<SupplyFault, 'name-taken'>): number | null => {
    const text = fields.text(name);
    if (text !== '' && !/^\d{1,4}$/.test(text)) errors[name] = faultSentence(fault, language);
    return text === '' ? null : Number(text);
  };
  const period = (number: number): Period | null => {
    const [from, to] = [day(`fra-${number}`), dayOrNone(`til-${number}`)];
    if (from !== null && to !== null && to <= from) errors[`til-${number}`] = say('fault.ends-before-it-begins');
    return from === null ? null : { from, to };
  };
  const done = (change: () => SupplyChange | null): ReadForm => {
    const read = Object.keys(errors).length > 0 ? null : change();
    return read ? { change: read } : { errors };
  };
  const rows = rowsIn(fields);

  switch (form) {
    case 'aabning': {
      const open = rows.flatMap((number) => period(number) ?? []);
      return done(() => ({ type: 'opening-set', open }));
    }
    case 'normering': {
      const staffing = rows.flatMap((number): readonly Staffing[] => {
        const [of, women] = [period(number), whole(`kvinder-${number}`, 'women')];
        if (women === null) errors[`kvinder-${number}`] = faultSentence('women', language);
        return of && women !== null ? [{ ...of, women }] : [];
      });
      return done(() => ({ type: 'staffing-set', staffing }));
    }
    case 'lukning': {
      const [from, to] = [day('fra'), dayOrNone('til')];
      const cause = closureCauses.find((one) => one === fields.text('aarsag'));
      // The cause says it where it is not «other»; what is kept is read by all, so it is kept in Danish.
      const isSaid = cause !== undefined && cause !== 'other';
      const reason = fields.text('grund') || (isSaid ? supplyTexts('da')(`cause.${cause}`) : '');
      if (!cause) errors.aarsag = say('fault.cause');
      if (reason === '') errors.grund = say('fault.no-reason');
      return done(() =>
        from && cause
          ? {
              type: 'closed',
              closure: {
                id: asId<'closure'>(key),
                place: fields.text('hvad') === '' ? null : asId<'place'>(fields.text('hvad')),
                from,
                to,
                cause,
                reason,
              },
            }
          : null,
      );
    }
    case 'ophaev': {
      const from = day('dag');
      return done(() => from && { type: 'closure-lifted', closure: asId<'closure'>(fields.text('lukning')), from });
    }
    case 'rum':
      return done(() => ({ type: 'room-added', room: { id: asId<'room'>(key), name: fields.text('navn') } }));
    case 'plads':
      return done(() => ({
        type: 'place-added',
        place: {
          id: asId<'place'>(key),
          room: asId<'room'>(fields.text('rum')),
          name: fields.text('navn'),
          properties: propertiesIn(fields),
          flexible: null,
        },
      }));
    case 'egenskaber':
      return done(() => ({ type: 'properties-set', place, properties: propertiesIn(fields) }));
    case 'optagelse': {
      const admission = {
        youngest: whole('yngst', 'ages'),
        oldest: whole('aeldst', 'ages'),
        womenOnly: fields.text('kunkvinder') === 'ja',
        mostChildren: whole('boern', 'children'),
        oldestChild: whole('boernealder', 'children'),
      };
      return done(() => ({ type: 'admission-set', admission }));
    }
    case 'fleksibel': {
      const byNeed = fields.text('form');
      if (byNeed !== 'altid' && byNeed !== 'behov') errors.form = say('fault.choice');
      if (byNeed !== 'behov') return done(() => ({ type: 'flexible-set', place, terms: null }));
      const [leadDays, closesAfterDays] = [whole('dage', 'lead-days'), whole('tomme', 'empty-days')];
      if (leadDays === null) errors.dage = faultSentence('lead-days', language);
      if (closesAfterDays === null) errors.tomme = faultSentence('empty-days', language);
      return done(() =>
        leadDays === null || closesAfterDays === null ? null : { type: 'flexible-set', place, terms: { leadDays, closesAfterDays } },
      );
    }
    case 'aabn': {
      const [from, to] = [day('fra'), dayOrNone('til')];
      return done(() => from && { type: 'flexible-opened', place, period: { from, to } });
    }
    case 'luk': {
      const from = day('dag');
      return done(() => from && { type: 'flexible-closed', place, from });
    }
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
    'no-such-place': form === 'lukning' ? 'hvad' : 'plads',
    'no-such-closure': 'dag',
    'no-such-room': 'rum',
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
  return supplyTexts(language)(form === 'rum' ? 'fault.name-taken.room' : 'fault.name-taken.place');
}

function faultSentence(fault: Exclude<SupplyFault, 'name-taken'>, language: Language): string {
  return supplyTexts(language)(`fault.${fault}`, { ...supplyLimits, most: supplyLimits.age });
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
