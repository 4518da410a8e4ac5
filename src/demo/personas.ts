/** The demo's invented people, one for each role, in the order the login shows them. */
import { asId, type Id } from '../domain/id.ts';
import type { Role } from '../domain/trail.ts';

export type Persona = {
  readonly id: Id<'user'>;
  readonly name: string;
  readonly role: Role;
  readonly organisation: Id<'organisation'>;
  readonly person: Id<'person'> | null;
};

export const personas: readonly Persona[] = [
  persona('laege', 'Birgit Havgaard', 'referrer', 'laege-0851'),
  persona('jordemoder', 'Signe Aakjær', 'family-clinic', 'fa-AAL'),
  persona('behandler', 'Torben Krogsgård', 'substance-treatment', 'rus-0851'),
  persona('familieraadgiver', 'Nanna Østerled', 'family-department', 'fam-0851'),
  persona('koordinator', 'Kirsten Vangsø', 'coordinator', 'fam-0851'),
  persona('visitator', 'Jens Peter Mølbak', 'care-decider', 'kom-0851'),
  persona('leder', 'Lone Bækgaard', 'unit-leader', 'dt-fjordhuset'),
  persona('krisecenter', 'Amina Skovdal', 'crisis-centre', 'kc-0851'),
  persona('kommune-odense', 'Ulla Thorsager', 'care-decider', 'kom-0461'),
  persona('sekretaer', 'Mette Lindeskov', 'secretariat', 'sek-syddanmark'),
  persona('sekretaer-nord', 'Karsten Hedegård', 'secretariat', 'sek-nordjylland'),
  persona('godkender', 'Poul Ravnkilde', 'approver', 'styregruppe-syddanmark'),
  persona('tilsyn', 'Hanne Kirkeby', 'supervision', 'tilsyn-nordjylland'),
  persona('styrelse', 'Anders Fuglsang', 'agency', 'sbst'),
  persona('planlaegger', 'Sofie Brandtoft', 'planner', 'sbst'),
  persona('databeskyttelse', 'Ole Damkær', 'data-protection', 'samlob'),
  persona('kvinden', 'Maja (opdigtet)', 'woman', 'samlob', 'maja'),
];

function persona(id: string, name: string, role: Role, organisation: string, person: string | null = null): Persona {
  return {
    id: asId<'user'>(id),
    name,
    role,
    organisation: asId<'organisation'>(organisation),
    person: person === null ? null : asId<'person'>(person),
  };
}
