/** Before a place is held for one whose yes is not on her pathway: has she said yes, and if not, why is it held all the same? It stops nobody. */
import type { FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { asId } from '../../domain/id.ts';
import { inForce } from '../../domain/pathway/facts.ts';
import { yesStanding } from '../../domain/pathway/her-answer.ts';
import { heldBeforeYesReasons, type HerYes, knownYes, saidBeforeLeaving, type ToldYes } from '../../domain/pathway/her-yes.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { holdMinutes } from '../../domain/placement/hold.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import type { HoldMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { type Fields, fieldsOf } from '../form.ts';
import { readByHer } from '../pathways/read-by-her.ts';
import { wordTexts } from '../pathways/word-texts.ts';
import type { PageView } from '../request.ts';
import { ErrorSummary, type FieldErrors, RadioGroup, SelectField, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { findAddress } from './addresses.ts';
import { herAnswerTexts } from './her-answer-texts.ts';
import { herYesTexts } from './her-yes-texts.ts';
import { ofThisPlaceTexts } from './of-this-place-texts.ts';
import { RingFirst } from './ring-first.tsx';
import { placeTexts } from './texts.ts';

/** The question's own fields. */
const own = { answer: 'sagt-ja', why: 'sagt-ja-grund', words: 'sagt-ja-ord', asked: 'sagt-ja-spurgt' } as const;

/** What a form says of her yes; `null` where it says nothing, or not yet why. */
export function herYesIn(fields: Fields): HerYes | null {
  if (fields.text(own.answer) === 'yes') return { answer: 'yes' };
  const why = heldBeforeYesReasons.find((one) => one === fields.text(own.why));
  if (why === 'other' && fields.text(own.words) === '') return null;
  return fields.text(own.answer) === 'not-yet' && why ? { answer: 'not-yet', why, written: fields.text(own.words) } : null;
}

/** What is missing in a form that asked the question, by its fields; nothing where it was not asked or is answered. */
export function herYesErrors(fields: Fields, language: Language): FieldErrors {
  const say = herYesTexts(language);
  const answer = fields.text(own.answer);
  if (herYesIn(fields) !== null || (answer === '' && fields.text(own.asked) !== 'ja')) return {};
  if (fields.text(own.why) === 'other') return { [own.words]: ofThisPlaceTexts(language)('writtenForOther') };
  return answer === '' ? { [own.answer]: say('fault.answer') } : { [own.why]: say('fault.why') };
}

/**
 * The question as a page, where neither her pathway nor the form answers it; null where the hold may go on. A form that has held already is not
 * asked: it is answered with what it did.
 */
export function askOfHerYes(request: FastifyRequest, { material: { her, index, now }, hasHeld }: HoldMaterial): PageView | null {
  const { body, language } = request;
  const fields = fieldsOf(body);
  if (hasHeld || knownYes(her.pathway) !== null || herYesIn(fields) !== null) return null;
  const say = herYesTexts(language);
  const name = her.pathway.calledName;
  const livesIn = her.pathway.stays.findLast(({ status }) => status === 'admitted')?.unitName ?? null;
  const said = saidYesText(her, language);
  const errors = herYesErrors(fields, language);
  const asked = index.units.get(asId<'unit'>(fields.text('afdeling')))?.candidate;
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  const asks: readonly string[] = Object.values(own);
  const carried = names
    .filter((field) => !asks.includes(field))
    .flatMap((field) => fields.all(field).map((value): readonly [string, string] => [field, value]));
  return {
    title: say('title', { name }),
    crumbs: [{ href: findAddress(her.id), text: name }],
    status: Object.keys(errors).length > 0 ? 422 : 409,
    content: (
      <form method="post" action={`${findAddress(her.id)}/hold`}>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
        {asked && <RingFirst unit={asked.unit} before="hold" now={now} language={language} />}
        <Alert tone="attention">
          <p>{livesIn === null ? say('intro', { name }) : say('introMove', { name, unit: livesIn })}</p>
          {said !== null && <p>{said}</p>}
        </Alert>
        {carried.map(([field, value]) => (
          <input key={`${field} ${value}`} type="hidden" name={field} value={value} />
        ))}
        <HerYesFields fields={fields} errors={errors} moves={livesIn !== null} language={language} />
        <div className="actions">
          <button className="button button-primary">{say('hold', { minutes: holdMinutes })}</button>
          <a href={findAddress(her.id)}>{say('back')}</a>
        </div>
      </form>
    ),
  };
}

/** The question as fields of a form. */
export function HerYesFields({
  fields,
  errors,
  moves = false,
  language,
}: {
  readonly fields: Fields;
  readonly errors: FieldErrors;
  /** Whether she lives in a unit and is asked about moving. */
  readonly moves?: boolean;
  readonly language: Language;
}): JSX.Element {
  const say = herYesTexts(language);
  const answers = ['yes', 'not-yet'] as const;
  return (
    <>
      <input type="hidden" name={own.asked} value="ja" />
      <RadioGroup
        name={own.answer}
        label={say(moves ? 'questionMove' : 'question')}
        value={fields.text(own.answer) || undefined}
        errors={errors}
        options={answers.map((value) => ({ value, text: say(value) }))}
      />
      <SelectField
        name={own.why}
        label={say('why')}
        hint={say('whyHint')}
        value={fields.text(own.why)}
        empty={say('choose')}
        errors={errors}
        options={heldBeforeYesReasons.map((value) => ({ value, text: say(`why.${value}`) }))}
      />
      <TextField
        name={own.words}
        label={say('words')}
        hint={readByHer(language)}
        value={fields.text(own.words)}
        errors={errors}
        longest={500}
      />
    </>
  );
}

/** Her yes in her own words with its day: «Hendes ja 12. november 2026: «Ja, hvis min søster kan komme på besøg»». `null` where there are none. */
export function saidYesText({ facts, pathway }: Pick<ReadPathway, 'facts' | 'pathway'>, language: Language): string | null {
  const latest = inForce(facts).findLast(({ fact }) => fact.type === 'answered');
  if (latest?.fact.type !== 'answered' || latest.fact.answer !== 'accepted' || latest.fact.inHerWords === '') return null;
  if (saidBeforeLeaving(latest.happened, pathway.stays)) return null;
  return herYesTexts(language)('herWords', { day: dayText(latest.happened, language), words: latest.fact.inHerWords });
}

/** «Hun har ikke sagt ja til opholdet (23. november 2026: Overvejer).», also once she is there. Null where she has said yes. */
export function missingYesText(
  pathway: Pick<Pathway, 'latestAnswer' | 'stays'>,
  { id, status, unitName }: Pick<StayWithName, 'id' | 'status' | 'unitName'>,
  language: Language,
): string | null {
  const hers = pathway.stays.find((one) => one.id === id);
  const standing = hers ? yesStanding(hers) : null;
  const word = herAnswerTexts(language);
  if (standing === 'refused') return word(status === 'admitted' ? 'refusedThere' : 'refused');
  if (standing === 'explained') return word('explained');
  if (standing !== 'missing') return null;
  const say = herYesTexts(language);
  if (hers?.isMove) return say('missingMove');
  if (status === 'admitted') return word('missingThere', { unit: unitName });
  const { latestAnswer: latest } = pathway;
  if (latest === null) return say('missing', { answer: say('missingNone') });
  const day = dayText(latest.on, language);
  const answer =
    latest.answer === 'accepted'
      ? say('missingOther', { day })
      : say('missingAnswer', { day, answer: wordTexts(language)(`answer.${latest.answer}`) });
  return say('missing', { answer });
}

/** «Hun havde ikke sagt ja endnu: hun spørges nu. Jeg ringer igen kl. 14.»; the answer alone for those who are told no reason. */
export function herYesText(herYes: ToldYes, language: Language): string {
  const say = herYesTexts(language);
  if (herYes.answer === 'yes') return say('saidYes');
  if (!('why' in herYes)) return say('notYet');
  const reason = say(`why.${herYes.why}`);
  const why = `${reason.charAt(0).toLocaleLowerCase(language)}${reason.slice(1)}`;
  return [say('notYetWhy', { why }), herYes.written].filter((text) => text !== '').join('. ');
}
