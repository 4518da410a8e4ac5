/** On her own page: whether the help is meant for her, criterion by criterion, with the reason that was written to each. */
import type { JSX } from 'react';
import { criteriaOf2019 } from '../../domain/pathway/criteria.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { dayText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { ownReasonTexts } from './own-reasons.ts';

const texts = catalogue(
  {
    'question.pregnant-harmful-use': 'Er du gravid, og bruger du rusmidler på en måde, der kan skade?',
    'question.social-problems': 'Har du også andre vanskeligheder, for eksempel ingen bolig, eller at du har det svært psykisk?',
    'question.not-held-outpatient': 'Er den hjælp, du kan få uden at flytte ind et sted, for lidt til at holde kontakten og hjælpe dig?',
    'question.needs-residential': 'Har du brug for et ophold, hvor du er skærmet og får behandling og støtte samme sted?',
    'question.profits-from-outpatient': 'Får du nok ud af den hjælp, du kan få uden at flytte ind et sted?',
    heading: 'Om tilbuddet er for dig',
    intro: 'Her er svaret på, om tilbuddet er for dig, skrevet {day}. Er noget forkert, så sig det til din koordinator.',
    line: '{question} {answer}.',
    because: 'Begrundelse: {reason}',
    noReason: 'Der er ikke skrevet en begrundelse.',
    judged: '{name} har vurderet det {day}: {reason}',
  },
  {
    'question.pregnant-harmful-use': 'Are you pregnant, and do you use substances in a way that can harm?',
    'question.social-problems': 'Do you also have other difficulties, such as no home, or that you are mentally unwell?',
    'question.not-held-outpatient': 'Is the help you can get without moving in somewhere too little to keep the contact and help you?',
    'question.needs-residential': 'Do you need a stay where you are shielded and get treatment and support in one place?',
    'question.profits-from-outpatient': 'Do you get enough from the help you can get without moving in somewhere?',
    heading: 'What was answered about you',
    intro: 'This is the answer to whether the offer is for you, written {day}. If something is wrong, tell your coordinator.',
    line: '{question} {answer}.',
    because: 'Reason: {reason}',
    noReason: 'No reason was written.',
    judged: '{name} judged it on {day}: {reason}',
  },
);

export function OwnCriteria({
  pathway: { targetGroup },
  language,
}: {
  readonly pathway: Pathway;
  readonly language: Language;
}): JSX.Element | null {
  if (targetGroup === null) return null;
  const [say, hers] = [texts(language), ownReasonTexts(language)];
  const { on, answers, judged } = targetGroup;
  const answered = criteriaOf2019.criteria.flatMap(({ id }) => {
    const given = answers[id];
    return given ? [{ id, given }] : [];
  });
  if (answered.length === 0 && judged === null) return null;
  return (
    <Card heading={say('heading')}>
      <p>{say('intro', { day: dayText(on, language) })}</p>
      <ul className="plain-list">
        {answered.map(({ id, given }) => (
          <li key={id}>
            <p>
              <strong>{say('line', { question: say(`question.${id}`), answer: hers(`criterion.${given.answer}`) })}</strong>
            </p>
            <p>{given.reason === '' ? say('noReason') : say('because', { reason: given.reason })}</p>
          </li>
        ))}
      </ul>
      {judged && <p>{say('judged', { name: judged.byName, day: dayText(judged.on, language), reason: judged.reason })}</p>}
    </Card>
  );
}
