import type { Audience } from '../../announcements/announcement.ts';
import { bodyOf, bullets, paragraph } from '../../chat/blocks.ts';
import type { FormField } from '../../chat/form.ts';
import type { Command } from '../../chat/incoming.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Reply } from '../../chat/reply.ts';
import { languages, type Language } from '../../language.ts';

export type ImportField = 'file' | 'audience';

export interface ImportFormInput {
  readonly language: Language;
  readonly audiences: readonly Audience[];
  /** What was given so far; a file is kept with it. */
  readonly options: Command['options'];
  readonly problems: ReadonlyMap<ImportField, string>;
}

/** The form in which a calendar file is chosen, with what is wrong with what was given. */
export function importForm({ language, audiences, options, problems }: ImportFormInput): Reply {
  const { importing, announcing, languageName } = messagesIn(language);
  const fields: readonly FormField[] = [
    { name: 'file', label: importing.file, kind: 'file', required: true, hint: importing.fileHint },
    {
      name: 'audience',
      label: importing.audience,
      kind: 'choice',
      required: true,
      hint: importing.audienceHint,
      choices: audiences.map(({ name, channels }) => ({
        value: name,
        label: announcing.form.audienceChoice(name, channels.length),
      })),
    },
    {
      name: 'language',
      label: importing.language,
      kind: 'choice',
      required: false,
      hint: importing.languageHint,
      choices: [
        { value: 'auto', label: importing.languageFromText },
        ...languages.map((each) => ({ value: each, label: languageName(each) })),
      ],
    },
    { name: 'anew', label: importing.anew, kind: 'switch', required: false, hint: importing.anewHint },
  ];
  const said = [...problems.values()];
  return {
    language,
    private: true,
    body: bodyOf(said.length === 0 ? [paragraph(importing.intro)] : [bullets(said.map((each) => [each]))]),
    form: {
      command: 'import',
      options: {},
      title: importing.title,
      submit: importing.submit,
      fields: fields.map((field) => withGiven(field, { language, audiences, options, problems })),
    },
    ...(said.length > 0 && { failed: true }),
  };
}

function withGiven(field: FormField, { audiences, options, problems }: ImportFormInput): FormField {
  const only = audiences.length === 1 ? audiences[0]?.name : undefined;
  const usual: Readonly<Record<string, string | undefined>> = { audience: only, language: 'auto', anew: 'false' };
  const value = options[field.name] || usual[field.name];
  const problem = field.name === 'file' || field.name === 'audience' ? problems.get(field.name) : undefined;
  return { ...field, ...(value !== undefined && { value }), ...(problem !== undefined && { problem }) };
}
