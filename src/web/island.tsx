/** Puts an island in a page: its markup now, its props for the browser to wake it with. */
import { createElement, type JSX } from 'react';
import { renderToString } from 'react-dom/server';
import { islands } from './islands/registry.ts';

export function Island({ name, props }: { readonly name: string; readonly props: object }): JSX.Element {
  const island = islands[name];
  if (!island) throw new Error(`there is no island “${name}”`);
  // The page around it is plain markup; only what the browser wakes bears React's marks.
  const markup = renderToString(createElement(island, props));
  return <div data-island={name} data-props={JSON.stringify(props)} dangerouslySetInnerHTML={{ __html: markup }} />;
}
