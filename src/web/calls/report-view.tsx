/** The report as a page: the same document that Word and PDF show. */
import type { JSX } from 'react';
import type { NotReleased } from '../../domain/call/edition.ts';
import { notReleasedSentence } from '../../domain/call/not-released.ts';
import type { ReportPlace } from '../../domain/call/numbers.ts';
import { type InternalReport, numberedHeadings, type PublicReport, tablesOf } from '../../domain/call/report-document.ts';
import { type Edition, hiddenValue } from '../../domain/disclosure/publishable.ts';
import type { Id } from '../../domain/id.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet, Strip } from '../ui/pieces.tsx';
import { releasesAddress, releaseTexts } from '../release/texts.ts';
import { WayToWorkingNumbers } from '../release/working-view.tsx';
import { reportAddress, workingAddress } from './addresses.ts';
import { draftTexts } from './draft-words.ts';
import { callTexts } from './texts.ts';

type Report = InternalReport | PublicReport;
type Block = Report['blocks'][number];

type ReportViewProps = {
  readonly report: Report;
  readonly call: Id<'call'>;
  readonly place: ReportPlace;
  /** The other edition, when the reader may read it. */
  readonly other: Edition | null;
  readonly language: Language;
};

export function ReportView({ report, call, place, other, language }: ReportViewProps): JSX.Element {
  const say = callTexts(language);
  const { edition } = report;
  const headings = numberedHeadings(report as PublicReport);
  const numbers = new Map(headings.map(({ number, heading }) => [heading.id, number]));
  const tables: readonly { readonly id: string }[] = tablesOf(report as PublicReport);
  return (
    <>
      <Strip>
        <p>
          <strong>{report.subtitle}</strong>
        </p>
        <p className="no-print">
          {say('download')}: <a href={reportAddress(call, place, edition, 'docx')}>{say('word')}</a>{' '}
          <a href={reportAddress(call, place, edition, 'pdf')}>{say('pdf')}</a>{' '}
          <a href={reportAddress(call, place, edition, 'json')}>{say('json')}</a>
        </p>
        {other && (
          <p className="no-print">
            <a href={reportAddress(call, place, other)}>
              {say(other === 'internal' ? 'readInternal' : report.isDraft ? 'readPublicDraft' : 'readPublic')}
            </a>
          </p>
        )}
        {edition === 'internal' ? (
          <p>
            {draftTexts(language)('internal')} <a href={workingAddress(call)}>{draftTexts(language)('working')}</a>
          </p>
        ) : (
          (report.isDraft || other === 'internal') && <p>{draftTexts(language)(report.isDraft ? 'draft' : 'published')}</p>
        )}
        {language !== 'da' && <p>{say('onlyDanish')}</p>}
      </Strip>
      <div className="report" lang="da">
        <Card>
          <Pairs pairs={report.facts.map(({ term, text }) => [term, text] as const)} />
        </Card>
        <nav aria-label={say('contents')} className="no-print card" lang={language}>
          <h2>{say('contents')}</h2>
          <ul className="bare" lang="da">
            {headings.map(({ number, heading }) => (
              <li key={heading.id} className={`level-${heading.level}`}>
                <a href={`#${heading.id}`}>
                  {number} {heading.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {report.blocks.map((block, index) => (
          // The blocks of a report never change places: their number is what they are known by.
          // oxlint-disable-next-line react/no-array-index-key
          <BlockView
            key={index}
            block={block}
            number={
              block.type === 'heading'
                ? (numbers.get(block.id) ?? '')
                : block.type === 'table'
                  ? String(tables.findIndex(({ id }) => id === block.id) + 1)
                  : ''
            }
          />
        ))}
      </div>
    </>
  );
}

function BlockView({ block, number }: { readonly block: Block; readonly number: string }): JSX.Element {
  switch (block.type) {
    case 'heading':
      return block.level === 1 ? (
        <h2 id={block.id}>
          {number} {block.text}
        </h2>
      ) : (
        <h3 id={block.id}>
          {number} {block.text}
        </h3>
      );
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'notice':
      return (
        <Alert tone="attention" heading={block.title}>
          {block.text}
        </Alert>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'quotation':
      return (
        <figure className="quotation">
          <blockquote>«{block.text}»</blockquote>
          <figcaption className="quiet">{block.source}</figcaption>
        </figure>
      );
    case 'terms':
      return (
        <dl className="terms">
          {block.rows.map(({ term, text }) => (
            <div key={`${term}${text}`}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableView table={block} number={number} />;
  }
}

function TableView({
  table,
  number,
}: {
  readonly table: Extract<Block, { readonly type: 'table' }>;
  readonly number: string;
}): JSX.Element {
  return (
    <>
      <Sheet caption={`Tabel ${number}. ${table.caption}`}>
        <thead>
          <tr>
            <th scope="col">{table.headColumn}</th>
            {table.columns.map(({ title, isNumeric }) => (
              <th key={title} scope="col" className={isNumeric ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ head, cells, isTotal }) => (
            <tr key={head} className={isTotal ? 'sum' : undefined}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => {
                const column = table.columns[index];
                const isHidden = cell === hiddenValue;
                return (
                  <td key={column?.title ?? index} className={`${column?.isNumeric ? 'number' : ''}${isHidden ? ' hidden-count' : ''}`}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Sheet>
      {table.notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </>
  );
}

type NotReleasedViewProps = {
  readonly reasons: readonly NotReleased[];
  readonly call: Id<'call'>;
  /** Whether the reader may make the edition, where it is only not made yet. */
  readonly mayMake: boolean;
  readonly language: Language;
};

/** Why the public edition is not there, in words; and the way to make it, for those who may. */
export function NotReleasedView({ reasons, call, mayMake, language }: NotReleasedViewProps): JSX.Element {
  return (
    <>
      <ul>
        {reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>{notReleasedSentence(reason, language)}</li>
        ))}
      </ul>
      {mayMake && reasons.some(({ reason }) => reason === 'not-made') && (
        <form method="post" action={releasesAddress}>
          <input type="hidden" name="udmelding" value={call} />
          <button type="submit" className="button button-primary" name="maade" value="report">
            {releaseTexts(language)('makeReport')}
          </button>
        </form>
      )}
      {mayMake && <WayToWorkingNumbers call={call} language={language} />}
    </>
  );
}
