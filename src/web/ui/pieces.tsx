/** Small pieces that pages are put together from. */
import type { JSX, ReactNode } from 'react';

/** A status in a word, with a colour that only repeats it. */
export function Tag({
  tone,
  children,
}: {
  readonly tone?: 'accent' | 'attention' | 'stop' | 'done';
  readonly children: ReactNode;
}): JSX.Element {
  return <span className={tone ? `tag ${tone}` : 'tag'}>{children}</span>;
}

/** A message in the page: something to notice, or something wrong. */
export function Alert({
  tone,
  heading,
  children,
}: {
  readonly tone: 'notice' | 'attention' | 'error';
  readonly heading?: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <div className={`alert ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      {heading && <p className="alert-heading">{heading}</p>}
      <div className="alert-text">{children}</div>
    </div>
  );
}

/** The strip at the top of a page: the next thing, by when, what is missing. */
export function Strip({ children }: { readonly children: ReactNode }): JSX.Element {
  return <div className="strip">{children}</div>;
}

type CardProps = {
  readonly heading?: string;
  /** Where an address can lead to it. */
  readonly id?: string;
  readonly children: ReactNode;
};

export function Card({ heading, id, children }: CardProps): JSX.Element {
  return (
    <section className="card" id={id}>
      {heading && <h2>{heading}</h2>}
      {children}
    </section>
  );
}

type SheetProps = {
  readonly caption: string;
  /** The heading right above says the same: then the caption is for screen readers alone. */
  readonly underHeading?: boolean;
  readonly children: ReactNode;
};

/** A dense table that scrolls by itself on a narrow screen, also by keyboard. */
export function Sheet({ caption, underHeading = false, children }: SheetProps): JSX.Element {
  return (
    <section className="table-frame" tabIndex={0} aria-label={caption}>
      <table className="sheet">
        <caption className={underHeading ? 'sr-only' : undefined}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

/** Facts as term and value. */
export function Pairs({ pairs }: { readonly pairs: readonly (readonly [term: string, value: ReactNode])[] }): JSX.Element {
  return (
    <dl className="pairs">
      {pairs.map(([term, value]) => (
        <div key={term} className="pair">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
