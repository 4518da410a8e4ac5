/** Loads the call of 2019 with the answers of all 98 municipalities. The call still takes answers, so that one can change one and see it. */
import { answers2019 } from '../domain/call/answers-2019.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { asId } from '../domain/id.ts';
import { nobodysUser } from '../domain/trail.ts';
import { startOfDanishDay } from '../domain/time.ts';
import { answerColumns, regionIn } from '../store/call.ts';
import type { Database } from '../store/database.ts';

export async function loadCall(tx: Database): Promise<void> {
  await tx
    .insertInto('call')
    .values({ id: call2019.id, status: 'answered', reported_on: null, last_sequence: answers2019.length })
    .execute();
  await tx
    .insertInto('call_answer')
    .values(
      answers2019.map((answer) => {
        const region = regionIn(answer.municipality, call2019.answerBy);
        if (region === null) throw new Error(`there is no municipality ${answer.municipality}`);
        return answerColumns(answer, region, 1);
      }),
    )
    .execute();
  await tx
    .insertInto('call_fact')
    .values(
      answers2019.map((answer, index) => ({
        call: answer.call,
        sequence: index + 1,
        happened: answer.answeredOn,
        recorded: startOfDanishDay(answer.answeredOn),
        by_user: nobodysUser,
        by_name: answer.answeredBy,
        capacity: 'care-decider' as const,
        organisation: asId<'organisation'>(`kom-${answer.municipality}`),
        organisation_name: 'Opdigtet svar',
        type: 'answered' as const,
        municipality: answer.municipality,
        region: regionIn(answer.municipality, call2019.answerBy),
        data: JSON.stringify(answer),
      })),
    )
    .execute();
}
