import { describe, expect, test } from 'vitest';
import { createForms } from '../../../adapters/discord/forms.ts';
import type { Form } from '../../../src/chat/form.ts';

const form: Form = {
  command: 'import',
  options: {},
  title: 'Import',
  submit: 'Import',
  fields: [{ name: 'file', label: 'File', kind: 'file', required: true }],
};

function open() {
  let count = 0;
  return createForms(() => `key${(count += 1)}`);
}

describe('createForms()', () => {
  test('forgets the oldest of many, and none that was filled in since', () => {
    const forms = open();
    const first = forms.open(form, 'en');
    const second = forms.open(form, 'en');
    for (let count = 0; count < 1000; count += 1) forms.open(form, 'en');
    forms.fill(first.key, { file: 'x' });
    for (let count = 0; count < 1000; count += 1) forms.open(form, 'en');
    expect(forms.get(first.key)?.values).toEqual({ file: 'x' });
    expect(forms.get(second.key)).toBeUndefined();
  });

  test('forgets the oldest of a few that hold much, and never the newest', () => {
    const forms = open();
    const large = 'x'.repeat(4_000_000);
    const keys = [1, 2, 3].map(() => forms.open(form, 'en').key);
    for (const key of keys) forms.fill(key, { file: large });
    expect(keys.map((key) => forms.get(key)?.values['file']?.length)).toEqual([undefined, 4_000_000, 4_000_000]);
    const { key } = forms.open(form, 'en');
    expect(forms.fill(key, { file: large + large + large })?.values['file']).toHaveLength(12_000_000);
    expect(forms.get(key)).toBeDefined();
  });

  test('fill() keeps what is wrong with a field until something else stands in it', () => {
    const forms = open();
    const { key } = forms.open(form, 'en');
    expect(forms.fill(key, {}, { file: 'Too large.' })?.form.fields[0]?.problem).toBe('Too large.');
    expect(forms.fill(key, {})?.form.fields[0]?.problem).toBe('Too large.');
    expect(forms.fill(key, { file: 'x' })?.form.fields[0]?.problem).toBeUndefined();
    expect(forms.fill('other', {})).toBeUndefined();
  });
});
