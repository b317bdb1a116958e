import { fieldLimits } from '../../announcements/announcement-fields.ts';
import { writeWhen } from '../../announcements/zone.ts';
import { messagesIn } from '../../chat/messages.ts';
import { inertText, oneLine, shortened } from '../../chat/plain-text.ts';
import type { HeldEvent } from '../../events/import/imported-event.ts';
import type { Language } from '../../language.ts';
import { plainToMarkdown } from './plain-to-markdown.ts';

/** What a file says of an event, as an announcement would say it; what it does not say is empty. */
export interface FileFields {
  readonly language: Language;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Times with their offset, so that they mean the same in every zone. */
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  readonly place: string;
  readonly link: string;
  readonly cancelled: '' | 'true';
}

/** What could not be taken over as it stands in the file. */
export type DraftNote = 'titleShortened' | 'bodyShortened' | 'placeShortened' | 'linkLeft' | 'noDescription';

export interface Draft {
  readonly fields: FileFields;
  readonly notes: readonly DraftNote[];
}

/**
 * An event of a file as a draft in a language. What is too long is shortened, with the whole of a title or a place at the
 * beginning of the text; where the file describes nothing, the title stands for the text too.
 */
export function draftFields(event: HeldEvent, language: Language): Draft {
  const notes: DraftNote[] = [];
  const note = (kind: DraftNote, applies: boolean) => {
    if (applies) notes.push(kind);
    return applies;
  };
  const whole = { title: oneLine(event.title).normalize('NFC'), place: oneLine(event.place).normalize('NFC') };
  const title = shortened(whole.title, fieldLimits.title);
  const place = shortened(whole.place, fieldLimits.place);
  const written = oneLine(event.link).normalize('NFC');
  const link = linkOf(written) ?? linkOf(whole.place) ?? '';
  const isLinkLeft = note('linkLeft', written !== '' && linkOf(written) === undefined);
  const opening = [
    ...(note('titleShortened', title !== whole.title) ? [whole.title] : []),
    ...(note('placeShortened', place !== whole.place) ? [whole.place] : []),
    ...(isLinkLeft ? [written] : []),
  ];
  const described = inertText(event.description).trim();
  const said = note('noDescription', described === '') ? [...opening, whole.title] : [...opening, described];
  const body = fitBody(said.join('\n\n'), language);
  note('bodyShortened', body.isShortened);
  const inZone = (at: number | undefined) => (at === undefined ? '' : writeWhen(at, event.zone, 'always'));
  return {
    fields: {
      language,
      title,
      body: body.text,
      start: inZone(event.startAt),
      end: inZone(event.endAt),
      zone: event.zone,
      place,
      link,
      cancelled: '',
    },
    notes,
  };
}

/** The fields of an announcement's form that the given parts of a file make. */
export function toAnnouncementFields(
  { language, title, body, ...event }: FileFields,
  parts: readonly (keyof FileFields)[],
): Record<string, string> {
  const all: Readonly<Record<string, string>> = { [`title.${language}`]: title, [`body.${language}`]: body, ...event };
  const wanted = parts.map((part) => (part === 'title' || part === 'body' ? `${part}.${language}` : part));
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)));
}

/** An address to which people can be sent, no longer than an announcement takes. */
function linkOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' && href.length <= fieldLimits.link ? href : undefined;
}

/** Escaping makes a text longer: it is cut before that, with a sentence that says so. */
function fitBody(text: string, language: Language): { readonly text: string; readonly isShortened: boolean } {
  // Escaping makes no text shorter, and takes long with what has the length of a book.
  const whole = text.length > fieldLimits.body ? undefined : plainToMarkdown(text);
  if (whole !== undefined && whole.length <= fieldLimits.body) return { text: whole, isShortened: false };
  const sentence = `\n\n${messagesIn(language).importing.shortened}`;
  let length = fieldLimits.body - sentence.length;
  for (;;) {
    const cut = text.slice(0, length).toWellFormed().trimEnd();
    const markdown = plainToMarkdown(`${cut}…${sentence}`);
    if (markdown.length <= fieldLimits.body) return { text: markdown, isShortened: true };
    length = Math.min(length - 1, Math.floor((length * fieldLimits.body) / markdown.length));
  }
}
