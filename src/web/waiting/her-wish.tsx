/** What is wished for her, as it stands. */
import type { JSX } from 'react';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { propertyList } from '../places/words.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs } from '../ui/pieces.tsx';
import { waitingTexts } from './texts.ts';
import { partyText, unitName } from './words.ts';

export function Wished({
  request,
  candidates,
  language,
}: { readonly request: HerRequest } & Pick<HerWaitingMaterial, 'candidates'> & { readonly language: Language }): JSX.Element {
  const say = waitingTexts(language);
  const { needs, units, reach } = request;
  return (
    <Card heading={say('herWish')}>
      <Pairs
        pairs={[
          [say('earliest'), dayText(request.earliest, language)],
          [say('nights'), say('nightsValue', { count: request.nights })],
          [
            say('needs'),
            needs.length === 0
              ? say('noNeeds')
              : propertyList(
                  needs.map(({ property }) => property),
                  language,
                ),
          ],
          [say('party'), partyText(request.party, language)],
          [say('reach'), reach === null ? say('reachAny') : say('reachMinutes', { minutes: reach })],
          [say('wished'), units.length === 0 ? say('wishedAny') : units.map((unit) => unitName(candidates, unit)).join('; ')],
        ]}
      />
    </Card>
  );
}
