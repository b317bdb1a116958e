import { z } from 'zod';

// What Discord refuses besides what its description says.

const component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.number(),
    id: z.number().optional(),
    content: z.string().optional(),
    label: z.string().nullish(),
    custom_id: z.string().optional(),
    components: z.array(component).optional(),
    component: component.optional(),
  }),
);

export interface Component {
  readonly [key: string]: unknown;
  readonly type: number;
  readonly id?: number | undefined;
  readonly content?: string | undefined;
  readonly label?: string | null | undefined;
  readonly custom_id?: string | undefined;
  readonly components?: Component[] | undefined;
  readonly component?: Component | undefined;
}

export const messageBody = z.looseObject({
  content: z.string().nullish(),
  flags: z.number().nullish(),
  nonce: z.string().optional(),
  enforce_nonce: z.boolean().optional(),
  embeds: z.array(z.unknown()).nullish(),
  components: z.array(component).nullish(),
  allowed_mentions: z.looseObject({ parse: z.array(z.string()).nullish() }).nullish(),
  message_reference: z.looseObject({ message_id: z.string() }).nullish(),
});

export type MessageBody = z.infer<typeof messageBody>;

export const modalBody = z.looseObject({ custom_id: z.string(), title: z.string(), components: z.array(component) });

export function allComponents(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [
    one,
    ...allComponents(one.components ?? []),
    ...(one.component === undefined ? [] : allComponents([one.component])),
  ]);
}

export const flag = { ephemeral: 64, components: 32_768 } as const;

/** What is wrong with a message by the rules of Components V2 and of content; undefined when nothing is. */
export function messageProblem(body: MessageBody, partial: boolean): string | undefined {
  const parts = allComponents(body.components ?? []);
  const isV2 = ((body.flags ?? 0) & flag.components) !== 0;
  if ((body.content?.length ?? 0) > 2000) return 'content longer than 2000';
  if ((body.embeds?.length ?? 0) > 0 && isV2) return 'embeds beside components';
  if (isV2 && (body.content ?? '') !== '') return 'content beside components';
  if (!isV2 && parts.some(({ type }) => type > 8)) return 'new components without the flag';
  if (!partial && (body.content ?? '') === '' && parts.length === 0) return 'an empty message';
  if (parts.length > 40) return `${parts.length} components`;
  const length = parts.reduce((sum, { content = '' }) => sum + content.length, 0);
  if (length > 4000) return `${length} characters in text displays`;
  if (parts.some(({ type, content }) => type === 10 && (content ?? '').trim() === '')) return 'an empty text display';
  if (parts.some(({ type, components }) => type === 1 && (components ?? []).length > 5)) return 'a row of more than 5';
  return duplicates(parts);
}

export function modalProblem(modal: z.infer<typeof modalBody>): string | undefined {
  if (modal.components.length > 5) return `${modal.components.length} parts of a modal`;
  const parts = allComponents(modal.components);
  if (parts.some(isTooLong)) return 'a value longer than its field takes';
  return duplicates(parts);
}

function isTooLong({ value, max_length: limit = 4000 }: Component): boolean {
  return typeof value === 'string' && typeof limit === 'number' && value.length > limit;
}

function duplicates(parts: readonly Component[]): string | undefined {
  const names = parts.flatMap(({ custom_id: name }) => (name === undefined ? [] : [name]));
  if (new Set(names).size < names.length) return 'a custom_id twice';
  const ids = parts.flatMap(({ id = 0 }) => (id === 0 ? [] : [id]));
  return new Set(ids).size < ids.length ? 'a component id twice' : undefined;
}

/** What people read: texts and labels of buttons, without the marks of escaped characters. */
export function readableText(components: readonly Component[]): string {
  return allComponents(components)
    .flatMap(({ content, label }) => [content ?? label ?? ''])
    .filter((text) => text !== '')
    .join('\n')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** Every component with an id, as Discord keeps them. */
export function withIds(components: readonly Component[]): Component[] {
  const taken = new Set(allComponents(components).map(({ id }) => id));
  let next = 1;
  const give = (one: Component): Component => {
    while (one.id === undefined && taken.has(next)) next += 1;
    const id = one.id ?? next;
    taken.add(id);
    return { ...one, id, ...(one.components === undefined ? {} : { components: one.components.map(give) }) };
  };
  return components.map(give);
}
