import { textBody } from '../../answers/answer-reply.ts';
import type { FormField } from '../../chat/form.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Command } from '../../chat/incoming.ts';
import type { Reply } from '../../chat/reply.ts';
import { languages } from '../../language.ts';
import {
  audienceFields,
  type AudienceField,
  type AudienceProblems,
  type AudienceReader,
} from './parse-audience-channel.ts';

/** The form for adding a channel to an audience, with what was written so far and what is wrong with it. */
export function audienceForm(options: Command['options'], problems: AudienceProblems, reader: AudienceReader): Reply {
  const { language, platforms } = reader;
  const messages = messagesIn(language).audience;
  const hints: Readonly<Record<AudienceField, string>> = {
    name: messages.nameHint,
    channel: messages.channelHint(platforms.join(', ')),
    language: messages.languageHint,
    topics: messages.topicsHint,
  };
  const fields = audienceFields.map((name): FormField => {
    const value = options[name];
    const problem = problems.get(name);
    return {
      name,
      label: messages.field[name],
      kind: name === 'language' ? 'choice' : 'line',
      required: name !== 'topics',
      hint: hints[name],
      ...(name === 'language'
        ? { choices: languages.map((each) => ({ value: each, label: messages.inLanguage(each) })) }
        : { maxLength: 200 }),
      ...(value === undefined ? {} : { value }),
      ...(problem === undefined ? {} : { problem }),
    };
  });
  return {
    language,
    private: true,
    ...(problems.size === 0 ? {} : { failed: true }),
    body: textBody([problems.size === 0 ? messages.formIntro : messages.formProblems, ...problems.values()].join(' ')),
    form: {
      command: 'audience',
      options: { action: 'add' },
      title: messages.formTitle,
      submit: messages.formSubmit,
      fields,
    },
  };
}
