/** A number that can be rung by touching it. */
import type { JSX } from 'react';

export function Telephone({ number }: { readonly number: string }): JSX.Element {
  const digits = number.replaceAll(' ', '');
  return <a href={`tel:${digits.startsWith('+') ? digits : `+45${digits}`}`}>{number}</a>;
}
