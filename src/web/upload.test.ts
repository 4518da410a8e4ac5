import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../test/chance.ts';
import { fileIn, uploadIn } from './upload.ts';

const text = fc.stringMatching(/^[a-zæøå0-9 .:;{}"\r\n-]*$/);

test('what a form sent is read as it was, byte for byte', () => {
  fc.assert(
    fc.property(text, fc.uint8Array({ maxLength: 200 }), (field, bytes) => {
      const body = Buffer.concat([
        Buffer.from(`--mark\r\nContent-Disposition: form-data; name="felt"\r\n\r\n${field}\r\n`),
        Buffer.from('--mark\r\nContent-Disposition: form-data; name="fil"; filename="a.json"\r\nContent-Type: application/json\r\n\r\n'),
        Buffer.from(bytes),
        Buffer.from('\r\n--mark--\r\n'),
      ]);
      fc.pre(!field.includes('\r\n--mark') && !Buffer.from(bytes).includes('\r\n--mark'));
      const upload = uploadIn(body, 'mark');
      expect(upload.fields['felt']).toBe(field);
      expect(fileIn(upload, 'fil')).toEqual({ name: 'a.json', bytes });
    }),
  );
});

test('a body that is none, a form without a file, and a name with a folder', () => {
  expect(uploadIn(Buffer.from('anything'), 'mark')).toEqual({ fields: {}, files: {} });
  expect(uploadIn(Buffer.from('--x'), '')).toEqual({ fields: {}, files: {} });
  const of = (name: string): unknown =>
    uploadIn(Buffer.from(`--m\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n\r\n\r\n--m--`), 'm');
  expect(fileIn(of(''), 'f')).toBeNull();
  expect(fileIn(of('C:\\mappe\\b.json'), 'f')?.name).toBe('b.json');
  expect(fileIn({}, 'f')).toBeNull();
});
