import { describe, expect, test } from 'vitest';
import { beginFilling, fillIn, type Filled } from '../../../adapters/terminal/fill-form.ts';
import type { Form, FormField } from '../../../src/chat/form.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Language } from '../../../src/language.ts';

const { terminal } = messagesIn('en');
const choices = [
  { value: 'all', label: 'Everybody' },
  { value: 'members-es', label: 'Members in Spanish' },
];

function formOf(...fields: readonly (Partial<FormField> & Pick<FormField, 'name' | 'kind'>)[]): Form {
  return {
    command: 'announce',
    options: { id: 'a1' },
    title: 'Announcement',
    submit: 'Send',
    fields: fields.map((field) => ({ label: field.name, required: false, ...field })),
  };
}

/** What becomes of a form when these lines are typed. */
function type(form: Form, lines: readonly string[], language: Language = 'en'): Filled {
  const begun = beginFilling(form);
  if (begun === undefined) throw new Error('the form has no field');
  let filled: Filled = { kind: 'asking', filling: begun };
  for (const line of lines) {
    if (filled.kind !== 'asking') throw new Error(`nobody asked for “${line}”`);
    filled = fillIn(filled.filling, line, language);
  }
  return filled;
}

describe('fillIn()', () => {
  test.each<[FormField['kind'], string | undefined, readonly string[], string]>([
    ['line', undefined, ['  Welcome '], 'Welcome'],
    ['line', 'Welcome', [''], 'Welcome'],
    ['line', 'Welcome', ['-'], ''],
    ['line', undefined, [''], ''],
    ['line', undefined, ['/lang es'], '/lang es'],
    ['text', undefined, ['Uno', '', '- dos', '.'], 'Uno\n\n- dos'],
    ['text', 'Uno', [''], 'Uno'],
    ['text', 'Uno', ['-'], ''],
    ['text', undefined, ['- a list', ' . '], '- a list'],
    ['choice', undefined, ['2'], 'members-es'],
    ['choice', undefined, ['members-es'], 'members-es'],
    ['choice', undefined, ['everybody'], 'all'],
    ['choice', 'all', [''], 'all'],
    ['choices', undefined, ['1, 2'], 'all,members-es'],
    ['choices', 'all', ['-'], ''],
    ['switch', undefined, ['y'], 'true'],
    ['switch', undefined, ['SI'], 'true'],
    ['switch', undefined, ['oui'], 'true'],
    ['switch', 'true', ['no'], 'false'],
    ['switch', 'true', ['non'], 'false'],
    ['switch', 'true', [''], 'true'],
    ['switch', 'true', ['-'], 'false'],
    ['switch', undefined, [''], 'false'],
  ])('makes of a %s with %j, when %j is typed, %j', (kind, value, lines, given) => {
    const form = formOf({ name: 'field', kind, choices, ...(value === undefined ? {} : { value }) });
    expect(type(form, lines)).toEqual({ kind: 'filled', options: { id: 'a1', field: given } });
  });

  test.each<[FormField['kind'], string, string]>([
    ['choice', '3', terminal.notAChoice('3', 2)],
    ['choice', 'Nobody', terminal.notAChoice('Nobody', 2)],
    ['choices', '1, nobody', terminal.notAChoice('nobody', 2)],
    ['switch', 'perhaps', terminal.notYesOrNo('perhaps')],
    ['switch', '\u001B[31m', terminal.notYesOrNo('[31m')],
  ])('asks a %s again and says why when %j is typed', (kind, typed, complaint) => {
    const filled = type(formOf({ name: 'field', kind, choices }), [typed]);
    expect(filled).toMatchObject({ kind: 'asking', complaint, filling: { ahead: [{ name: 'field' }] } });
  });

  test('leaves the form, also in the middle of a text', () => {
    const form = formOf({ name: 'title', kind: 'line' }, { name: 'body', kind: 'text' });
    expect(type(form, ['/cancel'])).toEqual({ kind: 'cancelled' });
    expect(type(form, ['Welcome', 'Uno', ' /cancel '])).toEqual({ kind: 'cancelled' });
  });

  test('asks again only for what is wrong, and keeps everything else', () => {
    const form = formOf(
      { name: 'title', kind: 'line', value: 'Welcome' },
      { name: 'audience', kind: 'choice', choices, value: 'nobody', problem: 'There is no such audience.' },
      { name: 'pings', kind: 'switch', value: 'true' },
    );
    expect(type(form, ['1'])).toEqual({
      kind: 'filled',
      options: { id: 'a1', title: 'Welcome', audience: 'all', pings: 'true' },
    });
  });
});
