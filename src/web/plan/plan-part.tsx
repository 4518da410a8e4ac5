/** A part of an answer that is folded to its heading on a telephone, and the contents of the page that lead to each. On paper and where there is room all of it is shown. */
import type { JSX, ReactNode } from 'react';
import { catalogue, type Language } from '../ui/language.ts';

const words = catalogue({ contents: 'På denne side' }, { contents: 'On this page' });

/** Where the parts of an answer stand. */
export const partAnchors = {
  answer: 'svaret',
  numbers: 'tallene',
  weighs: 'betyder-mest',
  admissions: 'indskrivninger',
  lost: 'tabt',
  decided: 'hvem',
  need: 'behovet',
  assumptions: 'antagelser',
  rules: 'reglerne',
  proposal: 'steder',
} as const;

type Props = {
  readonly id: (typeof partAnchors)[keyof typeof partAnchors];
  readonly heading: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** One heading of the two is shown, and the other is hidden from everybody. The anchor is inside: a browser unfolds what it goes to. */
export function PlanPart({ id, heading, className = '', children }: Props): JSX.Element {
  return (
    <section className={`plan-part ${className}`.trim()}>
      <h2 className="plan-part-wide">{heading}</h2>
      <PlanFold id={id} name={<h2>{heading}</h2>}>
        {children}
      </PlanFold>
    </section>
  );
}

type FoldProps = { readonly id: string; readonly name: ReactNode; readonly children: ReactNode };

/** The same without a heading of its own where there is room. */
export function PlanFold({ id, name, children }: FoldProps): JSX.Element {
  return (
    <details className="fold section plan-fold">
      <summary>{name}</summary>
      <div id={id}>{children}</div>
    </details>
  );
}

type ContentsProps = { readonly parts: readonly (readonly [id: Props['id'], heading: string])[]; readonly language: Language };

export function PlanContents({ parts, language }: ContentsProps): JSX.Element {
  const name = words(language)('contents');
  return (
    <nav className="plan-contents no-print" aria-label={name}>
      <p className="quiet">{name}</p>
      <ul className="bare">
        {parts.map(([id, heading]) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
