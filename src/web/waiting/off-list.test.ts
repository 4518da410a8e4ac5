/** Taking her off the waiting list, and putting her on it again, on the real database. */
import { describe, expect, test } from 'vitest';
import { testWeb, type Visitor } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay } from '../../domain/time.ts';
import { databaseNow } from '../../store/database.ts';
import { importPathways } from '../../store/pathway-import.ts';

const web = await testWeb();
const { owner } = web.database;
const today = danishDay(await databaseNow(owner));
await importPathways(owner, waitingWomen(today));
const aalborg = await web.as('visitator');
const nadjas = '/forloeb/venter-nadja/venteliste';

// So long that nothing is free for her now: she waits.
const wish = {
  soeg: 'ja',
  ankomst: addDays(today, 1),
  naetter: '60',
  behov: 'accepts-active-use',
  vej: '30',
  'oenske-1': 'fjordhuset-klit',
  'svar-liste': 'not-asked',
  'oenske-2': 'lyngborg-lyng',
};

/** The hidden fields of a form on a page, as they are sent with it. */
async function hiddenIn(visitor: Visitor, page: string, form: string): Promise<Readonly<Record<string, string>>> {
  const { $ } = await visitor.get(page);
  return Object.fromEntries(
    $(`form[action$="${form}"] input[type=hidden]`)
      .toArray()
      .map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']),
  );
}

function requests(): Promise<readonly { readonly asked_at: string; readonly status: string }[]> {
  return owner
    .selectFrom('placement_request')
    .select(['asked_at', 'status'])
    .where('pathway', '=', asId<'pathway'>('venter-nadja'))
    .orderBy('status')
    .execute();
}

describe('one who is taken off the list', () => {
  test('is asked about first with what she loses, and goes on where she was when she is put on it again', async () => {
    expect((await aalborg.post(nadjas, wish)).status).toBe(303);
    const [first] = await requests();
    const sent = { ...(await hiddenIn(aalborg, nadjas, '/af-listen')), felt: 'af', 'grund-af': 'moved' };
    const step = await aalborg.post(`${nadjas}/af-listen`, sent);
    expect(step.status).toBe(200);
    expect(step.text).toContain('Der er ikke gemt noget endnu');
    expect(step.text).toContain('Hun har ventet siden');
    expect(step.text).toMatch(/Sættes hun på listen igen senest \d+\. \S+ \d{4}, regnes ventetiden stadig fra/);
    expect((await requests()).filter(({ status }) => status === 'withdrawn')).toHaveLength(0);

    const form = step.$('form[action$="/af-listen"]').serializeArray();
    const off = await aalborg.post(`${nadjas}/af-listen`, Object.fromEntries(form.map(({ name, value }) => [name, value])));
    expect(off.status).toBe(303);
    const page = await aalborg.get(nadjas);
    expect(page.text).toContain('Hun er taget af listen. Sættes hun på igen senest');
    expect(page.$('#naetter').val()).toBe('60');
    expect(page.$('[name=oenske-2]').val()).toBe('lyngborg-lyng');

    const key = page.$('form[action$="/venteliste"] input[name=noegle]').val();
    expect((await aalborg.post(nadjas, { ...wish, noegle: String(key) })).status).toBe(303);
    const both = await requests();
    expect(both).toHaveLength(2);
    for (const { asked_at } of both) expect(asked_at).toBe(first?.asked_at);
    // What was written before stays to be read.
    expect((await aalborg.get(nadjas)).text.match(/Taget af listen/g)?.length).toBe(1);
  });
});
