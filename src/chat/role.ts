import type { Person } from './incoming.ts';

/** What a person may do, from least to most. */
export const roles = ['member', 'secretariat', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Who has more than a member's rights: ids of people and of platform groups, such as `web:secretariat`. */
export interface RoleAssignments {
  readonly secretariat: ReadonlySet<string>;
  readonly admin: ReadonlySet<string>;
}

/** The highest role that the person's id or one of their groups has. */
export function roleOf(person: Person, assignments: RoleAssignments): Role {
  const ids = [person.id, ...(person.groups ?? [])];
  if (ids.some((id) => assignments.admin.has(id))) return 'admin';
  return ids.some((id) => assignments.secretariat.has(id)) ? 'secretariat' : 'member';
}

export function hasRole(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
