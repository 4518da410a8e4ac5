/** What is wished for her, as it stands. */
import type { JSX } from 'react';
import { type HerNeeds, needsDifference } from '../../domain/placement/her-needs.ts';
import type { Need } from '../../domain/placement/needs.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { herNeedsTexts } from '../places/her-needs-texts.ts';
import { propertyList } from '../places/words.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs } from '../ui/pieces.tsx';
import { waitingTexts } from './texts.ts';
import { partyText, unitName } from './words.ts';

export function Wished({
  request,
  written,
  candidates,
  language,
}: {
  readonly request: HerRequest;
  /** Her needs as they are written by themselves. */
  readonly written: HerNeeds | null;
  readonly language: Language;
} & Pick<HerWaitingMaterial, 'candidates'>): JSX.Element {
  const say = waitingTexts(language);
  const { needs, units, reach } = request;
  const differs = written !== null && needsDifference(needs, written.needs) !== null;
  return (
    <Card heading={say('herWish')}>
      <Pairs
        pairs={[
          [say('earliest'), dayText(request.earliest, language)],
          [say('nights'), say('nightsValue', { count: request.nights })],
          [say('needs'), needsText(needs, say('noNeeds'), language)],
          [say('party'), partyText(request.party, language)],
          [say('reach'), reach === null ? say('reachAny') : say('reachMinutes', { minutes: reach })],
          [say('wished'), units.length === 0 ? say('wishedAny') : units.map((unit) => unitName(candidates, unit)).join('; ')],
        ]}
      />
      {differs && <p>{herNeedsTexts(language)('later', { needs: needsText(written.needs, herNeedsTexts(language)('none'), language) })}</p>}
    </Card>
  );
}

function needsText(needs: readonly Need[], none: string, language: Language): string {
  return needs.length === 0
    ? none
    : propertyList(
        needs.map(({ property }) => property),
        language,
      );
}
