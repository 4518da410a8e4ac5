/** The lists of codes that the registry definition asks, each edited by the agency as a new edition with its reason. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { type ValueSetId, valueSetIds, type ValueSets } from '../../domain/numbers/figure-definition.ts';
import { editValueSet, readValueSets } from '../../store/value-sets.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { codesAddress, numbersAddress } from './addresses.ts';
import { disputeTexts, listTexts } from './texts.ts';

export const codesPage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get(codesAddress, { config: { permission: 'figure:codes' } }, async (request, reply) => {
    const sets = await readValueSets(db, request.permit());
    return reply.page(viewOf(sets, {}, {}, request.language));
  });

  app.post<{ Params: { list: string } }>(`${codesAddress}/:list`, { config: { permission: 'figure:codes' } }, async (request, reply) => {
    const { language, params, body } = request;
    const say = listTexts(language);
    const id = valueSetIds.find((known) => known === params.list);
    const sets = await readValueSets(db, request.permit());
    if (!id) return reply.page({ ...viewOf(sets, {}, {}, language), status: 404 });
    const fields = fieldsOf(body);
    const [codes, because] = [fields.text(`koder-${id}`), fields.text(`grund-${id}`)];
    const change = await editValueSet(db, request.permit(), id, codes.split(/[\s,;]+/), because);
    if (change.outcome === 'changed') return reply.done(codesAddress, say('saved', { edition: change.edition }));
    const sentence = say(`codes.${change.outcome}`, change.outcome === 'not-codes' ? { wrong: change.wrong.join(', ') } : {});
    const field = change.outcome === 'no-reason' ? `grund-${id}` : `koder-${id}`;
    const written = { [`koder-${id}`]: codes, [`grund-${id}`]: because };
    return reply.page({ ...viewOf(sets, written, { [field]: sentence }, language), status: 422 });
  });
};

function viewOf(sets: ValueSets, written: Readonly<Record<string, string>>, errors: FieldErrors, language: Language) {
  const say = listTexts(language);
  return {
    title: say('codesTitle'),
    crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
    content: (
      <>
        <ErrorSummary heading={say('wrong')} errors={errors} />
        <p>{say('codesIntro')}</p>
        {valueSetIds.map((id) => (
          <CodeList key={id} id={id} set={sets[id]} written={written} errors={errors} language={language} />
        ))}
      </>
    ),
  };
}

type Props = {
  readonly id: ValueSetId;
  readonly set: ValueSets[ValueSetId];
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly language: Language;
};

function CodeList({ id, set, written, errors, language }: Props): JSX.Element {
  const say = listTexts(language);
  return (
    <Card heading={`${say(`set.${id}`)} (${say('edition', { edition: set.edition })})`}>
      <form method="post" action={`${codesAddress}/${id}`}>
        <TextArea
          name={`koder-${id}`}
          label={say('codes')}
          hint={say('codesHint')}
          value={written[`koder-${id}`] ?? set.codes.join(' ')}
          errors={errors}
        />
        <TextField name={`grund-${id}`} label={say('because')} value={written[`grund-${id}`] ?? ''} errors={errors} />
        <button type="submit" className="button button-secondary">
          {say('save')}
        </button>
      </form>
    </Card>
  );
}
