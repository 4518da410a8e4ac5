/** The calls that Samløb knows. */
import type { CallPackage } from './package.ts';
import { call2019 } from './packages/2019-gravide.ts';

export const callPackages: readonly CallPackage[] = [call2019];

export function callPackage(id: string): CallPackage | null {
  return callPackages.find((call) => call.id === id) ?? null;
}
