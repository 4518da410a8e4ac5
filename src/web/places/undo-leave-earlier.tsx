/** The unit's page for taking back that she leaves earlier: what it would mean, and the act. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import type { StaysAsAgreed } from '../../domain/placement/undo-leave-earlier.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { seeStayAsAgreed, stayAsAgreedOf } from '../../store/placement-undo-leave-earlier.ts';
import type { WebContext } from '../context.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { stayAddress } from './addresses.ts';
import { leaveEarlierTexts } from './leave-earlier-texts.ts';
import { blockSentence } from './stay-words.ts';
import { wordTakenBack } from './units-word-pages.tsx';

const to = 'rejser-tidligere/tilbage';

/** The day that was agreed beside the one that the unit wrote, and the way to take that back until it comes. */
export function AgreedDeparture({ stay, manages, now, language }: AgreedProps): JSX.Element | null {
  if (stay.saidToLeave === null || stay.saidToLeave.agreed <= stay.nights.departure) return null;
  const say = leaveEarlierTexts(language);
  const days = { agreed: dayText(stay.saidToLeave.agreed, language), day: dayText(stay.nights.departure, language) };
  return (
    <p>
      {say('agreed')}: {say('agreedLine', days)}{' '}
      {manages && stay.nights.departure > danishDay(now) && <a href={`${stayAddress(stay.id)}/${to}`}>{say('backLink', days)}</a>}
    </p>
  );
}

type AgreedProps = { readonly stay: StayWithName; readonly manages: boolean; readonly now: Moment; readonly language: Language };

export const undoLeaveEarlierPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  wordTakenBack<StaysAsAgreed>(app, context, {
    to,
    see: seeStayAsAgreed,
    act: stayAsAgreedOf,
    said(stay, answer, language) {
      const say = leaveEarlierTexts(language);
      const heading = say('backHeading');
      if (answer.outcome !== 'stays-as-agreed') return { heading, sentences: cannotOf(answer, language), form: null };
      const days = { agreed: dayText(answer.nights.departure, language), day: dayText(stay.nights.departure, language) };
      return {
        heading,
        sentences: [say('backFollows', { name: stay.calledName, ...days }), say('backCounts', days)],
        form: { label: say('backWhy'), submit: say('backSave', days), quiet: '' },
      };
    },
    receipt: ({ calledName: name }, answer, language) =>
      answer.outcome === 'stays-as-agreed'
        ? leaveEarlierTexts(language)('backDone', { name, agreed: dayText(answer.nights.departure, language) })
        : null,
    whyMissing: (language) => leaveEarlierTexts(language)('fault.why'),
  });
};

function cannotOf(answer: Exclude<StaysAsAgreed, { readonly outcome: 'stays-as-agreed' }>, language: Language): readonly string[] {
  const first = leaveEarlierTexts(language)(`cannot.${answer.outcome}`);
  if (answer.outcome !== 'not-free') return [first];
  return [first, ...answer.blocks.map((block) => blockSentence(answer.place, block, language))];
}
