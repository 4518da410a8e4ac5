/** The next steps of women's pathways on the work list: who, what, by when, and what she is to be asked beside it. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { stepOfContact, stepOfHerAnswer, stepOfList } from '../../domain/pathway/next-step.ts';
import { movingOf } from '../../domain/pathway/transfer.ts';
import type { WorkGroup, WorkItem } from '../../domain/pathway/work.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { ListedPathway } from '../../store/pathway.ts';
import type { RefusedPlace } from '../../store/placement-at-work.ts';
import type { NoesToHer } from '../../store/placement-waiting-noes.ts';
import type { waitingOf } from '../../store/placement-waiting-work.ts';
import { actionAddress, pathwayAddress } from '../pathways/addresses.ts';
import { stepText, stepTexts } from '../pathways/step-text.ts';
import { ByText, doneByText, LevelTag, movingText, SmallBand } from '../pathways/top.tsx';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { NoesToOne } from '../waiting/noes.tsx';
import { WaitsForPlace } from '../waiting/waits.tsx';
import { countTexts } from './count-texts.ts';
import { refusedText } from './places-at-work.tsx';
import { workTexts } from './texts.ts';

export type StepsProps = {
  readonly group: WorkGroup;
  readonly items: readonly WorkItem<ListedPathway>[];
  /** The latest no to each who seeks a place. */
  readonly refusals: ReadonlyMap<Id<'pathway'>, RefusedPlace>;
  /** Those who wait for a place, by pathway. */
  readonly waiting: Awaited<ReturnType<typeof waitingOf>>;
  /** The noes of units to those who wait, by pathway. */
  readonly noes: ReadonlyMap<Id<'pathway'>, NoesToHer>;
  readonly now: Moment;
  readonly language: Language;
};

export function Steps({ group, items, refusals, waiting, noes, now, language }: StepsProps): JSX.Element {
  const say = workTexts(language);
  return (
    <Sheet caption={countTexts(language)('stepsCaption', { count: items.length })}>
      <thead>
        <tr>
          <th scope="col">{say('who')}</th>
          <th scope="col">{say('pregnancy')}</th>
          <th scope="col">{say('level')}</th>
          <th scope="col">{say('next')}</th>
          <th scope="col">{say('by')}</th>
          {group === 'others' && <th scope="col">{say('waitsFor')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.listed.id} item={item} {...{ refusals, waiting, noes }} group={group} now={now} language={language} />
        ))}
      </tbody>
    </Sheet>
  );
}

function Row({
  item: { listed, next },
  refusals,
  waiting,
  noes,
  group,
  now,
  language,
}: Omit<StepsProps, 'items'> & { readonly item: WorkItem<ListedPathway> }): JSX.Element {
  const { id, pathway } = listed;
  const say = workTexts(language);
  const action = stepText(next, pathway, language);
  const there = next.action === 'admit' ? movingOf(pathway) : null;
  // What she is to be asked stands beside the next step.
  const beside = [stepOfHerAnswer(pathway), stepOfList(pathway), stepOfContact(pathway)]
    .filter((step) => step !== null)
    .filter(({ action: asked }) => asked !== next.action);
  const refused = refusals.get(id);
  const waits = waiting.get(id);
  const said = noes.get(id);
  return (
    <tr>
      <th scope="row">
        <a href={pathwayAddress(id)}>{pathway.calledName}</a>
      </th>
      <td className="band-cell" data-label={say('pregnancy')}>
        <SmallBand pathway={pathway} today={danishDay(now)} language={language} />
      </td>
      <td data-label={say('level')}>
        <LevelTag pathway={pathway} language={language} />
      </td>
      <td data-label={say('next')}>
        {group === 'others' ? action : <a href={actionAddress(id, next.action)}>{action}</a>}
        {beside.map((hers) => (
          <div key={hers.action} className="quiet">
            {stepTexts(language)('hers')}{' '}
            {group === 'others' ? (
              stepText(hers, pathway, language)
            ) : (
              <a href={actionAddress(id, hers.action)}>{stepText(hers, pathway, language)}</a>
            )}
          </div>
        ))}
        {refused && <div className="quiet">{refusedText(refused, now, language)}</div>}
        {said && <NoesToOne noes={said} now={now} language={language} />}
        {waits && !waits.isOffered && <WaitsForPlace waiting={waits} pathway={id} language={language} />}
      </td>
      <td className="by-cell" data-label={say('by')}>
        <ByText by={next.by} now={now} language={language} short />
      </td>
      {group === 'others' && (
        <td data-label={say('waitsFor')}>{there ? movingText('leaderThere', there, language) : doneByText(next, language)}</td>
      )}
    </tr>
  );
}
