import { describe, expect, it } from 'vitest';
import type { AnnouncementContent } from '../../src/announcements/announcement.ts';
import type { Fate } from './outbox-model.ts';
import { createPlannedLife, kinds } from './planned-life.ts';
import { audience, content, dayMs, event, startAt } from './sample-plan.ts';

const at = (time: number, more: Partial<NonNullable<AnnouncementContent['event']>> = {}): AnnouncementContent => ({
  ...content,
  event: { ...event, startAt: time, ...more },
});
const announced = at(startAt);
const moved = at(startAt + dayMs);
const movedAgain = at(startAt + 2 * dayMs);
const off = at(startAt, { cancelled: true });

/** An announcement that stands in `web:en`. */
function announcedLife(first: AnnouncementContent = announced) {
  const life = createPlannedLife();
  life.confirm(first);
  life.deliver();
  return life;
}

describe('planDeliveries() and what readers are told of a change', () => {
  it.each<[string, AnnouncementContent, readonly string[]]>([
    ['another time', moved, ['edit', 'post change2']],
    ['another place', at(startAt, { place: 'Montréal' }), ['edit', 'post change2']],
    ['that it is cancelled', off, ['edit', 'post change2']],
    ['another link: nothing', at(startAt, { link: 'https://example.org/' }), ['edit']],
    ['another text: nothing', { ...announced, texts: { en: { title: 'New', body: 'Text' } } }, ['edit']],
    ['nothing', announced, []],
    ['that there is no event: nothing', content, ['edit']],
  ])('planDeliveries() tells %s', (_, change, expected) => {
    expect(kinds(announcedLife().confirm(change))).toEqual(expected);
  });

  it.each<[string, readonly AnnouncementContent[], boolean]>([
    ['the event that readers await is gone', [announced, content], true],
    ['it had been cancelled', [announced, off, content], false],
    ['it is still spoken of', [announced, moved], false],
    ['there never was one', [content, { ...content, pings: true }], false],
  ])('planDeliveries() says whether an event is dropped when %s', (_, [first, ...changes], expected) => {
    const life = announcedLife(first);
    const plans = changes.map((change) => {
      const planned = life.confirm(change);
      life.deliver();
      return planned;
    });
    expect(plans.at(-1)?.dropsEvent).toBe(expected);
  });

  it('planDeliveries() puts the message after the edit, shows it, and sends it once', () => {
    const life = announcedLife();
    const { add, previews } = life.confirm(moved);
    expect(add.map(({ scheduledAt }) => scheduledAt)).toEqual([life.now(), life.now()]);
    expect(previews.map(({ text }) => text.split('\n')[0])).toEqual([
      '**General Assembly**',
      '**Changed: General Assembly**',
    ]);
    life.deliver();
    expect(life.titles()).toEqual(['General Assembly', 'Changed: General Assembly']);
    expect(kinds(life.confirm(moved))).toEqual([]);
  });

  it.each<[string, Fate, readonly string[]]>([
    ['a post that may stand', 'lostAfter', ['edit', 'post change2']],
    ['a post that nobody could verify', 'unverifiedBefore', ['edit', 'post change2']],
    ['no post that was refused', 'refused', ['post']],
    ['no post that is still to come', 'later', ['post']],
  ])('planDeliveries() tells the readers of %s', (_, fate, expected) => {
    const life = createPlannedLife();
    life.confirm(announced);
    life.deliver(() => fate);
    expect(kinds(life.confirm(moved))).toEqual(expected);
  });

  it('planDeliveries() replaces what was not sent of an earlier change, and compares with what was told', () => {
    const life = announcedLife();
    life.confirm(moved);
    life.deliver(({ slot }) => (slot === '' ? 'done' : 'later'));
    const { add, withdrawIn } = life.confirm(movedAgain);
    expect(withdrawIn).toEqual(['web:en']);
    expect(kinds({ add })).toEqual(['edit', 'post change3']);
    expect(add[1]?.payload).toMatch(/Thursday,? 7 October 2027/);
    life.deliver();
    expect(life.titles()).toEqual(['General Assembly', 'Changed: General Assembly']);
  });

  it('planDeliveries() tells nothing when the event is back before anybody was told', () => {
    const life = announcedLife();
    life.confirm(moved);
    life.deliver(({ slot }) => (slot === '' ? 'done' : 'later'));
    expect(kinds(life.confirm(announced))).toEqual(['edit']);
    life.deliver();
    expect(life.titles()).toEqual(['General Assembly']);
  });

  it('planDeliveries() leaves what was told of an earlier change, and compares with it', () => {
    const life = announcedLife();
    life.confirm(moved);
    life.deliver();
    const { add } = life.confirm(announced);
    expect(kinds({ add })).toEqual(['edit', 'post change3']);
    expect(add[1]?.payload).toMatch(/Friday,? 8 October 2027/);
    life.deliver();
    expect(life.titles()).toHaveLength(3);
  });

  it('planDeliveries() tries again with the next change what was refused', () => {
    const life = announcedLife();
    life.confirm(moved);
    life.deliver(({ slot }) => (slot === '' ? 'done' : 'refused'));
    expect(kinds(life.confirm({ ...moved, topics: ['climate'] }))).toEqual(['post change3']);
  });

  it('planDeliveries() tells of a cancellation once, and that it takes place after all', () => {
    const life = announcedLife();
    life.confirm(off);
    life.deliver();
    expect(life.titles()).toEqual(['Cancelled: General Assembly', 'Cancelled: General Assembly']);
    expect(kinds(life.confirm(at(startAt + dayMs, { cancelled: true })))).toEqual(['edit']);
    life.deliver();
    const { add } = life.confirm(moved);
    expect(kinds({ add })).toEqual(['edit', 'post change4']);
    expect(add[1]?.payload).toMatch(/Thursday,? 7 October 2027/);
    life.deliver();
    expect(life.titles().at(-1)).toBe('Takes place after all: General Assembly');
  });

  it('planDeliveries() tells nothing of an event that is over', () => {
    const life = announcedLife();
    life.wait(startAt - life.now());
    expect(kinds(life.confirm(off))).toEqual(['edit']);
    expect(kinds(life.confirm(moved))).toEqual(['edit', 'post change3']);
  });

  it('planDeliveries() tells the time of an event that was added later', () => {
    const life = announcedLife(content);
    expect(kinds(life.confirm(announced))).toEqual(['edit']);
    life.deliver();
    expect(kinds(life.confirm(content))).toEqual(['edit']);
    life.deliver();
    expect(kinds(life.confirm(moved))).toEqual(['edit', 'post change4']);
  });

  it('planDeliveries() tells readers of channels that have left the audience, and nobody who is new', () => {
    const life = announcedLife();
    const { add } = life.confirm(moved, audience(['web:new', 'en']));
    expect(add.map(({ channel, kind, slot }) => `${channel} ${kind} ${slot}`.trim())).toEqual([
      'web:new post',
      'web:en edit',
      'web:en post change2',
    ]);
  });

  it('planDeliveries() tells nothing more where somebody took the announcement away', () => {
    const life = announcedLife();
    life.outbox.sweep('web:en');
    life.confirm(moved);
    life.deliver();
    expect(life.titles()).toEqual(['Changed: General Assembly']);
    expect(kinds(life.confirm(movedAgain))).toEqual(['edit']);
  });

  it('planDeliveries() tells nothing where the text is missing, or nobody knows what was told', () => {
    const life = announcedLife();
    const { es } = content.texts;
    expect(kinds(life.confirm({ ...moved, texts: { ...(es && { es }) } }))).toEqual(['edit']);
    life.deliver();
    expect(life.titles()).toEqual(['General Assembly']);
  });

  it('planRetraction() takes away what was said of changes too', () => {
    const life = announcedLife();
    life.confirm(moved);
    life.deliver();
    life.confirm(movedAgain);
    life.deliver(({ slot }) => (slot === '' ? 'done' : 'lostAfter'));
    expect(life.titles()).toHaveLength(3);
    life.retract();
    life.deliver();
    expect(life.titles()).toEqual([]);
  });
});
