export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

/**
 * One thing that a form asks for. Every value is text; a switch is `true` or `false`, a file is what it says in UTF-8.
 */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'choice' | 'choices' | 'switch' | 'file';
  readonly required: boolean;
  /** What stands in the field: the value so far, also a wrong one. Several choices are parted by commas. */
  readonly value?: string;
  readonly hint?: string;
  readonly choices?: readonly FieldChoice[];
  readonly maxLength?: number;
  /** What is wrong with the value, in one or two sentences. */
  readonly problem?: string;
}

/** Something to fill in. Sending it gives the command with the fields and the options as its options. */
export interface Form {
  readonly command: string;
  /** What goes along unseen, such as the id of the draft. */
  readonly options: Readonly<Record<string, string>>;
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly FormField[];
}
