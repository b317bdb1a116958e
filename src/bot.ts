import { textBody } from './answers/answer-reply.ts';
import { suggest } from './answers/suggest.ts';
import { describeFailure } from './bot/describe-failure.ts';
import { toAskedQuestion, toLogLine } from './bot/question-record.ts';
import { commandNamed, route } from './bot/route.ts';
import { createTurns } from './bot/turns.ts';
import { within } from './bot/within.ts';
import type { Core } from './chat/adapter.ts';
import type { Incoming } from './chat/incoming.ts';
import { messagesIn } from './chat/messages.ts';
import type { Destination, Outlet } from './chat/outlet.ts';
import type { Reply } from './chat/reply.ts';
import { roleOf, type RoleAssignments } from './chat/role.ts';
import type { Clock } from './clock.ts';
import { zoneOf } from './commands/announcing/zone-of.ts';
import { catalog } from './commands/catalog.ts';
import { announcedEvents, publicPlatform } from './commands/events/announced-events.ts';
import type { AnswerContext, CommandContext, CommandResult, Settings } from './commands/command.ts';
import { AppError } from './errors.ts';
import { languages, type Language } from './language.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

export interface BotDependencies {
  /** What the assistant knows at the moment of a question; asked anew for each. */
  readonly current: () => Pick<AnswerContext, 'knowledge' | 'retriever'>;
  readonly contact: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  /** The ways out to the platforms that are configured, by platform. */
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly settings: Settings;
  readonly roles: RoleAssignments;
  /** A new id of letters and digits, at most 20. */
  readonly newId: () => string;
  /** There is something new to deliver. */
  readonly onWake: () => void;
  /** How long an answer waits for the store at each step, in milliseconds; absent: one second. */
  readonly storeMs?: number;
}

/** As many conversations are remembered, for questions that go on from the one before; the oldest are forgotten. */
const conversationLimit = 10_000;

const defaultStoreMs = 1_000;

/** The inbound engine: what people write comes in, what they read goes out. Nothing of it rejects. */
export function createBot(dependencies: BotDependencies): Core {
  const { current, contact, clock, log, store, outlets, settings, roles, newId, onWake } = dependencies;
  const { storeMs = defaultStoreMs } = dependencies;
  const lastQuestions = new Map<string, string>();

  const remember = (conversation: string, question: string) => {
    lastQuestions.delete(conversation);
    lastQuestions.set(conversation, question);
    const [oldest] = lastQuestions.keys();
    if (lastQuestions.size > conversationLimit && oldest !== undefined) lastQuestions.delete(oldest);
  };

  /** Does what an answer can do without; a failure is the operator's matter. */
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await within(storeMs, work());
    } catch (error) {
      log.error(describeFailure(error), what);
      return undefined;
    }
  };

  const languageIn = async (channel: Destination): Promise<Language | undefined> => {
    const known = await attempt('the language of a channel could not be read', () => store.channels.get(channel));
    return known?.language;
  };

  const languageOf = async ({ locale, channel }: Incoming): Promise<Language> =>
    locale ?? (channel === undefined ? undefined : await languageIn(channel)) ?? languages[0];

  const contextOf = (incoming: Incoming, language: Language, now: number): CommandContext => {
    const { person, channel, replyTo, conversationId } = incoming;
    const previousQuestion = lastQuestions.get(conversationId);
    return {
      ...current(),
      contact,
      language,
      person,
      role: roleOf(person, roles),
      store,
      outlets,
      clock,
      newId,
      settings,
      today: { now, zone: zoneOf({ person, settings }) },
      announced: async () =>
        await attempt('what was announced could not be read', () =>
          announcedEvents(store, [platformOf(person.id), publicPlatform]),
        ),
      ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
      canForward: settings.secretariatChannel !== undefined && replyTo !== undefined,
      ...(previousQuestion === undefined ? {} : { previousQuestion }),
      ...(channel === undefined ? {} : { channel }),
      ...(replyTo === undefined ? {} : { replyTo }),
    };
  };

  const recordRefusal = async ({ person }: Incoming, command: string) => {
    log.warn({ command }, 'a command was refused');
    const row = { at: clock(), personId: person.id, action: `${command}.refused`, subject: '', details: {} };
    await attempt('a refusal could not be written to the audit log', () => store.audit.append(row));
  };

  /** The id under which the question was stored; undefined when it could not be, and then nobody can say if it helped. */
  const recordQuestion = async (
    { person }: Incoming,
    { answer, question }: CommandResult,
    at: number,
  ): Promise<string | undefined> => {
    if (answer === undefined) return undefined;
    log.info(toLogLine(answer, clock() - at), 'question');
    const text = settings.keepQuestions ? question : undefined;
    const asked = toAskedQuestion(answer, { id: newId(), at, platform: platformOf(person.id), text });
    return await attempt('a question could not be recorded', async () => {
      await store.questions.record(asked);
      return asked.id;
    });
  };

  const answer = async (incoming: Incoming, language: Language, startedAt: number): Promise<Reply> => {
    const context = contextOf(incoming, language, startedAt);
    const result = await route(context, incoming, async (command) => await recordRefusal(incoming, command));
    if (result.question !== undefined) remember(incoming.conversationId, result.question);
    if (result.wake === true) onWake();
    const questionId = await recordQuestion(incoming, result, startedAt);
    return questionId === undefined ? result.reply : { ...result.reply, questionId };
  };

  const apologise = (error: unknown, incoming: Incoming, language: Language): Reply => {
    const command = incoming.kind === 'command' ? commandNamed(incoming.name)?.spec.name : undefined;
    const where = { kind: incoming.kind, ...(command === undefined ? {} : { command }) };
    log.error({ ...where, ...describeFailure(error) }, 'a message could not be handled');
    const { storeFailed, failed } = messagesIn(language);
    const isStore = error instanceof AppError && error.code === 'store';
    return { language, failed: true, body: textBody(isStore ? storeFailed(contact) : failed(contact)) };
  };

  return {
    commands: catalog.map(({ spec }) => spec),
    handle: async (incoming) => {
      const startedAt = clock();
      const language = await languageOf(incoming);
      try {
        return await answer(incoming, language, startedAt);
      } catch (error) {
        return apologise(error, incoming, language);
      }
    },
    begin: createTurns({ store, clock, log, storeMs }),
    languageIn,
    roleOf: (person) => roleOf(person, roles),
    suggest: (typed, locale) => suggest(current().knowledge, typed, locale),
    keepUpToDate: async (announcementId, message, { person, conversationId, locale }) => {
      const reader = { person, conversationId, ...(locale === undefined ? {} : { locale }) };
      const platform = platformOf(person.id);
      // Without a digest the first look finds the report out of date and writes it anew.
      const watch = { platform, subject: announcementId, message, reader, digest: '' };
      await attempt('a report cannot be kept up to date', async () => await store.watches.put(watch));
    },
  };
}

/** Ids of people begin with their platform. */
function platformOf(personId: string): string {
  return personId.slice(0, Math.max(0, personId.indexOf(':')));
}
