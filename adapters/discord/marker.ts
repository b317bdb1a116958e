import { createHash } from 'node:crypto';
import { z } from 'zod';

const component = z.looseObject({
  id: z.number().optional(),
  components: z.array(z.looseObject({ id: z.number().optional() })).optional(),
});

const marked = z.looseObject({ components: z.array(component) });

/**
 * The two component ids by which a message is known again. Discord gives a message's nonce back when it is created and
 * never afterwards, but keeps the ids of components (31 bits each). The lowest bit of the second says whether the
 * message is to be passed on to followers.
 */
function idsOf(key: string): readonly [number, number] {
  const hash = createHash('sha256').update(key).digest();
  const [first, second] = [hash.readUInt32BE(0) >>> 1 || 1, (hash.readUInt32BE(4) >>> 2) << 1 || 2];
  return first >>> 1 === second >>> 1 ? [first, second ^ 0b100] : [first, second];
}

/** The same message with the key in its first two components, counted from the outside. */
export function mark<Message extends { components?: unknown }>(
  message: Message,
  key: string,
  crosspost: boolean,
): Message {
  const [first, second] = idsOf(key);
  const ids = [first, crosspost ? second | 1 : second];
  const { components } = marked.parse(message);
  const next = <Part extends object>(part: Part): Part => {
    const id = ids.shift();
    return id === undefined ? part : { ...part, id };
  };
  return {
    ...message,
    components: components.map((outer) => {
      const own = next(outer);
      return outer.components === undefined ? own : { ...own, components: outer.components.map(next) };
    }),
  };
}

/** Whether a message carries the key, and whether it is to be passed on; undefined when it is another message. */
export function readMark(message: unknown, key: string): { readonly crosspost: boolean } | undefined {
  const parsed = marked.safeParse(message);
  if (!parsed.success) return undefined;
  const [first, second] = idsOf(key);
  const ids = parsed.data.components.flatMap((outer) => [outer.id, ...(outer.components ?? []).map(({ id }) => id)]);
  const [own, other] = ids;
  if (own !== first || other === undefined || (other & ~1) !== second) return undefined;
  return { crosspost: (other & 1) === 1 };
}
