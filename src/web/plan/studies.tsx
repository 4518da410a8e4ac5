/** Studies: asked in a form, worked out beside the server, looked at while they are under way, kept when they are whole. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type StudyAsker, type StudyBegun, studyQueue } from '../../compute/study-queue.ts';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { estimatesOf, modelEdition, mostProposals, type Study } from '../../domain/planning/lab/study.ts';
import type { Permit } from '../../domain/trail.ts';
import { orderedJson } from '../../domain/ordered-json.ts';
import { askStudy, keepStudyAnswer, type KeptStudy, readListedStudies, readStudy } from '../../store/planning-study.ts';
import { readScenarios } from '../../store/planning.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf } from '../form.ts';
import { within } from '../soon.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { compareAddress, planAddress, studiesAddress } from './addresses.ts';
import { UnknownChoice, unknownAsked } from './unknown-choice.tsx';
import { proposalOf } from './proposals.ts';
import { type Chosen, CompareForm, ListedStudies, SensitivityForm, titlesOf } from './study-forms.tsx';
import { studyFile, studyFileType, studyFileTypes } from './study-files.ts';
import { questionFrom } from './study-question.ts';
import { type Compared, StudyAnswered, StudyUnderWay } from './study-view.tsx';
import { labTexts, planTexts } from './texts.ts';
import { isHeldStill } from './waiting.tsx';

const permission = 'plan:read';
/** A page waits so many milliseconds for what is nearly finished. */
const shortWait = 700;
/** Of studies that were run again, and of stopped ones, so many are remembered at most. */
const mostCompared = 200;

type Ask = { Querystring: { forslag?: string | string[]; skoen?: string } };
type One = { Params: { study: string } };

