import type { Root } from 'mdast';
import type { Language } from '../language.ts';
import type { Form } from './form.ts';

/** One source of an answer, as it is shown. */
export interface Citation {
  /** `document-id#anchor` of the section that was quoted. */
  readonly sectionId: string;
  /** The name under which the source document was published. */
  readonly title: string;
  /** The heading of the section that was quoted, in the answer's language. */
  readonly section: string;
  readonly page?: string;
  readonly url?: string;
  readonly date?: string;
}

/** Something that the reader can do next with one click, or by typing what the label says. */
export type ReplyAction =
  | { readonly kind: 'ask'; readonly label: string; readonly question: string }
  | { readonly kind: 'read'; readonly label: string; readonly sectionId: string }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly command: string;
      readonly options: Readonly<Record<string, string>>;
      /** How much it weighs: what people most likely want, or what cannot be undone. */
      readonly style?: 'primary' | 'danger';
    };

/** A post as one platform will show it, and where. */
export interface Preview {
  readonly platform: string;
  readonly language: Language;
  /** Names of the channels that get it. */
  readonly channels: readonly string[];
  /** As the platform gets it (JSON of its outlet). */
  readonly payload: string;
  /** How it reads there, as markdown source. */
  readonly text: string;
}

/**
 * What the assistant says, free of any platform. Headings in `body` may carry the anchor to which links lead in
 * `data.hProperties.id`, words for an instant that instant (`blocks.ts`, `time`), and items of a list the id of the event
 * that they tell of (`data.hProperties.eventId`). Links between pages of the knowledge have the form
 * `knowledge:document-id#anchor`.
 */
export interface Reply {
  readonly language: Language;
  readonly body: Root;
  /** One line above the body, such as the reason for another language than the question's. */
  readonly notice?: string;
  /** Title of the whole, where the reply is a document rather than an answer. */
  readonly title?: string;
  readonly sources?: readonly Citation[];
  readonly actions?: readonly ReplyAction[];
  /** Something to fill in: rooms show it as their form. */
  readonly form?: Form;
  /** What will be posted, exactly as each platform will show it. */
  readonly previews?: readonly Preview[];
  /** The question that was answered, so that the reader can say whether the answer helped (command `feedback`). */
  readonly questionId?: string;
  /** Meant for the person who asked alone, where a room can do that. */
  readonly private?: true;
  /** What was asked for was not done: wrong input, a missing right, a failure. */
  readonly failed?: true;
  /** What was written was not meant for the assistant: rooms in which people talk with each other say nothing. */
  readonly aside?: true;
  /** The announcement that this reports on: a room that can keeps what it shows up to date. */
  readonly reportsOn?: string;
}
