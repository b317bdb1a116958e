import type { FieldChoice, Form, FormField } from '../chat/form.ts';
import { messagesIn } from '../chat/messages.ts';
import { languages, type Language } from '../language.ts';
import { fieldLimits } from './announcement-fields.ts';
import { reminderOffsets } from './announcement.ts';

export interface AnnouncementFormInput {
  readonly language: Language;
  /** What stands in the fields, by their names. */
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong, by the fields' names. */
  readonly problems: ReadonlyMap<string, string>;
  readonly audiences: readonly { readonly name: string; readonly channels: readonly unknown[] }[];
  /** The announcement that is changed, and the revision on which the change is based. */
  readonly changes?: { readonly id: string; readonly revision: number };
  /** Whether the switch for notifying everybody is offered. */
  readonly offersPings: boolean;
  /** Whether the switch for cancelling the event is offered: of what nobody was told there is nothing to cancel. */
  readonly offersCancelling: boolean;
}

type Fields = AnnouncementFormInput & { readonly form: ReturnType<typeof messagesIn>['announcing']['form'] };

/** The form in which an announcement is written or changed; the reader's own language comes first. */
export function announcementForm(input: AnnouncementFormInput): Form {
  const { language, changes } = input;
  const { form } = messagesIn(language).announcing;
  const fields = [...textFields({ ...input, form }), ...settingFields({ ...input, form })];
  return {
    command: 'announce',
    options: changes === undefined ? {} : { id: changes.id, revision: String(changes.revision) },
    title: changes === undefined ? form.newTitle : form.changeTitle,
    submit: form.submit,
    fields: fields.map((field) => filled(field, input)),
  };
}

function textFields({ language, form }: Fields): FormField[] {
  return [language, ...languages.filter((other) => other !== language)].flatMap((text): FormField[] => [
    { name: `title.${text}`, label: form.title(text), kind: 'line', required: false, maxLength: fieldLimits.title },
    {
      name: `body.${text}`,
      label: form.body(text),
      kind: 'text',
      required: false,
      maxLength: fieldLimits.body,
      ...(text === language ? { hint: form.bodyHint } : {}),
    },
  ]);
}

function settingFields({ form, audiences, offersPings, offersCancelling }: Fields): FormField[] {
  return [
    {
      name: 'audience',
      label: form.audience,
      kind: 'choice',
      required: true,
      hint: form.audienceHint,
      choices: audiences.map(({ name, channels }) => ({
        value: name,
        label: form.audienceChoice(name, channels.length),
      })),
    },
    line('topics', form.topics, { hint: form.topicsHint }),
    line('publishAt', form.publishAt, { hint: form.publishAtHint }),
    line('zone', form.zone, { hint: form.zoneHint }),
    line('start', form.start, { hint: form.startHint }),
    line('end', form.end),
    line('place', form.place, { maxLength: fieldLimits.place }),
    line('link', form.link, { hint: form.linkHint, maxLength: fieldLimits.link }),
    ...(offersCancelling ? [onOff('cancelled', form.cancelled, form.cancelledHint)] : []),
    {
      name: 'reminders',
      label: form.reminders,
      kind: 'choices',
      required: false,
      choices: reminderOffsets.map((offset) => ({ value: offset, label: form.reminder[offset] })),
    },
    {
      name: 'missing',
      label: form.missing,
      kind: 'choice',
      required: false,
      hint: form.missingHint,
      choices: [
        { value: 'hold', label: form.missingHold },
        ...languages.map((language): FieldChoice => ({ value: language, label: form.missingLanguage(language) })),
      ],
    },
    ...(offersPings ? [onOff('pings', form.pings, form.pingsHint)] : []),
  ];
}

function line(name: string, label: string, more: Partial<FormField> = {}): FormField {
  return { name, label, kind: 'line', required: false, ...more };
}

function onOff(name: string, label: string, hint: string): FormField {
  return { name, label, kind: 'switch', required: false, hint };
}

function filled(field: FormField, { values, problems }: AnnouncementFormInput): FormField {
  const value = values[field.name];
  const problem = problems.get(field.name);
  return {
    ...field,
    ...(value === undefined || value === '' ? {} : { value }),
    ...(problem === undefined ? {} : { problem }),
  };
}
