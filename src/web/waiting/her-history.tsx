/** All that was done to her request and to her earlier ones, the newest first: when, what, and by whom. */
import type { JSX } from 'react';
import { nobodysUser } from '../../domain/trail.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { waitingTexts } from './texts.ts';
import { eventText } from './words.ts';

export function History({
  request,
  candidates,
  readsRefusal,
  language,
}: { readonly request: HerRequest; readonly readsRefusal: boolean } & Pick<HerWaitingMaterial, 'candidates'> & {
    readonly language: Language;
  }): JSX.Element {
  const say = waitingTexts(language);
  return (
    <div className="stacked">
      <Sheet caption={say('history')}>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('event')}</th>
            <th scope="col">{say('who')}</th>
          </tr>
        </thead>
        <tbody>
          {[...request.earlier, ...request.events].toReversed().map((event) => (
            <tr key={`${event.request} ${event.sequence}`}>
              <td data-label={say('when')}>{momentText(event.recorded, language)}</td>
              <td data-label={say('event')}>{eventText(event, candidates, readsRefusal, language)}</td>
              <td data-label={say('who')}>
                {event.by_user === nobodysUser ? event.by_name : `${event.by_name}, ${event.organisation_name}`}
              </td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}
