import { nextAttempt } from '../../../src/announcements/next-attempt.ts';
import type { BotDependencies } from '../../../src/bot.ts';
import type { Person } from '../../../src/chat/incoming.ts';
import type { Outlet } from '../../../src/chat/outlet.ts';
import type { Reply, ReplyAction } from '../../../src/chat/reply.ts';
import { tryDelivery } from '../../../src/dispatcher/try-delivery.ts';
import type { Language } from '../../../src/language.ts';
import type { Store } from '../../../src/store/store.ts';
import { desk, settings as usual, textOf } from '../../bot/open-bot.ts';
import { openDesk } from '../open-desk.ts';

export const colleague: Person = { id: 'sample:colleague', name: 'Grace' };
export const admin: Person = { id: 'sample:admin' };
export const member: Person = { id: 'sample:visitor' };

/** Friday, 1 October 2027, 10:00 in Madrid. */
const start = Date.parse('2027-10-01T08:00:00Z');

/** What an author writes at the least. */
export const written = {
  'title.en': 'General Assembly',
  'body.en': 'Please **register** by Friday.',
  audience: 'all',
};

/**
 * A secretariat at work: the real bot, store and commands, a small real platform with the channels `general`, `news`
 * (both in English) and `foro` (Spanish) in the audience `all`, and a hand that delivers what is due.
 */
export async function openNewsroom(
  options: { settings?: Partial<BotDependencies['settings']>; current?: BotDependencies['current'] } = {},
) {
  let now = start;
  const clock = () => now;
  const roles = { secretariat: new Set([desk.id, colleague.id]), admin: new Set([admin.id]) };
  const settings = { ...usual, zone: 'Europe/Madrid', ...options.settings };
  const { current } = options;
  const newsroom = await openDesk({ clock, roles, settings, ...(current && { current }) });
  const { store, outlet, platform } = newsroom;
  for (const name of ['news', 'foro']) platform.addChannel(name);
  for (const name of ['general', 'news']) {
    await store.audiences.putChannel('all', { channel: `fake:${name}`, language: 'en', topics: [] });
  }
  await store.audiences.putChannel('all', { channel: 'fake:foro', language: 'es', topics: [] });

  const as =
    (person: Person) =>
    async (name: string, given: Readonly<Record<string, string>> = {}, locale?: Language) =>
      await newsroom.command(name, given, { person, ...(locale === undefined ? {} : { locale }) });
  const press = async (reply: Reply, action: string, person: Person = desk): Promise<Reply> => {
    const { command, options: given } = actionNamed(reply, action);
    return await as(person)(command, given);
  };
  return {
    ...newsroom,
    as,
    press,
    clock,
    wait: (ms: number) => (now += ms),
    deliver: async () =>
      await deliverDue(
        store,
        outlet,
        () => now,
        (ms) => (now += ms),
      ),
    /** What people see in a channel. */
    seen: (channel: string) => platform.visible(channel).map(({ body }) => body.text),
    /** Writes an announcement for all three channels and confirms it. */
    publish: async (fields: Readonly<Record<string, string>> = {}): Promise<{ id: string; report: Reply }> => {
      const preview = await as(desk)('announce', { ...written, missing: 'en', ...fields });
      const report = await press(preview, 'confirm');
      if (report.reportsOn === undefined) throw new Error(`It was not confirmed: ${textOf(report)}`);
      return { id: report.reportsOn, report };
    },
  };
}

type CommandAction = Extract<ReplyAction, { kind: 'command' }>;

export function commandsIn({ actions = [] }: Reply): CommandAction[] {
  return actions.filter((action) => action.kind === 'command');
}

/** The button of a reply that does something, by the option `action`, by another option, or by its command. */
export function actionNamed(reply: Reply, name: string): CommandAction {
  const found = commandsIn(reply).find(
    ({ command, options }) => options['action'] === name || options['missing'] === name || command === name,
  );
  if (found === undefined) throw new Error(`There is no button “${name}” in: ${textOf(reply)}`);
  return found;
}

export function actionsOf(reply: Reply): string[] {
  return commandsIn(reply).map(({ command, options }) => options['action'] ?? command);
}

/** Delivers what is due until nothing is, a second of the test's time after the other. */
async function deliverDue(store: Store, outlet: Outlet, clock: () => number, wait: (ms: number) => void) {
  for (;;) {
    const due = { now: clock(), leaseMs: 60_000, limit: 20_000, perSecond: { fake: 20_000 } };
    const claimed = await store.deliveries.claim(due);
    if (claimed.length === 0) return;
    const timing = { maxTries: 6, windowMs: 86_400_000 };
    for (const delivery of claimed) {
      const tried = await tryDelivery(delivery, {
        outlet,
        deliveries: store.deliveries,
        clock,
        timing,
        mayStillSend: () => true,
        onStep: () => {},
      });
      const settlement =
        'settlement' in tried
          ? tried.settlement
          : nextAttempt({ delivery, error: tried.error, unseen: tried.unseen, now: clock(), random: () => 0.5 });
      await store.deliveries.settle(delivery.id, delivery.fence, settlement);
    }
    wait(1_100);
  }
}
