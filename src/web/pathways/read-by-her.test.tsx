/** Beside every field whose words she reads on her own page stands that she does, and beside no other: held against the page itself, field by field. */
import { load } from 'cheerio';
import type { JSX } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { confirmed, criteria, held, referral, start, stay, told } from '../../../test/told-pathway.ts';
import { asId } from '../../domain/id.ts';
import type { PathwayFact, RecordedFact } from '../../domain/pathway/facts.ts';
import { foldPathway } from '../../domain/pathway/fold.ts';
import { placeAnswers } from '../../domain/pathway/her-answer.ts';
import { addDays, startOfDanishDay } from '../../domain/time.ts';
import type { Organisation } from '../../domain/trail.ts';
import { fieldsOf } from '../form.ts';
import { againstNoField, DeviationFields } from '../places/deviation-fields.tsx';
import { HerAnswerFields, herAnswerIn } from '../places/her-answer.tsx';
import { HerYesFields, herYesIn } from '../places/her-yes.tsx';
import type { Language } from '../ui/language.ts';
import { readerOf } from './form-reader.ts';
import { pathwayForms } from './forms.ts';
import { OwnPathways } from './own.tsx';
import { readByHer } from './read-by-her.ts';

const today = addDays(start, 34);
const now = startOfDanishDay(today);
const clinic: Organisation = {
  id: asId<'organisation'>('fa-nord'),
  name: 'Familieambulatoriet',
  kind: 'family-clinic',
  municipality: null,
  region: null,
  facility: null,
};
const before: readonly (readonly [number, PathwayFact])[] = [
  [0, referral],
  [1, { type: 'party-joined', organisation: clinic.id, organisationName: clinic.name, task: 'Omsorg' }],
  [2, { type: 'concern-notified', receivedAt: startOfDanishDay(addDays(start, 2)), notifier: 'Skolen', notifierKind: 'professional' }],
  [3, criteria('professional-decides')],
  [3, { type: 'event', kind: 'note', text: 'Et besøg' }],
];

type Page = ReturnType<typeof load>;

/** Her own page after these facts. */
function herPage(facts: readonly RecordedFact[], language: Language): string {
  const own = {
    id: asId<'pathway'>('maja'),
    facts,
    pathway: foldPathway(facts),
    readers: [],
    houses: [],
    places: [],
    departments: [],
    municipalityTelephone: null,
  };
  return load(renderToStaticMarkup(<OwnPathways own={[own]} now={now} language={language} />)).text();
}

const rendered = (view: JSX.Element): Page => load(`<form>${renderToStaticMarkup(view)}</form>`);

/** The fields of a form that take words, with what stands beside each. */
function wordFields($: Page): readonly { readonly name: string; readonly hint: string }[] {
  return $('textarea, input[type=text]')
    .toArray()
    .map((field) => ({ name: $(field).attr('name') ?? '', hint: $(`#${$(field).attr('aria-describedby') ?? 'none'}`).text() }))
    .filter(({ name }) => name !== 'klokken');
}

/** A form filled in: the first of what can be chosen, unless something is said, and in each field of words a word that stands nowhere else. */
function filled($: Page, chosen: Readonly<Record<string, string>> = {}): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const box of $('input[type=radio]').toArray()) fields[$(box).attr('name') ?? ''] ??= $(box).attr('value') ?? '';
  for (const select of $('select').toArray()) {
    fields[$(select).attr('name') ?? ''] = $(select).find('option[value!=""]').first().attr('value') ?? '';
  }
  for (const { name } of wordFields($)) fields[name] = wordOf(name);
  for (const field of $('input[type=date]').toArray()) fields[$(field).attr('name') ?? ''] = addDays(today, -1);
  if ($('[name=klokken]').length > 0) fields['klokken'] = '10:00';
  return { ...fields, ...chosen };
}

const wordOf = (name: string): string => `ord-i-${name}-felt`;

