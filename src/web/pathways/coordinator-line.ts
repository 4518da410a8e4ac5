/** Whom to ring, in one line: the coordinator, the party she or he works for, and the number, as far as each is known. */
import type { Coordinator } from '../../domain/pathway/state.ts';

type Reached = Pick<Coordinator, 'name' | 'telephone'> & Partial<Pick<Coordinator, 'organisationName'>>;

/** «Kirsten Vangsø, Aalborg Kommune, 12 34 56 78». `noNumber` stands where no number is known. */
export function coordinatorLine({ name, organisationName, telephone }: Reached, noNumber = ''): string {
  return [name, organisationName ?? '', telephone || noNumber].filter((part) => part !== '').join(', ');
}

/** «Kirsten Vangsø, 12 34 56 78»: where the party is said beside it, or says her nothing. */
export function coordinatorNumber({ name, telephone }: Reached): string {
  return coordinatorLine({ name, telephone });
}
