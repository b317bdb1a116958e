import type { FakePerson } from './people.ts';
import { textOf, type FakeMessage } from './state.ts';

/** The newest message to somebody alone with a button that begins so. */
export function withButton(
  messages: readonly FakeMessage[],
  person: FakePerson,
  label: RegExp,
): { message: FakeMessage; label: string } | undefined {
  for (const message of messages.toReversed()) {
    if (message.seenBy !== person.user.id && message.channelId !== person.directChannel) continue;
    const found = textOf(message)
      .split('\n')
      .find((line) => label.test(line));
    if (found !== undefined) return { message, label: found };
  }
  return undefined;
}