/** Each field of words says that she reads it if, and only if, its word is on her page. */
function holds($: Page, facts: readonly RecordedFact[], language: Language): readonly string[] {
  const page = herPage(facts, language);
  const read: string[] = [];
  for (const { name, hint } of wordFields($)) {
    const isRead = page.includes(wordOf(name));
    expect({ name, says: hint.includes(readByHer(language)) }).toEqual({ name, says: isRead });
    if (isRead) read.push(name);
  }
  return read;
}

const ofMany = pathwayForms.flatMap((form) => (['da', 'en'] as const).map((language) => ({ path: form.path, form, language })));

describe('a form of the pathway', () => {
  test.each(ofMany)('says beside each field whether she reads it: $path, $language', ({ form, language }) => {
    const facts = told(...before);
    const context = { pathway: foldPathway(facts), facts, now, language, parties: [clinic], may: () => true };
    const $ = rendered(<form.View {...context} values={fieldsOf({})} errors={{}} />);
    const reader = readerOf(fieldsOf(filled($)), language);
    const fact = form.read(reader, context);
    expect(reader.errors()).toEqual({});
    expect(fact).not.toBeNull();
    holds($, told(...before, [33, fact as PathwayFact]), language);
  });

  test('has words that she reads in every step from the criteria to the decision', () => {
    const read = pathwayForms.flatMap((form) => {
      const facts = told(...before);
      const context = { pathway: foldPathway(facts), facts, now, language: 'da', parties: [clinic], may: () => true } as const;
      const $ = rendered(<form.View {...context} values={fieldsOf({})} errors={{}} />);
      const fact = form.read(readerOf(fieldsOf(filled($)), 'da'), context) as PathwayFact;
      return holds($, told(...before, [33, fact]), 'da').length > 0 ? [form.path] : [];
    });
    expect(read).toEqual(['kriterier', 'vurdering', 'tilbud', 'svar', 'alternativ', 'afgoerelse', 'koordinator', 'part']);
  });
});

describe('a question about her place', () => {
  test.each(['da', 'en'] as const)('says that she reads why the place is held before her yes: %s', (language) => {
    const $ = rendered(<HerYesFields fields={fieldsOf({})} errors={{}} language={language} />);
    const herYes = herYesIn(fieldsOf(filled($, { 'sagt-ja': 'not-yet' })));
    expect(herYes).not.toBeNull();
    const facts = told(...before, [33, { ...held, ...(herYes ? { herYes } : {}) }]);
    expect(holds($, facts, language)).toEqual(['sagt-ja-ord']);
  });

  test.each(placeAnswers.filter((answer) => answer !== 'yes'))('says that she reads what is written to her answer: %s', (answer) => {
    for (const language of ['da', 'en'] as const) {
      const view = { unitName: 'Fjordhuset', answers: placeAnswers, asker: 'Karen Holm', required: true, errors: {}, today, language };
      const $ = rendered(<HerAnswerFields {...view} fields={fieldsOf({})} />);
      const given = herAnswerIn(fieldsOf(filled($, { 'svar-plads': answer })), today);
      expect(given).not.toBeNull();
      if (given === null) return;
      const fact = { type: 'place-answered', stay, unitName: 'Fjordhuset', said: given.said } as const;
      const page = herPage(told(...before, [32, held], [33, fact]), language);
      for (const { name, hint } of wordFields($)) {
        // Who asked is written with an answer that somebody was given.
        const isWritten = name !== 'svar-plads-af' || answer === 'no';
        expect([name, hint.includes(readByHer(language)), page.includes(wordOf(name))]).toEqual([name, true, isWritten]);
      }
    }
  });

  test('says that she reads why a place is confirmed against her no', () => {
    for (const language of ['da', 'en'] as const) {
      const $ = rendered(
        <DeviationFields asked={[]} hasDecision isAsDecided saysNo againstNo="" doubts={[]} errors={{}} language={language} />,
      );
      const facts = told(...before, [32, held], [33, { ...confirmed, againstNo: wordOf(againstNoField) }]);
      expect(holds($, facts, language)).toEqual([againstNoField]);
    }
  });
});