export const studyPages: FastifyPluginAsync<WebContext> = async (app, { db, now }) => {
  /** What was under way before this is under way no more. */
  const since = now();
  const stoppedBy = new Map<string, string>();
  const queue = studyQueue((sentence) => app.log.error(sentence));
  app.addHook('onClose', async () => queue.stopAll());

  const form = async (request: FastifyRequest, reply: FastifyReply, kind: Study['kind'], chosen: Chosen, errors: FieldErrors = {}) => {
    const { language } = request;
    const say = labTexts(language);
    const [saved, studies] = [await readScenarios(db, request.permit()), await readListedStudies(db, request.permit())];
    const asked = await Promise.all(chosen.proposals.map((word) => proposalOf(db, request.permit(), word)));
    const found = asked.filter((one) => one !== null);
    const estimates = estimatesOf(found.map(({ scenario }) => scenario));
    const common = { saved, chosen, errors, language };
    return reply.page({
      title: say(kind === 'comparison' ? 'compareTitle' : 'sensitivityTitle'),
      crumbs: crumbs(language),
      status: Object.keys(errors).length > 0 ? 422 : 200,
      content: (
        <>
          <UnknownChoice
            asked={unknownAsked(
              chosen.proposals,
              chosen.proposals.filter((_, index) => asked[index] !== null),
            )}
            field={say('proposals')}
            shown={titlesOf(found, language) || '–'}
            language={language}
          />
          <p>{say(kind === 'comparison' ? 'compareIntro' : 'sensitivityIntro')}</p>
          {kind === 'comparison' ? (
            <CompareForm {...common} />
          ) : (
            <SensitivityForm {...common} estimates={estimates.length > 0 ? estimates : documentedEstimates} />
          )}
          <ListedStudies studies={studies} language={language} />
        </>
      ),
    });
  };
  const begin = (permit: Permit, id: string, question: Study): StudyBegun => {
    stoppedBy.delete(id);
    return queue.begin(id, question, askerOf(permit), (answer) => keepStudyAnswer(db, permit, id, answer));
  };
  // The same digits come to all who run the same study again, so that it is run once for all of them.
  const compared = new Map<string, Compared>();
  const beginAgain = (permit: Permit, { id, question, answer: before }: KeptStudy): StudyBegun => {
    return queue.begin(againId(id), question, askerOf(permit), async (answer) => {
      // What an answer lost when it was written down, this one loses too.
      const isSame = orderedJson(JSON.parse(JSON.stringify(answer))) === orderedJson(before);
      compared.set(id, { isSame, edition: modelEdition });
      for (const oldest of [...compared.keys()].slice(0, -mostCompared)) compared.delete(oldest);
    });
  };

  app.get<Ask>(compareAddress, { config: { permission } }, (request, reply) =>
    form(request, reply, 'comparison', chosenIn(wordsIn(request.query.forslag, 'styrelsen-2024', 'kommunerne-2025'))),
  );
  app.get<Ask>(`${compareAddress}/antagelser`, { config: { permission } }, (request, reply) =>
    form(request, reply, 'sensitivity', chosenIn(wordsIn(request.query.forslag, 'kommunerne-2025'), request.query.skoen)),
  );

  app.post(studiesAddress, { config: { permission } }, async (request, reply) => {
    const say = labTexts(request.language);
    const fields = fieldsOf(request.body);
    const kind = fields.text('hvad') === 'sensitivity' ? 'sensitivity' : 'comparison';
    const chosen = chosenFrom(fields);
    const read = await questionFrom(chosen, kind, (word) => proposalOf(db, request.permit(), word));
    if ('fault' in read) return form(request, reply, kind, chosen, { [read.field]: say(read.fault, { most: mostProposals }) });
    const id = await askStudy(db, request.permit(), read.question);
    const kept = await readStudy(db, request.permit(), id);
    const begun = kept?.answer ? 'under-way' : begin(request.permit(), id, read.question);
    if (begun !== 'under-way') return form(request, reply, kind, chosen, { forslag: say(`fault.${begun}`) });
    return reply.redirect(`${studiesAddress}/${id}`, 303);
  });

  app.get<One>(`${studiesAddress}/:study`, { config: { permission } }, async (request, reply) => {
    const { language, params } = request;
    const [again, asker] = [againId(params.study), askerOf(request.permit())];
    const looked = queue.look(params.study);
    if (looked?.state === 'waiting' || (looked?.state === 'working' && looked.progress.answer === null))
      await within(queue.over(params.study), shortWait);
    if (queue.look(again)) await within(queue.over(again), shortWait);
    // Looked at before it is read: what is finished in between is found in the database.
    const [state, stateAgain] = [queue.look(params.study), queue.look(again)];
    const study = await readStudy(db, request.permit(), params.study);
    if (!study) return reply.callNotFound();
    const isStill = isHeldStill(request.query);
    return reply.page({
      title: titlesOf(study.question.kind === 'comparison' ? study.question.proposals : [study.question.proposal], language),
      crumbs: [...crumbs(language), { href: compareAddress, text: labTexts(language)('compareTitle') }],
      content: study.answer ? (
        <StudyAnswered
          study={study}
          answer={study.answer}
          again={{ state: stateAgain, mayStop: queue.mayStop(again, asker), compared: compared.get(study.id) ?? null }}
          isStill={isStill}
          language={language}
        />
      ) : (
        <StudyUnderWay
          study={study}
          state={state}
          ended={{ stoppedBy: stoppedBy.get(study.id) ?? null, restarted: study.recorded <= since ? since : null }}
          mayStop={queue.mayStop(study.id, asker)}
          isStill={isStill}
          language={language}
        />
      ),
    });
  });

  app.post<One>(`${studiesAddress}/:study/begynd`, { config: { permission } }, async (request, reply) => {
    const study = await readStudy(db, request.permit(), request.params.study);
    if (!study) return reply.callNotFound();
    const address = `${studiesAddress}/${study.id}`;
    const begun = study.answer ? 'under-way' : begin(request.permit(), study.id, study.question);
    if (begun === 'under-way') return reply.redirect(address, 303);
    return reply.done(address, labTexts(request.language)(`fault.${begun}`), 'attention');
  });

  app.post<One>(`${studiesAddress}/:study/stop`, { config: { permission } }, async (request, reply) => {
    const say = labTexts(request.language);
    const study = await readStudy(db, request.permit(), request.params.study);
    if (!study) return reply.callNotFound();
    const [address, asker] = [`${studiesAddress}/${study.id}`, askerOf(request.permit())];
    const name = study.answer ? againId(study.id) : study.id;
    const isUnderWay = queue.look(name) !== null;
    // It was finished while she pressed: the numbers stand there, and nothing was stopped.
    if (!isUnderWay && study.answer) return reply.done(address, say('stopTooLate'));
    if (isUnderWay && !queue.stop(name, asker)) return reply.done(address, say('stopNotYours'), 'attention');
    if (isUnderWay) stoppedBy.set(study.id, request.permit().actor.name);
    for (const oldest of [...stoppedBy.keys()].slice(0, -mostCompared)) stoppedBy.delete(oldest);
    return reply.done(address, say('stopped'));
  });

  app.post<One>(`${studiesAddress}/:study/igen`, { config: { permission } }, async (request, reply) => {
    const study = await readStudy(db, request.permit(), request.params.study);
    if (!study?.answer) return reply.callNotFound();
    const address = `${studiesAddress}/${study.id}`;
    const begun = beginAgain(request.permit(), study);
    if (begun === 'under-way') return reply.redirect(address, 303);
    return reply.done(address, labTexts(request.language)(`fault.${begun}`), 'attention');
  });

  for (const type of studyFileTypes)
    app.get<One>(`${studiesAddress}/:study/tal.${type}`, { config: { permission } }, async (request, reply) => {
      const study = await readStudy(db, request.permit(), request.params.study);
      if (!study?.answer) return reply.callNotFound();
      const content = await studyFile(type, study, study.answer, request.language);
      return reply
        .type(studyFileType(type))
        .header('content-disposition', `attachment; filename="beregning.${type}"`)
        .send(typeof content === 'string' ? content : Buffer.from(content));
    });
};

/** The name in the queue of a study that is run again. */
function againId(study: string): string {
  return `again/${study}`;
}

function askerOf({ actor }: Permit): StudyAsker {
  return { user: actor.user, organisation: actor.organisation.id };
}

function chosenIn(proposals: readonly string[], estimate = ''): Chosen {
  return { proposals, base: '', estimate, precision: '1', seed: '1' };
}

function chosenFrom(fields: Fields): Chosen {
  return {
    proposals: [...new Set(fields.all('forslag').filter((word) => word !== ''))],
    base: fields.text('grund'),
    estimate: fields.text('skoen'),
    precision: fields.text('noejagtighed'),
    seed: fields.text('startnummer'),
  };
}

function wordsIn(asked: string | readonly string[] | undefined, ...usual: readonly string[]): readonly string[] {
  if (asked === undefined) return usual;
  return typeof asked === 'string' ? [asked] : asked;
}

function crumbs(language: Language) {
  return [{ href: planAddress, text: planTexts(language)('title') }];
}
