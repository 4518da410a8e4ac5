/** The program as a process that can be killed: it asks for every woman's place and says on its output what it was told, as soon as it was. */
import { writeSync } from 'node:fs';
import { danishDay, moment } from '../src/domain/time.ts';
import { openDatabase } from '../src/store/database.ts';
import { applicationRole } from '../src/store/migrate.ts';
import { askForPlace, raceWomen } from './race.ts';

const [host = '', database = ''] = process.argv.slice(2);
const db = openDatabase({ host, user: applicationRole, database }, { size: 8 });
const today = danishDay(moment(new Date().toISOString()));
await Promise.all(
  Array.from({ length: raceWomen }, async (_, index) => {
    const outcome = await askForPlace(db, index, today);
    if (outcome.outcome === 'held') writeSync(1, `${outcome.stay}\n`);
  }),
);
await db.destroy();
