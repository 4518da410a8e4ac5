/** The list of the pathways that an organisation takes part in. */
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { missingOn, nextStep } from '../../domain/pathway/next-step.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { Actor } from '../../domain/trail.ts';
import { type ListPage, pageLength } from '../../store/pathway.ts';
import type { Language } from '../ui/language.ts';
import type { Crumb } from '../ui/layout.tsx';
import { Paging } from '../ui/paging.tsx';
import { Sheet } from '../ui/pieces.tsx';
import { pathwayAddress } from './addresses.ts';
import { missingText, stepText } from './step-text.ts';
import { pathwayTexts } from './texts.ts';
import { ByText, LevelTag, SmallBand } from './top.tsx';

type Props = { readonly list: ListPage; readonly party: string; readonly now: Moment; readonly language: Language };

export function PathwayList({ list, party, now, language }: Props): JSX.Element {
  const say = pathwayTexts(language);
  const { listed, total, page, ended } = list;
  const toggle = <a href={listAddress(1, !ended)}>{say(ended ? 'hideEnded' : 'showEnded')}</a>;
  if (listed.length === 0) {
    return (
      <>
        <p>{say(ended ? 'none' : 'noneGoing')}</p>
        <p>{toggle}</p>
      </>
    );
  }
  return (
    <>
      <p>
        {say('listIntro', { party })} {toggle}
      </p>
      <div className="stacked">
        <Sheet caption={say('listCaption', { count: total })}>
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('pregnancy')}</th>
              <th scope="col">{say('level')}</th>
              <th scope="col">{say('next')}</th>
              <th scope="col">{say('by')}</th>
              <th scope="col">{say('missing')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ id, pathway }) => {
              const next = nextStep(pathway);
              const missing = missingOn(pathway);
              return (
                <tr key={id}>
                  <th scope="row">
                    <a href={pathwayAddress(id)}>{pathway.calledName}</a>
                  </th>
                  <td className="band-cell" data-label={say('pregnancy')}>
                    <SmallBand pathway={pathway} today={danishDay(now)} language={language} />
                  </td>
                  <td data-label={say('level')}>
                    <LevelTag pathway={pathway} language={language} />
                  </td>
                  <td data-label={say('next')}>{next ? stepText(next, pathway, language) : '–'}</td>
                  <td className="by-cell" data-label={say('by')}>
                    {next ? <ByText by={next.by} now={now} language={language} short /> : '–'}
                  </td>
                  <td data-label={say('missing')}>
                    {missing.length === 0
                      ? say('nothingMissing')
                      : missing.map((thing) => missingText(thing, pathway, language)).join(', ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Sheet>
      </div>
      <Paging page={page} pageLength={pageLength} total={total} addressOf={(other) => listAddress(other, ended)} language={language} />
      <p className="quiet">{say('agreedLegend')}</p>
    </>
  );
}

function listAddress(page: number, ended: boolean): string {
  const query = new URLSearchParams();
  if (ended) query.set('afsluttede', 'ja');
  if (page > 1) query.set('side', String(page));
  return query.size === 0 ? '/forloeb' : `/forloeb?${query.toString()}`;
}

/** The way back to the list, for those who have one. */
export function listCrumb(actor: Actor | null, language: Language): readonly Crumb[] {
  return actor && may(actor, 'pathway:list') ? [{ href: '/forloeb', text: pathwayTexts(language)('pathways') }] : [];
}
