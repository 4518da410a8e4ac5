/** The owner sets who may see a scenario, and restores an earlier version; the published ones are read by those who do not plan. */
import type { FastifyPluginAsync } from 'fastify';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import { sightActs } from '../../domain/planning/lab/scenario-sight.ts';
import { danishDay } from '../../domain/time.ts';
import { readScenarioHistory, saveScenario } from '../../store/planning.ts';
import { readPublishedScenarios, readScenarioOwned, setScenarioSight } from '../../store/planning-sight.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { momentText } from '../ui/format.ts';
import { planAddress, publishAddress, publishedAddress, scenariosAddress } from './addresses.ts';
import { answerFileTypes, sendAnswer } from './answer-files.tsx';
import type { PlanAnswers } from './answers.ts';
import { ObservedBeside, readObserved } from './observed-beside.tsx';
import { savedAs } from './proposals.ts';
import { PublishPage, publishChanged, publishTitle, readField } from './publish-page.tsx';
import { ScenarioAnswer, scenarioAnswer, scenarioDocument } from './scenario-answer.tsx';
import { ScenarioContent } from './scenario-content.tsx';
import { planTexts, scenarioTexts } from './texts.ts';
import { isHeldStill } from './waiting.tsx';

type One = { Params: { scenario: string } };

export const sharingPages: FastifyPluginAsync<WebContext & { readonly answers: PlanAnswers }> = async (
  app,
  { db, newId, now, answers },
) => {
  app.post<One>(`${scenariosAddress}/:scenario/syn`, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const { params, language, body } = request;
    const say = scenarioTexts(language);
    const fields = fieldsOf(body);
    const act = sightActs.find((one) => one === fields.text('syn'));
    const read = /^\d{1,6}$/.exec(fields.text(readField))?.[0];
    const change = act && (await setScenarioSight(db, request.permit(), params.scenario, act, read === undefined ? null : Number(read)));
    if (!change) return reply.callNotFound();
    const address = `${scenariosAddress}/${params.scenario}`;
    switch (change.outcome) {
      case 'changed':
        return reply.done(address, say(`sight.now.${change.sight}`));
      case 'already-so':
        return reply.done(address, say('sight.already'));
      case 'not-yours':
        return reply.done(address, say('notYours'), 'attention');
      case 'to-be-read':
        return read === undefined
          ? reply.redirect(publishAddress(params.scenario), 303)
          : reply.done(publishAddress(params.scenario), publishChanged(language), 'attention');
    }
  });

  app.get<One>(publishAddress(':scenario'), { config: { permission: 'plan:make' } }, async (request, reply) => {
    const { params, language, actor } = request;
    const shown = savedAs(await readScenarioHistory(db, request.permit(), params.scenario), undefined);
    const owned = await readScenarioOwned(db, request.permit(), params.scenario);
    if (!shown || !owned || owned.owner !== actor?.organisation.id) return reply.callNotFound();
    if (owned.sight === 'published') return reply.done(`${scenariosAddress}/${params.scenario}`, scenarioTexts(language)('sight.already'));
    return reply.page({
      title: publishTitle(shown, language),
      crumbs: [
        { href: planAddress, text: planTexts(language)('title') },
        { href: scenariosAddress, text: scenarioTexts(language)('title') },
        { href: `${scenariosAddress}/${shown.scenario}`, text: shown.title },
      ],
      content: <PublishPage shown={shown} language={language} />,
    });
  });

  app.post<One>(`${scenariosAddress}/:scenario/gendan`, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const { params, language, body } = request;
    const say = scenarioTexts(language);
    const fields = fieldsOf(body);
    const earlier = savedAs(await readScenarioHistory(db, request.permit(), params.scenario), fields.text('version'));
    if (!earlier) return reply.callNotFound();
    const saved = await saveScenario(db, request.permit(), {
      scenario: params.scenario,
      after: Number(/^\d{1,6}$/.exec(fields.text('efter-version'))?.[0] ?? '0'),
      formKey: formKey(fields, newId),
      title: earlier.title,
      content: earlier.content,
      note: say('restored', { version: earlier.version }),
    });
    const address = `${scenariosAddress}/${params.scenario}`;
    switch (saved.outcome) {
      case 'saved':
        return reply.done(address, say('restoredDone', { from: earlier.version, version: saved.version }));
      case 'somebody-was-faster':
        return reply.done(address, say('restoreFaster', { version: saved.newest.version, who: saved.newest.byName }), 'attention');
      case 'not-yours':
        return reply.done(address, say('notYours'), 'attention');
    }
  });

  app.get(publishedAddress, { config: { permission: 'plan:published' } }, async (request, reply) => {
    const { language } = request;
    const say = scenarioTexts(language);
    const published = await readPublishedScenarios(db, request.permit());
    return reply.page({
      title: say('published.title'),
      content: (
        <>
          <p>{say('published.intro')}</p>
          {published.length === 0 && <p>{say('published.none')}</p>}
          <ul className="bare plan-list">
            {published.map(({ scenario, title, byName, organisationName, recorded }) => (
              <li key={scenario}>
                <a href={`${publishedAddress}/${scenario}`}>{title}</a>{' '}
                <span className="quiet">
                  {say('savedBy', { who: byName, where: organisationName, when: momentText(recorded, language) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ),
    });
  });

  app.get<One>(`${publishedAddress}/:scenario`, { config: { permission: 'plan:published' } }, async (request, reply) => {
    const { language, params } = request;
    const published = await readPublishedScenarios(db, request.permit());
    const shown = published.find(({ scenario }) => scenario === params.scenario);
    if (!shown) return reply.callNotFound();
    const answered = await scenarioAnswer(answers, shown);
    return reply.page({
      title: shown.title,
      crumbs: [{ href: publishedAddress, text: scenarioTexts(language)('published.title') }],
      content: (
        <>
          <ScenarioAnswer
            answered={answered}
            address={`${publishedAddress}/${shown.scenario}`}
            query=""
            isStill={isHeldStill(request.query)}
            rule={roomRuleOn(danishDay(now()))}
            mayReadOn={false}
            language={language}
          />
          {typeof answered !== 'string' && (
            <ObservedBeside
              observed={await readObserved(db, request.permit())}
              estimates={answered.estimates}
              answers={answered.answers}
              hasSites={answered.scenario.sites.length > 0}
              mayReadOn={false}
              language={language}
            />
          )}
          <ScenarioContent shown={shown} language={language} />
        </>
      ),
    });
  });

  for (const type of answerFileTypes)
    app.get<One>(`${publishedAddress}/:scenario/svar.${type}`, { config: { permission: 'plan:published' } }, async (request, reply) => {
      const published = await readPublishedScenarios(db, request.permit());
      const shown = published.find(({ scenario }) => scenario === request.params.scenario);
      if (!shown) return reply.callNotFound();
      const worked = await scenarioAnswer(answers, shown);
      if (worked === 'too-large') return reply.callNotFound();
      // The page says that it waits, and has the document when it is there.
      if (worked === 'working' || worked === 'busy') return reply.redirect(`${publishedAddress}/${shown.scenario}`, 303);
      return sendAnswer(
        reply,
        type,
        'svar',
        scenarioDocument(shown, worked, await readObserved(db, request.permit()), request.permit().at, request.language),
      );
    });
};
