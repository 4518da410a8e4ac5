import * as fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { escaped } from './markup.ts';

const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom('&', '<', '>', '"', "'", '/', 'æ', '&amp;', '<b>')).map((signs) => signs.join('')),
);

test('any text is written as React writes it, between tags and in an attribute', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(`<i>${escaped(text)}</i>`).toBe(renderToStaticMarkup(createElement('i', null, text)));
      expect(`<i title="${escaped(text)}"></i>`).toBe(renderToStaticMarkup(createElement('i', { title: text })));
    }),
  );
});
