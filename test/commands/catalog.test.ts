import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { catalog } from '../../src/commands/catalog.ts';
import { help } from '../../src/commands/help.ts';
import { languages } from '../../src/language.ts';

describe('catalog', () => {
  test('names every command once, and describes it and its options in every language', () => {
    const names = catalog.map(({ spec }) => spec.name);
    expect(new Set(names).size).toBe(names.length);
    const texts = catalog.flatMap(({ spec }) =>
      [spec, ...spec.options].flatMap(({ description }) => languages.map((language) => description[language])),
    );
    // Rooms show no more than a line of a hundred characters.
    for (const text of texts) expect(text).toMatch(/^.{5,100}$/u);
  });

  test('has the options that must be given before those that may be', () => {
    for (const { spec } of catalog) {
      const required = spec.options.map((option) => option.required);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    }
  });
});

describe('help.run()', () => {
  test.each(languages)('says in %s what the assistant knows, with questions to begin with', (language) => {
    const { reply } = help.run({ language });
    expect(plainText(reply.body)).toBe(messagesIn(language).help);
    expect(reply.actions?.map(({ label }) => label)).toEqual(messagesIn(language).sampleQuestions);
  });
});
