/** Discord's component types, as far as this room uses them, and the flag of messages that consist of components. */
export const componentType = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  text: 10,
  file: 13,
  container: 17,
  label: 18,
  upload: 19,
} as const;

/** Message flags: published to followers; seen by one person only; made of components (Components V2). */
export const messageFlag = { crossposted: 1, ephemeral: 64, components: 32_768 } as const;

export const buttonStyle = { primary: 1, secondary: 2, danger: 4 } as const;

export interface TextDisplay {
  readonly type: typeof componentType.text;
  readonly id?: number;
  readonly content: string;
}

export interface Button {
  readonly type: typeof componentType.button;
  readonly style: (typeof buttonStyle)[keyof typeof buttonStyle];
  readonly label: string;
  readonly custom_id: string;
}

export interface Row {
  readonly type: typeof componentType.row;
  readonly components: readonly Button[];
}

/** A file that is attached to the message, shown where this stands. */
export interface FileDisplay {
  readonly type: typeof componentType.file;
  readonly id?: number;
  /** `attachment://` and the file's name. */
  readonly file: { readonly url: string };
}

export interface Container {
  readonly type: typeof componentType.container;
  readonly id?: number;
  readonly accent_color?: number;
  readonly components: readonly (TextDisplay | FileDisplay)[];
}

/** What is sent as a message. */
export interface MessagePayload {
  readonly flags: number;
  readonly components: readonly (TextDisplay | FileDisplay | Row | Container)[];
  readonly allowed_mentions: { readonly parse: readonly 'everyone'[]; readonly replied_user?: false };
}

export function textDisplay(content: string): TextDisplay {
  return { type: componentType.text, content };
}

/** The name under which an event is attached. */
export const eventFile = 'event.ics';

export function eventFileDisplay(): FileDisplay {
  return { type: componentType.file, file: { url: `attachment://${eventFile}` } };
}

/** A message in which nobody is mentioned, whatever its words say. */
export function messageOf(components: MessagePayload['components']): MessagePayload {
  return { flags: messageFlag.components, components, allowed_mentions: { parse: [], replied_user: false } };
}
