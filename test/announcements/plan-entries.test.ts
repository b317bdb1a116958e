import { describe, expect, it } from 'vitest';
import type { AnnouncementContent } from '../../src/announcements/announcement.ts';
import { calendarOutlet, createPlannedLife, kinds } from './planned-life.ts';
import { audience, content, dayMs, event, plan, startAt } from './sample-plan.ts';
import { sampleOutlet } from './sample-outlet.ts';

const announced: AnnouncementContent = { ...content, event, reminders: ['7d', '1d'] };
const moved: AnnouncementContent = { ...announced, event: { ...event, startAt: startAt + dayMs } };
const off: AnnouncementContent = { ...announced, event: { ...event, cancelled: true } };
const calendar = audience(['cal:en', 'en']);
const outlets = new Map([['cal', calendarOutlet]]);

function calendarLife() {
  const life = createPlannedLife({ audience: calendar });
  const first = life.confirm(announced);
  life.deliver();
  return { life, first };
}

describe('planDeliveries() and a platform’s own calendar', () => {
  it.each<[string, AnnouncementContent, number, readonly string[]]>([
    ['an event that is to come, and none of its reminders', announced, startAt - dayMs, ['post']],
    ['no event that has begun', announced, startAt, []],
    ['no event that will have begun', { ...announced, publishAt: startAt }, startAt - dayMs, []],
    ['no event that is cancelled', off, startAt - dayMs, []],
    ['nothing without an event', content, startAt - dayMs, []],
  ])('planDeliveries() enters %s', (_, said, now, expected) => {
    expect(kinds(plan({ content: said, audience: calendar, outlets, now }))).toEqual(expected);
  });

  it('planDeliveries() enters an event when the announcement is posted', () => {
    const publishAt = startAt - 3 * dayMs;
    const { add } = plan({ content: { ...announced, publishAt }, audience: calendar, outlets });
    expect(add.map(({ scheduledAt }) => scheduledAt)).toEqual([publishAt]);
  });

  it('planDeliveries() gives the entry a preview of its own, and notifies nobody by it', () => {
    const { previews, pinged, add } = plan({
      content: { ...announced, pings: true },
      audience: { ...audience(['web:en', 'en'], ['cal:en', 'en']), crosspost: true },
      outlets: new Map([...outlets, ['web', sampleOutlet()]]),
      calendarOf: () => ({ url: 'https://example.org/a.ics' }),
    });
    expect(previews.map(({ platform, channels }) => [platform, ...channels])).toEqual([
      ['web', 'web:en'],
      ['cal', 'cal:en'],
    ]);
    expect(pinged).toEqual(['web:en']);
    const entry = add.find(({ channel }) => channel === 'cal:en')?.payload ?? '';
    expect(entry).not.toMatch(/everyone|crosspost|a\.ics/);
    expect(add.find(({ channel }) => channel === 'web:en')?.payload).toMatch(/everyone.*a\.ics.*crosspost/);
  });

  it('planDeliveries() changes the digest with the entry', () => {
    const digests = [announced, moved].map((said) => plan({ content: said, audience: calendar, outlets }).digest);
    expect(new Set(digests).size).toBe(2);
  });

  it.each<[string, AnnouncementContent, readonly string[]]>([
    ['edits the entry of an event that has moved', moved, ['edit']],
    ['takes out an event that is cancelled', off, ['remove']],
    ['takes out an event that is not spoken of any more', content, ['remove']],
    ['leaves an entry alone that has not changed', { ...announced, topics: ['climate'] }, []],
    ['holds a change for want of a text', { ...moved, texts: { es: { title: 'T', body: 'B' } } }, ['edit']],
    [
      'takes out what is cancelled also for want of a text',
      { ...off, texts: { es: { title: 'T', body: 'B' } } },
      ['remove'],
    ],
  ])('planDeliveries() %s', (_, said, expected) => {
    expect(kinds(calendarLife().life.confirm(said))).toEqual(expected);
  });

  it('planDeliveries() leaves the entry of an event that is over alone', () => {
    const { life } = calendarLife();
    life.wait(startAt - life.now());
    expect(kinds(life.confirm({ ...announced, texts: { en: { title: 'Thanks', body: 'For coming' } } }))).toEqual([]);
  });

  it('planDeliveries() makes another entry of an event that takes place after all', () => {
    const { life, first } = calendarLife();
    life.confirm(off);
    life.deliver();
    expect(life.titles('cal:en')).toEqual([]);
    const again = life.confirm(announced);
    expect(kinds(again)).toEqual(['post']);
    expect(again.add[0]?.id).not.toBe(first.add[0]?.id);
    life.deliver();
    expect(life.titles('cal:en')).toEqual(['General Assembly']);
    expect(kinds(life.confirm(moved))).toEqual(['edit']);
    life.deliver();
    life.retract();
    life.deliver();
    expect(life.titles('cal:en')).toEqual([]);
  });

  it('planDeliveries() leaves an entry that was not taken out yet when the event takes place after all', () => {
    const { life } = calendarLife();
    life.confirm(off);
    expect(life.confirm(announced)).toMatchObject({ add: [], withdrawIn: ['cal:en'] });
    life.deliver();
    expect(life.titles('cal:en')).toEqual(['General Assembly']);
  });

  it('planDeliveries() holds the entry where the calendar is not configured, or there is no text', () => {
    expect(plan({ content: announced, audience: calendar }).add).toMatchObject([{ reason: 'notConfigured' }]);
    const french = audience(['cal:fr', 'fr']);
    expect(plan({ content: announced, audience: french, outlets })).toMatchObject({
      add: [{ reason: 'missingLanguage' }],
      held: ['cal:fr'],
    });
    expect(plan({ content, audience: french, outlets }).held).toEqual([]);
  });

  it('planDeliveries() reports what the calendar does not bear', () => {
    const narrow = new Map([['cal', { ...sampleOutlet(5), takes: 'events' as const }]]);
    expect(plan({ content: announced, audience: calendar, outlets: narrow })).toMatchObject({
      add: [],
      problems: [{ channel: 'cal:en', problem: { limit: 5 } }],
    });
  });
});
