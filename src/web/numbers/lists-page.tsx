/** Imported lists: taken in, decided on pair by pair, deleted. What changes here changes the figure of women on lists. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { faultsAsked, keepingDays, mostKeptLines, mostOpenPairs, mostPairs } from '../../domain/numbers/list-import.ts';
import { listColumns, type ListProblem, readLists as readLines } from '../../domain/numbers/list-file.ts';
import { decideListPair } from '../../store/list-decide.ts';
import { deleteList, takeList } from '../../store/list-take.ts';
import { type ImportedList, type Lists, readLists } from '../../store/lists.ts';
import { danishDay } from '../../domain/time.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey, type Fields } from '../form.ts';
import { acceptUploads, fieldsBeside, fileIn, textIn } from '../upload.ts';
import { ErrorSummary, FileField, type FieldErrors, SelectField, TextArea, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { listsAddress, numbersAddress } from './addresses.ts';
import { problemText, Problems } from './duplicates-page.tsx';
import { ImportsTable } from './lists-imports.tsx';
import { pairIn, PairsView } from './lists-pairs.tsx';
import { disputeTexts, importedTexts, listTexts } from './texts.ts';

/** Lines of a list, as many as are kept, are shorter. */
const longestFile = 500_000;

type One = { Params: { list: string } };

export const listsPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  acceptUploads(app, longestFile);
  app.get(listsAddress, { config: { permission: 'list:read' } }, async (request, reply) => {
    const permit = request.permit();
    const lists = await readLists(db, permit);
    const takes = may(permit.actor, 'list:take');
    return reply.page(viewOf({ lists, takes, key: newId(), language: request.language }));
  });

  app.post(listsAddress, { config: { permission: 'list:take', saysCpr: true } }, async (request, reply) => {
    const { language, body } = request;
    const say = importedTexts(language);
    const fields = fieldsOf(fieldsBeside(body));
    const key = formKey(fields, newId);
    // A file stands before what was pasted; what is wrong in it is said at it.
    const chosen = fileIn(body, 'fil');
    const [text, where] = chosen ? [textIn(chosen), 'fil'] : [fields.text('liste'), 'liste'];
    const read = readLines(text);
    const asked = { title: fields.text('navn'), source: fields.text('kilde'), year: fields.text('aar'), keep: fields.text('gem') };
    const faults = faultsAsked(asked, danishDay(request.permit().at));
    const refuse = async (errors: FieldErrors, problems: readonly ListProblem[] = []) =>
      reply.page({
        ...viewOf({
          lists: await readLists(db, request.permit()),
          takes: true,
          key,
          written: fields,
          errors,
          problems,
          language,
        }),
        status: 422,
      });
    if (read.outcome === 'problems') {
      const [first, ...others] = read.problems;
      const more = others.length === 0 ? '' : listTexts(language)('moreProblems', { count: others.length });
      return refuse({ ...faultsSaid(faults, language), [where]: `${problemText(first, language)} ${more}`.trim() }, read.problems);
    }
    if (faults.length > 0) return refuse(faultsSaid(faults, language));
    const decision = await takeList(db, request.permit(), {
      id: key,
      ...asked,
      text,
      lines: read.lines,
    });
    switch (decision.outcome) {
      case 'kept':
        return reply.done(listsAddress, say('kept', { day: dayText(decision.forgetOn, language) }));
      case 'no-title':
      case 'no-source':
      case 'cpr-in-title':
      case 'cpr-in-source':
      case 'no-year':
      case 'no-keeping':
        return refuse(faultsSaid([decision.outcome], language));
      case 'was-deleted':
        return refuse({ [where]: say('problem.was-deleted', { title: decision.title }) });
      case 'already-there':
        return refuse({ [where]: say('problem.already-there', { title: decision.title }) });
      case 'too-many':
        return refuse({ [where]: say('problem.too-many', { most: mostKeptLines }) });
      case 'too-many-pairs':
        return refuse({ [where]: say('problem.too-many-pairs', { open: mostOpenPairs, all: mostPairs }) });
    }
  });

  app.post(`${listsAddress}/par`, { config: { permission: 'list:take', saysCpr: true } }, async (request, reply) => {
    const { language, body } = request;
    const say = importedTexts(language);
    const fields = fieldsOf(body);
    const number = fields.text('nummer').replaceAll(/\D/g, '');
    const [answer, because] = [fields.text(`svar-${number}`), fields.text(`grund-${number}`)];
    const pair = pairIn(fields.text('par'));
    const decision = pair
      ? await decideListPair(db, request.permit(), { ...pair, answer, because })
      : ({ outcome: 'no-such-pair' } as const);
    if (decision.outcome === 'decided') return reply.done(listsAddress, say('savedPair'));
    const isOfReason = decision.outcome === 'no-reason' || decision.outcome === 'cpr-in-reason';
    const name = isOfReason ? `grund-${number}` : `svar-${number}`;
    return reply.page({
      ...viewOf({
        lists: await readLists(db, request.permit()),
        takes: true,
        key: newId(),
        pairErrors: { [name]: say(`problem.${decision.outcome}`) },
        written: fields,
        language,
      }),
      status: 422,
    });
  });

  app.get<One>(`${listsAddress}/:list/slet`, { config: { permission: 'list:take' } }, async (request, reply) => {
    const list = (await readLists(db, request.permit())).imports.find(({ id }) => id === request.params.list);
    return reply.page(deleteView(list, {}, request.language));
  });

  app.post<One>(`${listsAddress}/:list/slet`, { config: { permission: 'list:take', saysCpr: true } }, async (request, reply) => {
    const { language, params, body } = request;
    const say = importedTexts(language);
    const outcome = await deleteList(db, request.permit(), params.list, fieldsOf(body).text('grund'));
    switch (outcome) {
      case 'deleted':
        return reply.done(listsAddress, say('deleted'));
      case 'not-there':
        return reply.page(deleteView(undefined, {}, language));
      case 'no-reason':
      case 'cpr-in-reason': {
        const list = (await readLists(db, request.permit())).imports.find(({ id }) => id === params.list);
        return reply.page({ ...deleteView(list, { grund: say(`problem.${outcome}`) }, language), status: 422 });
      }
    }
  });
};

