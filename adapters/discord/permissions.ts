/** Bits of Discord's permissions (reference: permissions). */
export const permission = {
  administrator: 1n << 3n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  createPublicThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
  /** To make scheduled events, and to change those of one's own; since February 2026 nothing else gives it. */
  createEvents: 1n << 44n,
} as const;

/** What the bot needs; everything that the invitation asks for. */
export const neededPermissions =
  permission.viewChannel |
  permission.sendMessages |
  permission.attachFiles |
  permission.readHistory |
  permission.mentionEveryone |
  permission.createPublicThreads |
  permission.sendInThreads |
  permission.createEvents;

export interface Overwrite {
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

export interface PermissionContext {
  readonly guildId: string;
  readonly userId: string;
  readonly memberRoles: readonly string[];
  readonly roles: readonly { readonly id: string; readonly permissions: string }[];
  readonly overwrites: readonly Overwrite[];
}

const all = ~0n;

/**
 * What somebody may do in a channel: the rights of everybody and of the own roles, then what the channel takes and gives
 * to everybody, to the roles together, and to the person, in this order.
 */
export function permissionsIn({ guildId, userId, memberRoles, roles, overwrites }: PermissionContext): bigint {
  const base = roles
    .filter(({ id }) => id === guildId || memberRoles.includes(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if ((base & permission.administrator) !== 0n) return all;
  const steps = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(({ id }) => memberRoles.includes(id)),
    overwrites.filter(({ id }) => id === userId),
  ];
  return steps.reduce((bits, step) => {
    const deny = step.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n);
    const allow = step.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n);
    return (bits & ~deny) | allow;
  }, base);
}
