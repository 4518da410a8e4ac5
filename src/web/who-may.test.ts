/**
 * Who may do what, said a second time and by persons: each row is asked of the server for everybody in the demo. A role that is added to a permission
 * or taken from it shows here as a page that opens or closes.
 */
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../test/web.ts';
import { type Permission, permissions } from '../access/permissions.ts';
import { personas } from '../demo/personas.ts';

const web = await testWeb();

const team = ['jordemoder', 'behandler', 'familieraadgiver', 'koordinator', 'visitator', 'kommune-odense', 'krisecenter'];
const deciders = ['behandler', 'familieraadgiver', 'visitator', 'kommune-odense'];
const secretaries = ['sekretaer', 'sekretaer-nord'];
const office = [...secretaries, 'styrelse'];
const readers = [...team, ...office, 'godkender', 'planlaegger', 'tilsyn'];
const everyone = personas.map(({ id }): string => id);

type Row = readonly [method: 'get' | 'post', address: string, who: readonly string[]];

/** What is asked names nothing that is there: whoever may is answered with no page, an empty form or a list; whoever may not, with a refusal. */
const asked: Readonly<Record<string, Row>> = {
  'pathway:list': ['get', '/forloeb', [...team, 'laege']],
  'pathway:read': ['get', '/forloeb/intet', [...team, 'laege', 'leder']],
  'pathway:refer': ['get', '/forloeb/ny', [...team, 'laege']],
  'pathway:identify': ['get', '/forloeb/intet/personnummer', team],
  'pathway:assess': ['get', '/forloeb/intet/kriterier', team],
  'concern:assess': ['get', '/forloeb/intet/underretning-vurderet', ['familieraadgiver', 'visitator', 'kommune-odense']],
  'pathway:record': ['get', '/forloeb/intet/haendelse', [...team, 'leder']],
  'pathway:decide': ['get', '/forloeb/intet/afgoerelse', deciders],
  'pathway:own': ['get', '/mit-forloeb', ['kvinden']],
  'place:read': ['get', '/pladser/afdeling/ingen', everyone],
  'place:hold': ['post', '/forloeb/intet/plads/hold', team],
  'place:confirm': ['post', '/forloeb/intet/plads/intet/siger-ja', deciders],
  'facility:register': ['get', '/pladser/tilbud/intet/ret', ['tilsyn']],
  'leader:name': ['get', '/pladser/tilbud/intet/leder', ['tilsyn', 'leder']],
  'place:manage': ['get', '/pladser/afdeling/ingen/drift', ['leder']],
  'unit:figures': ['get', '/pladser/afdeling/ingen/tal', ['leder']],
  'freshness:read': ['get', '/pladser/friskhed', [...office, 'leder', 'tilsyn']],
  'qualification:read': ['get', '/pladser/afdeling/ingen/kvalifikation', [...readers, 'laege', 'leder']],
  'qualification:assess': ['get', '/pladser/afdeling/ingen/kvalifikation/vurdering', ['styrelse']],
  'call:read': ['get', '/udmeldinger/ingen', [...deciders, ...office, 'godkender', 'planlaegger', 'tilsyn']],
  'call:move': ['get', '/udmeldinger/ingen/status', ['styrelse']],
  'call:ask': ['post', '/udmeldinger/ingen/anmod', secretaries],
  'call:answer': ['get', '/udmeldinger/ingen/svar/0851', ['visitator', 'kommune-odense', ...secretaries]],
  'report:internal': ['get', '/venteliste', office],
  'report:public': ['get', '/udmeldinger/ingen/rapport/danmark', [...deciders, ...office, 'godkender', 'planlaegger', 'tilsyn']],
  'release:make': ['get', '/udgivelser', office],
  'release:read': ['get', '/udgivelser/0', readers],
  'figure:read': ['get', '/tal/opgoerelser/ingen', readers],
  'estimate:make': ['get', '/tal/moerketal/skema', [...office, 'planlaegger']],
  'municipality:telephone': ['get', '/kommune/telefon', ['koordinator', 'familieraadgiver', 'visitator', 'kommune-odense']],
  'figure:codes': ['post', '/tal/kodelister/ingen', ['styrelse']],
  'document:write': ['post', '/tal/dokumenter/intet/udgaar', ['styrelse', 'planlaegger']],
  'list:read': ['get', '/tal/lister', [...office, 'databeskyttelse']],
  'list:take': ['get', '/tal/lister/ingen/slet', office],
  'plan:read': ['get', '/planlaegning/scenarier/intet', [...office, 'planlaegger']],
  'plan:published': ['get', '/planlaegning/offentliggjort/intet', readers],
  'plan:make': ['get', '/planlaegning/scenarier/intet/ret', ['planlaegger']],
  'trace:read': ['get', '/spor', ['databeskyttelse']],
};

/** No page by itself: what stands on the pages of others is read by them, and the operator has the command line. */
const onNoPage = ['place:find', 'refusal:read', 'operate'];

describe('what the server lets each person do', () => {
  test('is said here for every permission', () => {
    expect([...Object.keys(asked), ...onNoPage].toSorted()).toEqual(Object.keys(permissions).toSorted());
  });

  test('is what is written here, and a refusal says why', async () => {
    const found: Record<string, readonly string[]> = Object.fromEntries(Object.keys(asked).map((permission) => [permission, []]));
    const unexplained: string[] = [];
    for (const { id } of personas) {
      const visitor = await web.as(id);
      for (const [permission, [method, address]] of Object.entries(asked)) {
        const { status, text } = await visitor[method](address);
        expect(status, `${id} ${address}`).toBeLessThan(500);
        if (status !== 403) found[permission] = [...(found[permission] ?? []), id];
        else if (!text.includes(permissions[permission as Permission].because)) unexplained.push(`${id} ${address}`);
      }
    }

    const written = Object.entries(asked).map(([permission, [, , who]]) => [permission, everyone.filter((id) => who.includes(id))]);
    expect(found).toEqual(Object.fromEntries(written));
    expect(unexplained).toEqual([]);
  });
});
