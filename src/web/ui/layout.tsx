/** The frame of every page: mark, party, sections, title. It knows no task. */
import type { JSX, ReactNode } from 'react';
import { catalogue, type Language } from './language.ts';
import { type Notice, Receipt } from './receipt.tsx';

const texts = catalogue(
  {
    skip: 'Gå til indholdet',
    sections: 'Afsnit',
    crumbs: 'Du er her',
    more: 'Mere',
    signOut: 'Log ud',
    otherLanguage: 'In English',
    demo: 'Prøveudgave med opdigtede personer. Ingen oplysninger her handler om virkelige mennesker.',
  },
  {
    skip: 'Skip to content',
    sections: 'Sections',
    crumbs: 'You are here',
    more: 'More',
    signOut: 'Sign out',
    otherLanguage: 'På dansk',
    demo: 'Demonstration with invented people. Nothing here is about anyone real.',
  },
);

export type Section = { readonly href: string; readonly text: string; readonly current: boolean };
export type Crumb = { readonly href: string; readonly text: string };

export type LayoutProps = {
  readonly title: string;
  readonly language: Language;
  /** The address of this page: where the change of language returns to. */
  readonly address: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly sections: readonly Section[];
  readonly crumbs: readonly Crumb[];
  readonly who: { readonly name: string; readonly party: string | null } | null;
  readonly notice: Notice | null;
  readonly demo: boolean;
  /** The main action of the page, beside its title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

export function Layout(props: LayoutProps): JSX.Element {
  const { title, language, address, styles, scripts, sections, crumbs, who, notice, demo, action, children } = props;
  const say = texts(language);
  const other = language === 'da' ? 'en' : 'da';
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} · Samløb`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link
          rel="icon"
          href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M4 2c0 7 8 5 8 12v8M20 2c0 7-8 5-8 12' fill='none' stroke='%230b5563' stroke-width='3' stroke-linecap='round'/%3E%3C/svg%3E"
        />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <a className="skip" href="#indhold">
          {say('skip')}
        </a>
        <header className="top">
          <a className="mark" href="/">
            <Mark /> Samløb
          </a>
          {who?.party && <span className="party">{who.party}</span>}
          <div className="mine">
            <a href={`/sprog/${other}?til=${encodeURIComponent(address)}`} lang={other} hrefLang={other}>
              {say('otherLanguage')}
            </a>
            {who && (
              <>
                <span>{who.name}</span>
                <form method="post" action="/log-ud">
                  <button className="link-button">{say('signOut')}</button>
                </form>
              </>
            )}
          </div>
        </header>
        <div className={sections.length > 0 ? 'frame' : 'frame alone'}>
          {sections.length > 0 && (
            <nav className="sections" aria-label={say('sections')}>
              <ul>
                {sections.map((section) => (
                  <li key={section.href}>
                    <SectionLink section={section} />
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <main id="indhold" tabIndex={-1}>
            {crumbs.length > 0 && (
              <nav className="crumbs" aria-label={say('crumbs')}>
                <ol>
                  {crumbs.map((crumb) => (
                    <li key={crumb.href}>
                      <a href={crumb.href}>{crumb.text}</a>
                    </li>
                  ))}
                </ol>
              </nav>
            )}
            {notice && <Receipt notice={notice} />}
            <div className="head">
              <h1>{title}</h1>
              {action}
            </div>
            {children}
          </main>
        </div>
        {sections.length > 0 && <Bar sections={sections} more={say('more')} label={say('sections')} />}
        {demo && <footer className="foot">{say('demo')}</footer>}
      </body>
    </html>
  );
}

function SectionLink({ section }: { readonly section: Section }): JSX.Element {
  return (
    <a href={section.href} aria-current={section.current ? 'page' : undefined}>
      {section.text}
    </a>
  );
}

/** On a phone: four sections at the bottom, the rest behind «mere». */
function Bar({
  sections,
  more,
  label,
}: {
  readonly sections: readonly Section[];
  readonly more: string;
  readonly label: string;
}): JSX.Element {
  const [shown, rest] = sections.length > 5 ? [sections.slice(0, 4), sections.slice(4)] : [sections, []];
  return (
    <nav className="bar" aria-label={`${label} (2)`}>
      {shown.map((section) => (
        <SectionLink key={section.href} section={section} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{more}</summary>
          <ul>
            {rest.map((section) => (
              <li key={section.href}>
                <SectionLink section={section} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

/** Two lines that meet and go on as one. */
export function Mark(): JSX.Element {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M4 2c0 7 8 5 8 12v8M20 2c0 7-8 5-8 12" />
    </svg>
  );
}
