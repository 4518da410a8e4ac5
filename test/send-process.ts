/** The sender of reminders as a process that can be killed: it sends what lies in the outbox once, and says how many were delivered. */
import { writeSync } from 'node:fs';
import { moment } from '../src/domain/time.ts';
import { sendDueReminders } from '../src/jobs/send-reminders.ts';
import { smtpDelivery } from '../src/jobs/smtp.ts';
import { openDatabase } from '../src/store/database.ts';
import { applicationRole } from '../src/store/migrate.ts';

const [host = '', database = '', port = ''] = process.argv.slice(2);
const db = openDatabase({ host, user: applicationRole, database }, { size: 2 });
const now = () => moment(new Date().toISOString());
const deliver = smtpDelivery({ url: `smtp://127.0.0.1:${port}`, from: 'samlob@region.invalid' }, now);
writeSync(1, `${await sendDueReminders({ db, now, deliver, tell: (sentence) => void writeSync(2, `${sentence}\n`) })}\n`);
await db.destroy();
