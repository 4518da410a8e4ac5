/** Makes schemas that are held equal to the types of the domain, so that what comes in and goes out needs no second set of types. */
import Type, { type Static, type TSchema, type TUnsafe } from 'typebox';

/** A schema's type as the domain writes types: nothing in it can be changed. */
export type Readable<T> = T extends string | number | boolean | null | undefined ? T : { readonly [K in keyof T]: Readable<T[K]> };

/** True when each of two types fits the other. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Holds a schema equal to a type, both ways: where they differ, the call does not compile. */
export function schemaOf<T>() {
  return <S extends TSchema>(schema: S & (Same<Readable<Static<S>>, T> extends true ? unknown : never)): TUnsafe<T> =>
    Type.Unsafe<T>(schema);
}

/** The same schema with a type in which nothing can be changed: for what goes out. */
export function readable<S extends TSchema>(schema: S): TUnsafe<Readable<Static<S>>> {
  return Type.Unsafe<Readable<Static<S>>>(schema);
}

/** One of the texts of a closed list. */
export function oneOf<const T extends string>(values: readonly T[]): TUnsafe<T> {
  return Type.Unsafe<T>({ type: 'string', enum: values });
}

/** An object that holds these properties and no others. */
export function closed<P extends Record<string, TSchema>>(properties: P): ReturnType<typeof Type.Object<P>> {
  return Type.Object(properties, { additionalProperties: false });
}
