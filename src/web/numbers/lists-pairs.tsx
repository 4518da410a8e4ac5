/** The pairs of lines that are or may be one woman: those that a person is to decide first, and all that is decided, each open to be corrected. */
import type { JSX } from 'react';
import { type ComparedField, sameFrom } from '../../domain/numbers/duplicates.ts';
import { isOneWoman, isOpen, type LineKey, womenOn } from '../../domain/numbers/list-import.ts';
import type { Lists, ShownPair } from '../../store/lists.ts';
import type { Fields } from '../form.ts';
import { type FieldErrors, RadioGroup, TextField } from '../ui/fields.tsx';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Sheet, Tag } from '../ui/pieces.tsx';
import { figureAddress, listsAddress } from './addresses.ts';
import { importedTexts, listTexts } from './texts.ts';

type Props = {
  readonly lists: Lists;
  readonly errors: FieldErrors;
  readonly written: Fields | undefined;
  readonly language: Language;
};

const mostShown = 20;

export function PairsView({ lists, errors, written, language }: Props): JSX.Element | null {
  const say = importedTexts(language);
  const { lines, pairs } = lists;
  if (lines.length === 0) return null;
  const { women, least, contradicted } = womenOn(lines, pairs);
  const open = pairs.filter(isOpen);
  const decided = pairs.filter((pair) => !isOpen(pair));
  const number = (pair: ShownPair): number => pairs.indexOf(pair) + 1;
  const years = [...new Set(lines.map(({ year }) => year))].toSorted((one, other) => one - other);
  const title = (of: string): string => lists.imports.find(({ id }) => id === of)?.title ?? '';
  return (
    <>
      <p className="say">
        <strong>{say('women', { women, lines: lines.length, open: open.length, least })}</strong>{' '}
        <a href={figureAddress('women-on-lists', { periode: `${years[0] ?? ''}..${years.at(-1) ?? ''}` })}>{say('toFigure')}</a>
      </p>
      {contradicted.length > 0 && <Alert tone="attention">{say('contradicted', { count: contradicted.length })}</Alert>}
      <h2>{say('openPairs')}</h2>
      {open.length === 0 ? (
        <p>{say('noOpen')}</p>
      ) : (
        <>
          <p>{say('openSays')}</p>
          {open.slice(0, mostShown).map((pair) => (
            <Card key={number(pair)}>
              <Described pair={pair} title={title} language={language} />
              <Decide pair={pair} number={number(pair)} errors={errors} written={written} language={language} />
            </Card>
          ))}
          {open.length > mostShown && <p className="quiet">{say('moreOpen', { shown: mostShown, all: open.length })}</p>}
        </>
      )}
      {decided.length > 0 && (
        <div className="cards-on-phone">
          <Sheet caption={say('decided')}>
            <thead>
              <tr>
                <th scope="col">{say('pair')}</th>
                <th scope="col">{say('verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {decided.map((pair) => (
                <tr key={number(pair)}>
                  <th scope="row">
                    <Described pair={pair} title={title} language={language} />
                  </th>
                  <td data-head={say('verdict')}>
                    <Tag {...(isOneWoman(pair) ? { tone: 'accent' as const } : {})}>
                      {say(pair.decided === null ? 'saysRule' : pair.decided ? 'saysSame' : 'saysNotSame')}
                    </Tag>{' '}
                    {pair.decided !== null && <span className="quiet">{say('by', { name: pair.byName, because: pair.because })}</span>}
                    <details className="fold no-print">
                      <summary>{say('decideAgain')}</summary>
                      <Decide pair={pair} number={number(pair)} errors={errors} written={written} language={language} />
                    </details>
                  </td>
                </tr>
              ))}
            </tbody>
          </Sheet>
        </div>
      )}
    </>
  );
}

type PairProps = { readonly pair: ShownPair; readonly language: Language };

function Described({ pair, title, language }: PairProps & { readonly title: (of: string) => string }): JSX.Element {
  const say = importedTexts(language);
  const named = (field: ComparedField): string => {
    const name = listTexts(language)(`field.${field}`);
    return field === 'dueDate' && pair.daysApart ? `${name} (${say('daysApart', { days: pair.daysApart })})` : name;
  };
  const fields = (all: ShownPair['agrees']): string => (all.length === 0 ? say('nothing') : all.map(named).join(', '));
  return (
    <>
      {say('line', { title: title(pair.one.import), list: pair.oneList, line: pair.one.line })}
      <br />
      {say('line', { title: title(pair.other.import), list: pair.otherList, line: pair.other.line })}
      <br />
      <span className="quiet">
        {pair.weight === null ? `${say('byKey')} ` : ''}
        {say('alike', { fields: fields(pair.agrees) })} · {say('unlike', { fields: fields(pair.differs) })}
      </span>
      {isOpen(pair) && pair.weight !== null && (
        <span className="quiet where">
          {pair.weight >= sameFrom
            ? say('undecidedByKeys')
            : say('undecidedByWeight', { weight: numberText(Math.round(10 * pair.weight) / 10, language), least: sameFrom })}
        </span>
      )}
    </>
  );
}

function Decide({ pair, number, errors, written, language }: PairProps & Omit<Props, 'lists'> & { readonly number: number }): JSX.Element {
  const say = importedTexts(language);
  return (
    <form method="post" action={`${listsAddress}/par`} className="no-print">
      <input type="hidden" name="par" value={writtenPair(pair)} />
      <input type="hidden" name="nummer" value={number} />
      <RadioGroup
        name={`svar-${number}`}
        label={say('answer')}
        value={written?.text(`svar-${number}`)}
        options={[
          { value: 'same', text: say('same') },
          { value: 'not-same', text: say('notSame') },
        ]}
        errors={errors}
      />
      <TextField
        name={`grund-${number}`}
        label={say('because')}
        hint={say('becauseHint')}
        value={written?.text(`grund-${number}`) ?? ''}
        errors={errors}
      />
      <button type="submit" className="button button-secondary">
        {say('decide')}
      </button>
    </form>
  );
}

function writtenPair({ one, other }: Pick<ShownPair, 'one' | 'other'>): string {
  return [one.import, one.line, other.import, other.line].join(' ');
}

/** The pair that a form names; null where it names none. */
export function pairIn(text: string): { readonly one: LineKey; readonly other: LineKey } | null {
  const [first = '', line = '', second = '', otherLine = ''] = text.split(' ');
  if (!/^\d{1,6}$/.test(line) || !/^\d{1,6}$/.test(otherLine)) return null;
  return { one: { import: first, line: Number(line) }, other: { import: second, line: Number(otherLine) } };
}
