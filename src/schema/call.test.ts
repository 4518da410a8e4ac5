import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { printedOf, releasedEdition } from '../../test/released-edition.ts';
import { answers2019 } from '../domain/call/answers-2019.ts';
import type { Answer } from '../domain/call/answer.ts';
import { callPackages } from '../domain/call/packages.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { type IssuedPackage, issuedPackage } from '../domain/call/package.ts';
import { internalReport, publicReport } from '../domain/call/report.ts';
import { day } from '../domain/time.ts';
import { type ReportJson, reportJson } from '../reports/json.ts';
import type { StoredAnswer } from '../store/call.ts';
import { answerBodySchema, answerSchema, reportSchema, type storedAnswerSchema } from './call.ts';
import { callPackageSchema } from './call-package.ts';
import { closed, oneOf, type Readable, type Same, schemaOf } from './schema.ts';

type Fits<S extends TSchema, T> = Same<Readable<Static<S>>, T>;

describe('a schema', () => {
  test('is the same type as what it describes, both ways', () => {
    expectTypeOf<Fits<typeof answerSchema, Answer>>().toEqualTypeOf<true>();
    expectTypeOf<Fits<typeof callPackageSchema, IssuedPackage>>().toEqualTypeOf<true>();
    expectTypeOf<Fits<typeof storedAnswerSchema, StoredAnswer>>().toEqualTypeOf<true>();
    expectTypeOf<Fits<typeof reportSchema, ReportJson>>().toEqualTypeOf<true>();
  });

  test('that says more, less or other than the type does not compile', () => {
    type Small = { readonly letter: 'a' | 'b' };
    const same = schemaOf<Small>()(closed({ letter: oneOf(['a', 'b']) }));
    // @ts-expect-error a letter that the type does not know
    const more = schemaOf<Small>()(closed({ letter: oneOf(['a', 'b', 'c']) }));
    // @ts-expect-error a letter of the type is missing
    const less = schemaOf<Small>()(closed({ letter: oneOf(['a']) }));
    // @ts-expect-error another property
    const other = schemaOf<Small>()(closed({ number: oneOf(['a', 'b']) }));
    expect([same, more, less, other].every((schema) => Check(schema, { letter: 'a' }))).toBe(false);
  });

  test('lets through every call, answer and report that Samløb holds', () => {
    expect(callPackages.every((call) => Check(callPackageSchema, issuedPackage(call)) && !Check(callPackageSchema, call))).toBe(true);
    expect(answers2019.length).toBe(98);
    expect(answers2019.filter((answer) => !Check(answerSchema, answer))).toEqual([]);
    for (const place of ['syddanmark', 'danmark'] as const) {
      const request = {
        package: call2019,
        answers: answers2019,
        place,
        asOf: day('2020-10-15'),
        status: 'reported' as const,
        preview: false,
      };
      for (const written of [
        internalReport(request),
        publicReport(request, releasedEdition(request), printedOf(request, releasedEdition(request))),
      ]) {
        expect(written.outcome === 'written' && Check(reportSchema, reportJson(written.report))).toBe(true);
      }
    }
  });

  test.each([
    ['a text where a number belongs', { total: '6' }],
    ['a number that is not whole', { total: 6.5 }],
    ['something that nobody asked for', { comment: 'se bilag' }],
  ])('turns away an answer with %s', (_what, wrong) => {
    const any = { years: [2, 2, 2], total: 6 };
    const body = { version: 1, answeredBy: 'Opdigtet Kontakt', counts: { any, residential: any } };
    expect(Check(answerBodySchema, body)).toBe(true);
    expect(Check(answerBodySchema, { ...body, counts: { any: { ...any, ...wrong }, residential: any } })).toBe(false);
  });

  test.each(['\u0000', 'linje\nskift', '\ud800'])('turns away a name with a character that cannot be stored or shown: %j', (answeredBy) => {
    const any = { years: [0, 0, 0], total: 0 };
    expect(Check(answerBodySchema, { version: null, answeredBy, counts: { any, residential: any } })).toBe(false);
    expect(Check(answerBodySchema, { version: null, answeredBy: 'Åse 😀', counts: { any, residential: any } })).toBe(true);
  });
});
