import type { InputBlock, PlainTextOption } from '@slack/types';
import type { FieldChoice, FormField } from '../../src/chat/form.ts';
import { limits } from './limits.ts';
import { label, shortened } from './text.ts';

export const plain = (text: string, length: number) =>
  ({ type: 'plain_text', text: shortened(label(text), length), emoji: false }) as const;

/** What a field is filled in with; its `action_id` says how what comes back is read. */
export function inputElement(field: FormField): InputBlock['element'] {
  const { value = '', choices = [] } = field;
  const isChoice = field.kind === 'choice' || field.kind === 'choices';
  // Slack takes no list without choices, nor one with more than it shows: people type then.
  const kind = isChoice && (choices.length === 0 || choices.length > limits.options) ? 'line' : field.kind;
  const chosen = value.split(',').map((part) => part.trim());
  switch (kind) {
    case 'line':
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: kind,
        multiline: kind !== 'line',
        // Slack takes no value that is longer than what may be typed; the core says what is too long.
        max_length: Math.min(Math.max(field.maxLength ?? limits.inputValue, value.length), limits.inputValue),
        ...(value === '' ? {} : { initial_value: value }),
      };
    case 'file':
      // Slack can be told which endings to offer, and knows none for calendars.
      return { type: 'file_input', action_id: kind, max_files: 1 };
    case 'choice': {
      const options = choices.map(toOption);
      const initial = options.find((option) => option.value === value);
      return {
        type: 'static_select',
        action_id: kind,
        options,
        ...(initial === undefined ? {} : { initial_option: initial }),
      };
    }
    case 'choices': {
      const options = choices.map(toOption);
      const initial = options.filter((option) => chosen.includes(option.value ?? ''));
      const initials = initial.length === 0 ? {} : { initial_options: initial };
      return options.length <= limits.checkboxes
        ? { type: 'checkboxes', action_id: kind, options, ...initials }
        : { type: 'multi_static_select', action_id: kind, options, ...initials };
    }
    case 'switch': {
      const option = toOption({ value: 'true', label: field.label });
      const initial = value === 'true' ? { initial_options: [option] } : {};
      return { type: 'checkboxes', action_id: kind, options: [option], ...initial };
    }
  }
}

function toOption({ value, label: text }: FieldChoice): PlainTextOption {
  return { text: plain(text, limits.optionText), value };
}
