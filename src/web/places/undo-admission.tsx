/** The unit's page for an admission that was written by mistake: what putting it right would mean, and the act. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { type AdmissionUndone, admissionPutRightUntil } from '../../domain/placement/undo-admission.ts';
import type { Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { seeUndoAdmission, undoAdmissionOf } from '../../store/placement-undo-admission.ts';
import type { WebContext } from '../context.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { stayAddress } from './addresses.ts';
import { putRightTexts } from './put-right-texts.ts';
import { undoAdmissionTexts } from './undo-admission-texts.ts';
import { wordTakenBack } from './units-word-pages.tsx';

const to = 'indskriv/ret';

/** The way to put an admission right, for as long as it can be. */
export function UndoAdmissionLink({ stay, now, language }: LinkProps): JSX.Element | null {
  if (stay.cameBy === null) return null;
  const { until } = admissionPutRightUntil(stay.cameBy.recorded);
  if (now > until) return null;
  return (
    <p>
      <a href={`${stayAddress(stay.id)}/${to}`}>{undoAdmissionTexts(language)('link', { until: momentText(until, language) })}</a>
    </p>
  );
}

type LinkProps = { readonly stay: StayWithName; readonly now: Moment; readonly language: Language };

export const undoAdmissionPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  wordTakenBack<AdmissionUndone>(app, context, {
    to,
    see: seeUndoAdmission,
    act: undoAdmissionOf,
    said(stay, answer, language) {
      const say = undoAdmissionTexts(language);
      if (answer.outcome !== 'admission-undone') return { heading: say('heading'), sentences: [cannotText(answer, language)], form: null };
      const form = { label: say('why'), submit: say('save'), quiet: untilText(stay, language) };
      return { heading: say('heading'), sentences: followsOf(stay, answer, language), form };
    },
    receipt: ({ calledName: name }, answer, language) =>
      answer.outcome === 'admission-undone'
        ? undoAdmissionTexts(language)('done', { name, arrival: dayText(answer.nights.arrival, language) })
        : null,
    whyMissing: (language) => putRightTexts(language)('fault.why'),
  });
};

type Undone = Extract<AdmissionUndone, { readonly outcome: 'admission-undone' }>;

function followsOf({ calledName: name }: StayWithName, { nights }: Undone, language: Language): readonly string[] {
  const say = undoAdmissionTexts(language);
  const days = { arrival: dayText(nights.arrival, language), departure: dayText(nights.departure, language) };
  return [say('follows', { name, ...days }), say('again'), say('counts')];
}

function cannotText(answer: Exclude<AdmissionUndone, Undone>, language: Language): string {
  return undoAdmissionTexts(language)(`cannot.${answer.outcome}`, {
    until: answer.outcome === 'too-late' ? momentText(answer.until, language) : '',
    from: answer.outcome === 'place-taken' ? dayText(answer.from, language) : '',
  });
}

function untilText({ cameBy }: StayWithName, language: Language): string {
  if (cameBy === null) return '';
  return undoAdmissionTexts(language)('until', { until: momentText(admissionPutRightUntil(cameBy.recorded).until, language) });
}
