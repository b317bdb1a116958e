import type { Root } from 'mdast';
import type { Language } from '../language.ts';

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
  | { readonly kind: 'read'; readonly label: string; readonly sectionId: string };

/**
 * What the assistant says, free of any platform. Headings in `body` may carry the anchor to which links lead in
 * `data.hProperties.id`. Links between pages of the knowledge have the form `knowledge:document-id#anchor`.
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
}
