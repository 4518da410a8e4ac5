/** The country's waiting list without names, and the report of fairness: the internal edition, since the counts are small. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { placesOn } from '../../domain/placement/occupancy.ts';
import { bandOf, urgencyBands } from '../../domain/placement/urgency.ts';
import { fairnessOn } from '../../domain/placement/waiting-fairness.ts';
import { waitingListOf } from '../../domain/placement/waiting-list.ts';
import { danishDay, daysBetween } from '../../domain/time.ts';
import { homeOf } from '../../domain/geography/travel.ts';
import { fairnessMaterial, nationalWaitingMaterial, type NationalWaitingMaterial } from '../../store/placement-waiting-read.ts';
import type { WebContext } from '../context.ts';
import { unitTitle } from '../places/words.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { fairnessAddress, nationalWaitingAddress } from './addresses.ts';
import { Fairness } from './fairness.tsx';
import { waitingTexts } from './texts.ts';

export const nationalWaitingPages: FastifyPluginAsync<WebContext> = async (app, { db, places }) => {
  app.get(nationalWaitingAddress, { config: { permission: 'report:internal' } }, async (request, reply) => {
    const { language } = request;
    const material = await nationalWaitingMaterial(db, request.permit(), places);
    return reply.page({ title: waitingTexts(language)('nationalTitle'), content: <National material={material} language={language} /> });
  });

  app.get(fairnessAddress, { config: { permission: 'report:internal' } }, async (request, reply) => {
    const { language } = request;
    const say = waitingTexts(language);
    const material = await fairnessMaterial(db, request.permit(), places);
    const report = fairnessOn(material, danishDay(material.now));
    return reply.page({
      title: say('fairnessTitle'),
      crumbs: [{ href: nationalWaitingAddress, text: say('nationalTitle') }],
      content: <Fairness report={report} candidates={material.candidates} today={danishDay(material.now)} language={language} />,
    });
  });
};

function National({ material, language }: { readonly material: NationalWaitingMaterial; readonly language: Language }): JSX.Element {
  const say = waitingTexts(language);
  const { requests, candidates, now } = material;
  const today = danishDay(now);
  const onList = requests.filter(({ status }) => status !== 'accepted');
  return (
    <>
      <p>{say('nationalIntro')}</p>
      <p>
        <strong>
          {say('nationalTotal', { count: onList.length, offered: onList.filter(({ status }) => status === 'offered').length })}
        </strong>{' '}
        <a href={fairnessAddress}>{say('fairnessLink')}</a>
      </p>
      <div className="stacked labelled">
        <Sheet caption={say('nationalCaption')}>
          <thead>
            <tr>
              <th scope="col">{say('unit')}</th>
              <th scope="col" className="number">
                {say('all')}
              </th>
              {urgencyBands.map((band) => (
                <th key={band} scope="col" className="number">
                  {say(`band.${band}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {say('longest')}
              </th>
              <th scope="col" className="number">
                {say('freeTonight')}
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((candidate) => {
              const list = waitingListOf(requests, candidate, homeOf, today, now);
              const waited = list.map(({ request }) => daysBetween(request.urgency.askedOn, today));
              const free = placesOn(candidate.unit, candidate.occupations, today, now).filter(({ block }) => block === null).length;
              return (
                <tr key={candidate.unit.id}>
                  <th scope="row">{unitTitle(candidate)}</th>
                  <td className="number" data-label={say('all')}>
                    {list.length}
                  </td>
                  {urgencyBands.map((band) => (
                    <td key={band} className="number" data-label={say(`band.${band}`)}>
                      {list.filter(({ urgency }) => bandOf(urgency.score) === band).length}
                    </td>
                  ))}
                  <td className="number" data-label={say('longest')}>
                    {waited.length === 0 ? say('nobody') : say('days', { count: Math.max(...waited) })}
                  </td>
                  <td className="number" data-label={say('freeTonight')}>
                    {free}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Sheet>
      </div>
    </>
  );
}
