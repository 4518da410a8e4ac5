/** The reminders of some units that were given up, and why: nobody is to believe that a unit was asked when it was not. */
import type { JSX } from 'react';
import type { FreshnessRecord } from '../../store/placement-freshness.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { undeliveredTexts } from './undelivered-texts.ts';
import { unitTitle } from './words.ts';

type Props = { readonly records: readonly FreshnessRecord[]; readonly language: Language };

export function UndeliveredReminders({ records, language }: Props): JSX.Element | null {
  const say = undeliveredTexts(language);
  const all = records.flatMap((record) => record.undelivered.map((one) => ({ record, one })));
  if (all.length === 0) return null;
  return (
    <Card heading={say('heading')}>
      <p>{say('intro')}</p>
      <div className="stacked labelled">
        <Sheet caption={say('heading')}>
          <thead>
            <tr>
              <th scope="col">{say('unit')}</th>
              <th scope="col">{say('written')}</th>
              <th scope="col">{say('to')}</th>
              <th scope="col">{say('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ record, one: { to, written, ended, attempts, reason, code } }) => (
              <tr key={`${record.unit.id} ${written}`}>
                <th scope="row">{unitTitle(record)}</th>
                <td data-label={say('written')}>{momentText(written, language)}</td>
                <td data-label={say('to')}>{to}</td>
                <td data-label={say('reason')}>
                  {say(reason)} (
                  {[say('attempts', { attempts, ended: momentText(ended, language) }), code === null ? null : say('code', { code })]
                    .filter((part) => part !== null)
                    .join('; ')}
                  )
                </td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </div>
    </Card>
  );
}
