/** What is wished for her, as it stands. */
import type { JSX } from 'react';
import { comesWithBaby, type HerNeeds, needsDifference } from '../../domain/placement/her-needs.ts';
import type { Need } from '../../domain/placement/needs.ts';
import { nightsFrom } from '../../domain/placement/nights.ts';
import type { OnList } from '../../domain/pathway/her-list-answer.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { listAnswerTexts } from '../pathways/list-answer-words.ts';
import { herNeedsTexts } from '../places/her-needs-texts.ts';
import { needList } from '../places/need-words.ts';
import { propertyList } from '../places/words.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs } from '../ui/pieces.tsx';
import { lengthTexts } from './length-texts.ts';
import { type HerBirth, lengthLaterText, lengthUntilText } from './length-words.ts';
import { waitingTexts } from './texts.ts';
import { partyText, unitName } from './words.ts';

/** That nobody has asked her about the list, that nothing is written of it, or that she has said no to it: it stops nothing, and is said. Nothing where she has said yes. */
export function SaysToList({
  pathway: { onList },
  language,
}: {
  readonly pathway: Pick<Pathway, 'onList'>;
  readonly language: Language;
}): JSX.Element | null {
  if (onList?.answer === 'yes') return null;
  return (
    <Alert tone="attention">
      <p>{listAnswerTexts(language)(onList === undefined ? 'askUnwritten' : onList.answer === 'no' ? 'saidNo' : 'ask')}</p>
    </Alert>
  );
}

export function Wished({
  request,
  onList,
  written,
  her,
  candidates,
  language,
}: {
  readonly request: HerRequest;
  /** What she says to the list; null where nobody wrote it. */
  readonly onList: OnList | null;
  /** Her needs as they are written by themselves. */
  readonly written: HerNeeds | null;
  /** The birth as her pathway has it. */
  readonly her: HerBirth;
  readonly language: Language;
} & Pick<HerWaitingMaterial, 'candidates'>): JSX.Element {
  const [say, list] = [waitingTexts(language), listAnswerTexts(language)];
  const { needs, units, reach } = request;
  const differs = written !== null && needsDifference(needs, written.needs) !== null;
  // While a place is offered her wish is as it was found by: who comes follows from her needs as they are now.
  const withBaby = comesWithBaby({ needs: written?.needs ?? needs, party: request.party }, her.bornOn);
  const later = request.status === 'waiting' ? null : lengthLaterText(request, her, language);
  return (
    <Card heading={say('herWish')}>
      <Pairs
        pairs={[
          [say('earliest'), dayText(request.earliest, language)],
          [lengthTexts(language)('length'), lengthUntilText(request, her, language)],
          [say('needs'), needs.length === 0 ? say('noNeeds') : needList(needs, nightsFrom(request.earliest, request.nights), language)],
          [say('party'), partyText(request.party, withBaby, language)],
          [list('said'), onList === null ? list('unsaid') : list(`told.${onList.answer}`)],
          [
            list('way'),
            reach !== null ? say('reachMinutes', { minutes: reach }) : list(onList?.longestWay === null ? 'wayAny' : 'wayNotAsked'),
          ],
          [say('wished'), units.length === 0 ? say('wishedAny') : units.map((unit) => unitName(candidates, unit)).join('; ')],
        ]}
      />
      {differs && <p>{laterText(written, language)}</p>}
      {later !== null && <p>{later}</p>}
    </Card>
  );
}

function laterText({ needs }: HerNeeds, language: Language): string {
  const say = herNeedsTexts(language);
  return needs.length === 0 ? say('laterNone') : say('later', { needs: needsText(needs, language) });
}

function needsText(needs: readonly Need[], language: Language): string {
  return propertyList(
    needs.map(({ property }) => property),
    language,
  );
}
