/** The woman's own page, in words to her: where things stand, who takes part, what she has answered, who has read it. */
import type { JSX } from 'react';
import { legalBases } from '../../domain/legal-basis.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { ListedPathway } from '../../store/pathway.ts';
import type { PathwayReader } from '../../store/pathway-parties.ts';
import { loginTexts } from '../login/texts.ts';
import { Band } from '../ui/band.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { formTexts } from './form-texts.ts';
import { ownTexts } from './own-texts.ts';
import { pathwayTexts } from './texts.ts';
import { pregnancyText, weekText } from './top.tsx';
import { wordTexts } from './word-texts.ts';

export type OwnPathway = ListedPathway & { readonly readers: readonly PathwayReader[] };

type Props = { readonly own: readonly OwnPathway[]; readonly now: Moment; readonly language: Language };

export function OwnPathways({ own, now, language }: Props): JSX.Element {
  const say = ownTexts(language);
  if (own.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      <p>{say('intro')}</p>
      {own.map(({ id, pathway, readers }) => (
        <div key={id}>
          <Now pathway={pathway} now={now} language={language} />
          <Card heading={say('who')}>
            <p>{pathway.coordinator ? say('coordinator', { name: pathway.coordinator.name }) : say('noCoordinator')}</p>
            <Pairs pairs={pathway.team.map(({ name, task }) => [name, task] as const)} />
          </Card>
          <Said pathway={pathway} language={language} />
          <Rights pathway={pathway} language={language} />
          <Readers readers={readers} language={language} />
        </div>
      ))}
    </>
  );
}

function Now({ pathway, now, language }: { readonly pathway: Pathway; readonly now: Moment; readonly language: Language }): JSX.Element {
  const [say, page] = [ownTexts(language), pathwayTexts(language)];
  const today = danishDay(now);
  const { dueDate, stay, phase } = pathway;
  return (
    <Card heading={say('now')}>
      <p>{pregnancyText(pathway, today, language)}</p>
      {dueDate && (
        <Band
          dueDate={dueDate.dueDate}
          today={today}
          marks={[]}
          summary={weekText(pathway, today, language)}
          todayText={page('today')}
          size="large"
        />
      )}
      <p>
        <strong>{say(`phase.${phase}`)}</strong>
      </p>
      {stay?.arrival && (phase === 'confirming' || phase === 'arriving') && (
        <p>{say('place', { day: dayText(stay.arrival, language), unit: stay.unitName })}</p>
      )}
    </Card>
  );
}

function Said({ pathway, language }: { readonly pathway: Pathway; readonly language: Language }): JSX.Element {
  const [say, word] = [ownTexts(language), wordTexts(language)];
  const said = pathway.cascades.flatMap(({ level, answers }) => answers.map((answer) => ({ ...answer, level })));
  return (
    <Card heading={say('said')}>
      {said.length === 0 && <p>{say('saidNone')}</p>}
      <ul className="plain-list">
        {said.map(({ sequence, on, level, answer, inHerWords }) => (
          <li key={sequence}>
            {say('saidLine', { day: dayText(on, language), level: word(`level.${level}`), answer: word(`answer.${answer}`) })}
            {inHerWords && ` · «${inHerWords}»`}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Rights({ pathway: { decision }, language }: { readonly pathway: Pathway; readonly language: Language }): JSX.Element {
  const say = ownTexts(language);
  const complaint = decision?.legalBasis ? legalBases[decision.legalBasis].complaint : null;
  return (
    <Card heading={say('rights')}>
      <p>{say('voluntary')}</p>
      {complaint && <p>{say('complain', { complaint: formTexts(language)(`complaint.${complaint}`) })}</p>}
    </Card>
  );
}

function Readers({ readers, language }: { readonly readers: readonly PathwayReader[]; readonly language: Language }): JSX.Element {
  const [say, role] = [ownTexts(language), loginTexts(language)];
  if (readers.length === 0) {
    return (
      <Card heading={say('readers')}>
        <p>{say('readersNone')}</p>
      </Card>
    );
  }
  return (
    <Sheet caption={say('readers')}>
      <thead>
        <tr>
          <th scope="col">{say('reader')}</th>
          <th scope="col">{say('role')}</th>
          <th scope="col">{say('lastRead')}</th>
          <th scope="col" className="number">
            {say('times')}
          </th>
        </tr>
      </thead>
      <tbody>
        {readers.map((reader) => (
          <tr key={`${reader.name}${reader.role}`}>
            <th scope="row">{reader.name}</th>
            <td>
              {role(`role.${reader.role}`)}, {reader.organisationName}
            </td>
            <td>{momentText(reader.last, language)}</td>
            <td className="number">{reader.times}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}
