import { describe, expect, it } from 'vitest';
import { now } from './sample-content.ts';
import { sampleOutlet } from './sample-outlet.ts';
import { audience, brief, content, dayMs, plan, usual } from './sample-plan.ts';

describe('planDeliveries() the first time', () => {
  it('planDeliveries() plans one post a channel, with what its platform gets', () => {
    const { add, withdrawIn, problems, held } = plan();
    expect(brief(add)).toEqual(['web:en post pending now', 'web:es post pending now']);
    expect(add[0]).toMatchObject({ subject: 'a1', revision: 1, language: 'en', dueAt: now });
    expect(add[0]?.payload).toContain('General Assembly');
    expect(add[0]?.plainPayload).toContain('General Assembly');
    expect({ withdrawIn, problems, held }).toEqual({ withdrawIn: [], problems: [], held: [] });
  });

  it('planDeliveries() plans for the time that the author chose, or now when that has passed', () => {
    const later = now + dayMs;
    expect(brief(plan({ content: { ...content, publishAt: later } }).add)[0]).toBe(
      'web:en post pending 2027-01-02T12:00:00.000Z',
    );
    expect(brief(plan({ content: { ...content, publishAt: now - dayMs } }).add)[0]).toBe('web:en post pending now');
  });

  it('planDeliveries() plans one post for a channel that stands in the audience twice', () => {
    expect(brief(plan({ audience: audience(['web:en', 'en'], ['web:en', 'es']) }).add)).toEqual([
      'web:en post pending now',
    ]);
  });

  it.each([
    [undefined, ['web:any', 'web:care', 'web:both']],
    [['Care'], ['web:any', 'web:care', 'web:both']],
    [
      ['climate', 'housing'],
      ['web:any', 'web:both'],
    ],
    [['housing'], ['web:any']],
  ] as const)('planDeliveries() leaves out channels that want to hear of other topics than %j', (topics, expected) => {
    const channels = [
      { channel: 'web:any', language: 'en', topics: [] },
      { channel: 'web:care', language: 'en', topics: ['care'] },
      { channel: 'web:both', language: 'en', topics: ['care', 'climate'] },
    ] as const;
    const { add } = plan({
      content: { ...content, ...(topics && { topics }) },
      audience: { name: 'all', channels, crosspost: false },
    });
    expect(add.map(({ channel }) => channel)).toEqual(expected);
  });

  it.each([undefined, 'hold'] as const)(
    'planDeliveries() holds channels without a text when missing is %s',
    (missing) => {
      const { add, held, previews } = plan({
        content: { ...content, ...(missing && { missing }) },
        audience: audience(['web:fr', 'fr'], ['web:en', 'en']),
      });
      expect(brief(add)).toEqual(['web:fr post held missingLanguage now', 'web:en post pending now']);
      expect(add[0]?.payload).toBe('');
      expect(held).toEqual(['web:fr']);
      expect(previews.map(({ channels }) => channels)).toEqual([['web:en']]);
    },
  );

  it('planDeliveries() gives channels without a text the one that the author chose, with a notice', () => {
    const { add, held } = plan({ content: { ...content, missing: 'en' }, audience: audience(['web:fr', 'fr']) });
    expect(add[0]).toMatchObject({ status: 'pending', language: 'fr' });
    expect(add[0]?.payload).toContain('Cette annonce n’est disponible qu’en anglais.');
    expect(held).toEqual([]);
  });

  it('planDeliveries() holds channels whose platform is not configured', () => {
    const { add, held } = plan({ audience: audience(['other:x', 'fr'], ['web:en', 'en']) });
    expect(brief(add)).toEqual(['other:x post held notConfigured now', 'web:en post pending now']);
    expect(held).toEqual([]);
  });

  it('planDeliveries() reports what a platform does not bear, channel by channel, and plans nothing there', () => {
    const { add, problems } = plan({
      content: { ...content, texts: { ...content.texts, en: { title: 'Long', body: 'x'.repeat(30) } } },
      outlets: new Map([['web', sampleOutlet(29)]]),
    });
    expect(brief(add)).toEqual(['web:es post pending now']);
    expect(problems).toEqual([
      { channel: 'web:en', platform: 'web', language: 'en', problem: { part: 'body', limit: 29, length: 30 } },
    ]);
  });

  it('planDeliveries() shows each platform and language once, with its channels', () => {
    const { previews, add } = plan({
      audience: audience(['web:a', 'en'], ['web:b', 'es'], ['chat:a', 'en'], ['web:c', 'en']),
      outlets: new Map([
        ['web', sampleOutlet()],
        ['chat', sampleOutlet()],
      ]),
    });
    expect(previews.map(({ platform, language, channels }) => [platform, language, channels])).toEqual([
      ['web', 'en', ['web:a', 'web:c']],
      ['web', 'es', ['web:b']],
      ['chat', 'en', ['chat:a']],
    ]);
    expect(previews[0]?.payload).toBe(add[0]?.payload);
    expect(previews[0]?.text).toContain('**General Assembly**');
  });

  it('planDeliveries() has posts passed on only where the audience wants it', () => {
    expect(plan({ audience: { ...usual, crosspost: true } }).add[0]?.payload).toContain('"crosspost":true');
    expect(plan().add[0]?.payload).not.toContain('crosspost');
  });

  it('planDeliveries() plans ten thousand channels', () => {
    const channels = Array.from({ length: 10_000 }, (_, index) => [`web:${index}`, 'en'] as const);
    const { add } = plan({ audience: audience(...channels) });
    expect(new Set(add.map(({ id }) => id)).size).toBe(10_000);
  });
});
