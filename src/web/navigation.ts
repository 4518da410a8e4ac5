/** The sections of the frame: each role sees only those it works with. */
import { may } from '../access/decide.ts';
import type { Permission } from '../access/permissions.ts';
import type { Actor, Role } from '../domain/trail.ts';
import { catalogue, type Language } from './ui/language.ts';
import type { Section } from './ui/layout.tsx';

const texts = catalogue(
  {
    work: 'Mit arbejde',
    own: 'Mit forløb',
    pathways: 'Forløb',
    places: 'Pladser',
    waiting: 'Venteliste',
    calls: 'Udmeldinger',
    releases: 'Udgivelser',
    numbers: 'Tal',
    plan: 'Planlægning',
    published: 'Scenarier',
    trace: 'Sporet',
  },
  {
    work: 'My work',
    own: 'My pathway',
    pathways: 'Pathways',
    places: 'Places',
    waiting: 'Waiting list',
    calls: 'Calls',
    releases: 'Releases',
    numbers: 'Numbers',
    plan: 'Planning',
    published: 'Scenarios',
    trace: 'The trace',
  },
);

const sections = [
  { key: 'own', href: '/mit-forloeb', permission: 'pathway:own' },
  { key: 'work', href: '/arbejde', permission: 'pathway:read' },
  { key: 'pathways', href: '/forloeb', permission: 'pathway:list' },
  // She may see which places there are, but her own page tells her about hers: no menu of capacity for her.
  { key: 'places', href: '/pladser', permission: 'place:read', notFor: 'woman' },
  { key: 'waiting', href: '/venteliste', permission: 'report:internal' },
  { key: 'calls', href: '/udmeldinger', permission: 'call:read' },
  { key: 'releases', href: '/udgivelser', permission: 'release:make' },
  { key: 'numbers', href: '/tal', permission: 'figure:read' },
  { key: 'plan', href: '/planlaegning', permission: 'plan:read' },
  // Those who plan find the published ones among all others.
  { key: 'published', href: '/planlaegning/offentliggjort', permission: 'plan:published', unless: 'plan:read' },
  { key: 'trace', href: '/spor', permission: 'trace:read' },
] as const satisfies readonly { key: string; href: string; permission: Permission; notFor?: Role; unless?: Permission }[];

export function sectionsFor(actor: Actor | null, address: string, language: Language): readonly Section[] {
  if (!actor) return [];
  const say = texts(language);
  return sections
    .filter(
      (section) =>
        may(actor, section.permission) &&
        !('notFor' in section && section.notFor === actor.role) &&
        !('unless' in section && may(actor, section.unless)),
    )
    .map(({ key, href }) => ({
      href,
      text: say(key),
      current: address === href || address.startsWith(`${href}/`) || address.startsWith(`${href}?`),
    }));
}

/** Where each role lands after login: the page its work begins on. */
const homes: Readonly<Record<Role, string>> = {
  referrer: '/arbejde',
  'family-clinic': '/arbejde',
  'substance-treatment': '/arbejde',
  'family-department': '/arbejde',
  coordinator: '/arbejde',
  'unit-leader': '/pladser',
  'crisis-centre': '/arbejde',
  'care-decider': '/arbejde',
  secretariat: '/udmeldinger',
  approver: '/udmeldinger',
  supervision: '/pladser',
  agency: '/udmeldinger',
  planner: '/tal',
  'data-protection': '/spor',
  woman: '/mit-forloeb',
  operator: '/pladser',
};

export function homeOf(actor: Actor): string {
  return homes[actor.role];
}
