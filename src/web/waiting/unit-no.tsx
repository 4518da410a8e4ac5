/** A unit's no to one who waits: the form with its reason, what is wrong in it, and what follows, read before anything is sent. */
import type { FastifyReply } from 'fastify';
import type { JSX } from 'react';
import { refusalNeedsWords, type RefusalReason, refusalReasons } from '../../domain/placement/confirm.ts';
import type { UnitLine, UnitListMaterial } from '../../store/placement-waiting-unit.ts';
import type { Fields } from '../form.ts';
import { unitTitle } from '../places/words.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { unitWaitingAddress } from './addresses.ts';
import { askReasonAgain } from './reason-again.tsx';
import { ReasonForm } from './reason-form.tsx';
import { waitingTexts } from './texts.ts';
import { unitNoTexts } from './unit-no-texts.ts';

/** The field by which the form of the second look says that it was read. */
export const readField = 'set';

type Asked = {
  readonly material: UnitListMaterial;
  readonly line: UnitLine;
  readonly fields: Fields;
  readonly language: Language;
};

function initialsOf(material: UnitListMaterial, { request }: UnitLine): string {
  return material.initials.get(request.id) ?? '';
}

function noAddress({ unit }: UnitListMaterial, { request }: UnitLine): string {
  return `${unitWaitingAddress(unit.id)}/${encodeURIComponent(request.id)}/afvis`;
}

function optionsIn(language: Language): readonly { readonly value: RefusalReason; readonly text: string }[] {
  return refusalReasons.map((value) => ({ value, text: waitingTexts(language)(`refuse.${value}`) }));
}

type FormProps = Omit<Asked, 'fields'>;

/** The form on the line of one who waits. */
export function NoForm({ material, line, language }: FormProps): JSX.Element {
  const [say, word] = [waitingTexts(language), unitNoTexts(language)];
  const { number, request } = line;
  return (
    <ReasonForm
      summary={say('refuseFor', { initials: initialsOf(material, line), number })}
      hint={say(material.elsewhere.has(request.id) ? 'refuseHint' : 'refuseHintNone')}
      action={noAddress(material, line)}
      options={optionsIn(language)}
      mark={`afvis-${number}`}
      words={{ label: word('words'), hint: word('wordsHint') }}
      submit={word('see')}
      language={language}
    />
  );
}

/** What is missing in a no, by the field it is missing in; empty where nothing is. */
export function missingInNo(reason: RefusalReason | null, words: string, mark: string, language: Language): FieldErrors {
  const noWords = refusalNeedsWords('waiting', reason) && words.trim() === '';
  return {
    ...(reason === null ? { [`grund-${mark}`]: waitingTexts(language)('fault.reason') } : {}),
    ...(noWords ? { [`uddyb-${mark}`]: unitNoTexts(language)('noWords') } : {}),
  };
}

/** Answers 422 with the form and what is missing in it. */
export function askNoAgain(reply: FastifyReply, { material, line, fields, language }: Asked, errors: FieldErrors): FastifyReply {
  const [say, word] = [waitingTexts(language), unitNoTexts(language)];
  return askReasonAgain(reply, {
    title: say('unitTitle', { unit: unitTitle(material) }),
    back: { href: unitWaitingAddress(material.unit.id), text: say('unitLink') },
    heading: say('refuseFor', { initials: initialsOf(material, line), number: line.number }),
    hint: say(material.elsewhere.has(line.request.id) ? 'refuseHint' : 'refuseHintNone'),
    action: noAddress(material, line),
    options: optionsIn(language),
    hidden: [],
    fields,
    errors,
    words: { label: word('words'), hint: word('wordsHint') },
    submit: word('see'),
    language,
  });
}

/** Answers with what the no means for her; what was sent is carried along, and nothing is written. */
export function askBeforeNo(
  reply: FastifyReply,
  { material, line, fields, language }: Asked,
  { reason, text }: { readonly reason: RefusalReason; readonly text: string },
): FastifyReply {
  const [say, word] = [waitingTexts(language), unitNoTexts(language)];
  const back = unitWaitingAddress(material.unit.id);
  const initials = initialsOf(material, line);
  const mark = fields.text('felt');
  const words = text.trim();
  const said = say(`refuse.${reason}`);
  return reply.page({
    title: word('heading', { initials }),
    crumbs: [{ href: back, text: say('unitTitle', { unit: unitTitle(material) }) }],
    content: (
      <Card>
        <Alert tone="attention" heading={word('nothingYet')}>
          <ul>
            <li>{word('number', { number: line.number, of: material.list.length })}</li>
            <li>{word(material.elsewhere.has(line.request.id) ? 'elsewhere' : 'nowhere')}</li>
            <li>{word('hers')}</li>
            <li>{word('team')}</li>
            <li>{word('forGood')}</li>
          </ul>
        </Alert>
        <p>{words === '' ? word('reasonAlone', { reason: said }) : word('reason', { reason: said, words })}</p>
        <form method="post" action={noAddress(material, line)} className="actions">
          {['felt', `grund-${mark}`, `uddyb-${mark}`].map((one) => (
            <input key={one} type="hidden" name={one} value={fields.text(one)} />
          ))}
          <input type="hidden" name={readField} value="ja" />
          <button className="button button-primary">{word('send', { initials, number: line.number })}</button>
          <a className="button button-secondary" href={back}>
            {word('keep')}
          </a>
        </form>
      </Card>
    ),
  });
}
