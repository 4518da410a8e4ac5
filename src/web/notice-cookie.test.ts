import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestNotice, noticeValue, readNotice, sentLength } from './notice-cookie.ts';

const words = fc.array(fc.constantFrom('plads', 'nætter', 'Fjordhuset', 'på', 'to.', 'hun.', '→', '«ja»', '👶'), {
  minLength: 1,
  maxLength: 900,
});

describe('a receipt in its cookie', () => {
  test('comes out as it went in where there is room for it, and else ends after whole sentences, or whole words of the first', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('notice' as const, 'attention' as const), fc.constantFrom('', 'ophold-1'), (said, tone, at) => {
        const text = said.join(' ');
        const value = noticeValue({ tone, at, text });
        const read = readNotice(value);
        expect(sentLength(value)).toBeLessThanOrEqual(longestNotice);
        expect([read.tone, read.at]).toEqual([tone, at === '' ? null : at]);
        if (sentLength(`${tone} ${at} ${text}`) <= longestNotice) {
          expect(read.text).toBe(text);
          return;
        }
        const kept = read.text.slice(0, -2);
        expect(read.text.endsWith(' …')).toBe(true);
        expect(text.startsWith(`${kept} `)).toBe(true);
        // Nothing is left out that there was room for.
        const rest = text.slice(kept.length + 1);
        const next = kept.endsWith('.') ? (/^.*?\.(?= |$)/.exec(rest)?.[0] ?? rest) : (rest.split(' ')[0] ?? '');
        expect(sentLength(`${tone} ${at} ${kept} ${next} …`)).toBeGreaterThan(longestNotice);
      }),
    );
  });

  test('with its name is within what browsers keep', () => {
    expect('samlob_besked='.length + longestNotice).toBeLessThan(4_096);
  });
});
