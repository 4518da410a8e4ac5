/** The demo's invented women who already live at a facility or are about to: so that places are taken, and until when. */
import { municipality, municipalityTitle } from '../domain/geography/municipalities.ts';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { nothingKnown, type Need, proposeNeeds } from '../domain/placement/needs.ts';
import type { Nights } from '../domain/placement/nights.ts';
import type { Unit } from '../domain/placement/provision.ts';
import { addDays, addMinutes, type Day, startOfDanishDay } from '../domain/time.ts';
import type { Organisation, Recorded } from '../domain/trail.ts';
import type { ImportedStay } from '../store/placement-import.ts';
import type { DemoFacility } from './provision.ts';
import { facilityOrganisation } from './provision.ts';

type Row = readonly [name: string, home: string, place: string, arrivesIn: number, leavesIn: number, dueIn: number];

/**
 * Days are counted from the base day. Those who arrive later are confirmed; the others are there. Where the child is still expected within the stay, she
 * leaves on a whole number of weeks after the due date: it is agreed to the birth and so many weeks after.
 */
const rows: readonly Row[] = [
  ['Astrid', '0860', 'fjordhuset-strand-1', -40, 90, 20],
  ['Bodil', '0813', 'fjordhuset-strand-2', -12, 120, 64],
  ['Camilla', '0820', 'fjordhuset-strand-3', 3, 150, 80],
  ['Ditte', '0846', 'fjordhuset-klit-1', -30, 60, 95],
  ['Edel', '0791', 'lyngborg-lyng-1', -80, 45, -10],
  ['Fie', '0740', 'lyngborg-lyng-2', -25, 100, 30],
  ['Gerda', '0657', 'lyngborg-lyng-3', -60, 18, 4],
  ['Henny', '0751', 'havgaarden-have-1', -120, -2, -65],
  ['Irma', '0430', 'moellebaekken-moelle-2', -15, 75, 61],
  ['Jonna', '0265', 'aasen-as-1', -33, 80, 38],
  ['Karla', '0330', 'aasen-as-2', -5, 140, 84],
  ['Lærke', '0101', 'engbuen-eng-1', -70, 30, -3],
  ['Mille', '0147', 'engbuen-eng-2', -21, 95, 25],
];

/** What one who lives there needs, of what her place has: the birth within her time, and the contract that her legal basis asks for. */
function needsMet(unit: Unit, place: Id<'place'>, dueDate: Day, nights: Nights): readonly Need[] {
  const has = unit.places.find(({ id }) => id === place)?.properties ?? [];
  return proposeNeeds({ ...nothingKnown, dueDate, legalBasis: 'SEL-107-2-2' }, nights).filter(({ property }) => has.includes(property));
}

export function demoResidents(base: Day, facilities: readonly DemoFacility[]): readonly ImportedStay[] {
  return rows.map(([name, home, place, arrivesIn, leavesIn, dueIn]) => {
    const found = facilities
      .flatMap(({ facility, units }) => units.map((unit) => ({ facility, unit })))
      .find(({ unit }) => unit.places.some(({ id }) => id === place));
    if (!found) throw new Error(`there is no place ${place}`);
    const { facility, unit } = found;
    const code = name.toLowerCase().replaceAll('æ', 'ae');
    const [pathway, stay] = [asId<'pathway'>(`beboer-${code}`), asId<'stay'>(`ophold-${code}`)];
    const municipality = asId<'municipality'>(home);
    const nights = { arrival: addDays(base, arrivesIn), departure: addDays(base, leavesIn) };
    const [decider, house] = [municipalityOf(home), facilityOrganisation(facility)];
    const decided = addDays(base, Math.min(arrivesIn, 0) - 4);
    const [unitName, placeName] = [`${facility.name}, ${unit.name}`, unit.places.find(({ id }) => id === place)?.name ?? ''];
    const heldBy = by(decider, decided);
    // The municipality takes part from the first day: it pays.
    const facts: readonly (readonly [PathwayFact, Recorded])[] = [
      [
        {
          type: 'referral-registered',
          person: null,
          calledName: `${name} (opdigtet)`,
          municipality,
          concern: 'Opdigtet til demonstration',
          referrer: decider.name,
        },
        by(decider, addDays(decided, -30)),
      ],
      [
        { type: 'party-joined', organisation: decider.id, organisationName: decider.name, task: 'Afgørelse om indsats' },
        by(decider, addDays(decided, -30)),
      ],
      [{ type: 'due-date-set', dueDate: addDays(base, dueIn), basis: 'ultrasound' }, by(decider, addDays(decided, -28))],
      [{ type: 'need-assessed', level: 'residential', reason: 'Opdigtet til demonstration' }, by(decider, addDays(decided, -9))],
      [{ type: 'offered', level: 'residential', what: 'Ophold på et døgntilbud' }, by(decider, addDays(decided, -7))],
      [{ type: 'answered', answer: 'accepted', reason: null, inHerWords: 'Ja.' }, by(decider, addDays(decided, -5))],
      [
        { type: 'care-decided', level: 'residential', legalBasis: 'SEL-107-2-2', municipality, reason: 'Opdigtet til demonstration' },
        heldBy,
      ],
      [{ type: 'contract-offered', legalBasis: 'SEL-107-2-2', answer: 'accepted' }, heldBy],
      [{ type: 'place-held', stay, unitName, placeName, ...nights, until: addMinutes(heldBy.recorded, 30) }, heldBy],
      [{ type: 'place-confirmed', stay, legalBasis: 'SEL-107-2-2', paidBy: municipality }, heldBy],
    ];
    const arrived: readonly (readonly [PathwayFact, Recorded])[] =
      arrivesIn > 0
        ? []
        : [
            [
              { type: 'party-joined', organisation: house.id, organisationName: house.name, task: 'Døgnbehandling' },
              by(house, nights.arrival),
            ],
            [{ type: 'admitted', stay, unitName }, by(house, nights.arrival)],
          ];
    return {
      stay: {
        id: stay,
        pathway,
        unit: unit.id,
        parts: [{ place: asId<'place'>(place), nights }],
        nights,
        status: arrivesIn > 0 ? 'confirmed' : 'admitted',
        heldUntil: null,
        extensions: 0,
        needs: arrivesIn > 0 ? [] : needsMet(unit, asId<'place'>(place), addDays(base, dueIn), nights),
        legalBasis: 'SEL-107-2-2',
        paidBy: municipality,
      },
      calledName: `${name} (opdigtet)`,
      nightsAfterBirth: dueIn > 0 && leavesIn >= dueIn ? leavesIn - dueIn : null,
      facts: [...facts, ...arrived].map(([fact, recorded], index) => ({ sequence: index + 1, fact, ...recorded })),
    };
  });
}

function municipalityOf(code: string): Pick<Organisation, 'id' | 'name'> {
  const found = municipality(code);
  if (!found) throw new Error(`there is no municipality ${code}`);
  return { id: asId<'organisation'>(`kom-${code}`), name: municipalityTitle(code) };
}

/** Someone at a party, at ten in the morning. */
function by({ id, name }: Pick<Organisation, 'id' | 'name'>, happened: Day): Recorded {
  return {
    by: asId<'user'>(`demo-${id}`),
    byName: 'En opdigtet medarbejder',
    capacity: id.startsWith('dt-') ? 'unit-leader' : 'care-decider',
    organisation: id,
    organisationName: name,
    happened,
    recorded: addMinutes(startOfDanishDay(happened), 600),
  };
}