type Fault = ReturnType<typeof faultsAsked>[number];

/** Each fault at its field, all at once. */
function faultsSaid(faults: readonly Fault[], language: Language): FieldErrors {
  const say = importedTexts(language);
  return Object.fromEntries(
    faults.map((fault) => [
      fieldWith[fault],
      say(fault === 'cpr-in-title' || fault === 'cpr-in-source' ? 'problem.cpr' : `problem.${fault}`),
    ]),
  );
}

const fieldWith: Readonly<Record<Fault, string>> = {
  'no-title': 'navn',
  'cpr-in-title': 'navn',
  'no-source': 'kilde',
  'cpr-in-source': 'kilde',
  'no-year': 'aar',
  'no-keeping': 'gem',
};

type View = {
  readonly lists: Lists;
  readonly takes: boolean;
  readonly key: string;
  readonly written?: Fields;
  readonly errors?: FieldErrors;
  readonly pairErrors?: FieldErrors;
  /** What cannot be read in the list that was pasted. */
  readonly problems?: readonly ListProblem[];
  readonly language: Language;
};

function crumbs(language: Language) {
  return [{ href: numbersAddress, text: disputeTexts(language)('title') }];
}

function viewOf({ lists, takes, key, written, errors = {}, pairErrors = {}, problems = [], language }: View) {
  const say = importedTexts(language);
  return {
    title: say('title'),
    // Who only looks after the lists reads no numbers.
    crumbs: takes ? crumbs(language) : [],
    content: (
      <>
        <ErrorSummary heading={say('wrong')} errors={errors} />
        <ErrorSummary heading={say('notDecided')} errors={pairErrors} />
        {problems.length > 1 && <Problems problems={problems} language={language} />}
        <p>{say(takes ? 'intro' : 'onlyThat')}</p>
        {takes && <PairsView lists={lists} errors={pairErrors} language={language} written={written} />}
        <ImportsTable imports={lists.imports} takes={takes} language={language} />
        {takes && <TakeForm formKey={key} written={written} errors={errors} language={language} />}
        {takes && <p className="quiet">{say('keepsWhat')}</p>}
      </>
    ),
  };
}

type TakeProps = {
  readonly formKey: string;
  readonly written: Fields | undefined;
  readonly errors: FieldErrors;
  readonly language: Language;
};

function TakeForm({ formKey: key, written, errors, language }: TakeProps): JSX.Element {
  const say = importedTexts(language);
  const value = (name: string): string => written?.text(name) ?? '';
  return (
    <Card heading={say('take')}>
      <form method="post" action={listsAddress} encType="multipart/form-data">
        <input type="hidden" name="noegle" value={key} />
        <TextField name="navn" label={say('name')} value={value('navn')} errors={errors} />
        <TextField name="kilde" label={say('source')} value={value('kilde')} errors={errors} />
        <TextField name="aar" label={say('year')} hint={say('yearHint')} value={value('aar')} inputMode="numeric" errors={errors} />
        <SelectField
          name="gem"
          label={say('keep')}
          value={value('gem') || `${keepingDays[0]}`}
          options={keepingDays.map((days) => ({ value: `${days}`, text: say('keepDays', { days }) }))}
          errors={errors}
        />
        <FileField name="fil" label={say('file')} hint={say('fileHint')} errors={errors} accept=".csv,.txt,text/csv" />
        <TextArea
          name="liste"
          label={say('text')}
          hint={listTexts(language)('listsHint')}
          value={value('liste') || `${listColumns.join(';')}\n`}
          errors={errors}
        />
        <button type="submit" className="button button-primary">
          {say('takeIt')}
        </button>
      </form>
    </Card>
  );
}

function deleteView(list: ImportedList | undefined, errors: FieldErrors, language: Language) {
  const say = importedTexts(language);
  const back = [...crumbs(language), { href: listsAddress, text: say('title') }];
  if (!list || list.deleted) return { title: say('noSuch'), crumbs: back, status: 404, content: null };
  return {
    title: say('deleteTitle', { title: list.title }),
    crumbs: back,
    content: (
      <>
        <ErrorSummary heading={say('notDeleted')} errors={errors} />
        <Alert tone="attention">{say('deleteSays')}</Alert>
        <form method="post" action={`${listsAddress}/${list.id}/slet`} className="card">
          <TextField name="grund" label={say('because')} hint={say('becauseHint')} errors={errors} />
          <button type="submit" className="button button-primary">
            {say('deleteIt')}
          </button>
        </form>
      </>
    ),
  };
}
