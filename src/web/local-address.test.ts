import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localAddress } from './local-address.ts';

describe('an address to go back to', () => {
  test.each(['/spor?foer=7', '/forloeb/maja#f3', '/pladser/afdeling/nord'])('on this site is kept: %s', (address) => {
    expect(localAddress(address)).toBe(address);
  });

  test.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
  ])('that a browser would read as another site is refused: %j', (address) => {
    expect(localAddress(address)).toBe('');
  });

  test('never leaves this site, whatever is sent', () => {
    const anyAddress = fc
      .array(fc.constantFrom('/', '\\', '.', '\t', '\n', '\r', '@', ':', '?', '#', '%', 'evil.example', 'http', 'å'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyAddress, (address) => {
        const kept = localAddress(`/${address}`);
        expect(new URL(kept, 'https://samlob.example').origin).toBe('https://samlob.example');
        expect(kept).toMatch(/^[!-~]*$/);
      }),
    );
  });
});
