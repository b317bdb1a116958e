import { beforeEach, describe, expect, it } from 'vitest';
import type { AskedQuestion, Store } from '../../../src/store/store.ts';
import { delivery, now, openOn, unbounded, type NewDatabase } from './test-database.ts';

function question(changes: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    id: 'q1',
    at: now,
    platform: 'chat',
    language: 'en',
    outcome: 'abstained',
    sectionIds: ['fees#table', 'fees#when'],
    confidence: 0.125,
    ...changes,
  };
}

export function describeRecords(newDatabase: NewDatabase): void {
  describe('records', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    it('events: begin() takes an event up once, and again when nobody finished it', async () => {
      expect(await store.events.begin('e1', now, 1_000)).toBe('new');
      expect(await store.events.begin('e1', now + 999, 1_000)).toBe('inHand');
      expect(await store.events.begin('e1', now + 1_000, 1_000)).toBe('again');
      expect(await store.events.begin('e1', now + 1_500, 1_000)).toBe('inHand');
      await store.events.finish('e1');
      expect(await store.events.begin('e1', now + 9_000, 1_000)).toBe('finished');
      expect(await store.events.begin('e2', now + 9_000, 1_000)).toBe('new');
      expect(await store.events.forgetBefore(now + 9_000)).toBe(1);
      expect(await store.events.begin('e1', now + 9_000, 1_000)).toBe('new');
    });

    it('events: of many that begin one at the same time, one gets it', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => store.events.begin('e1', now, 1_000)));
      expect(answers.toSorted()).toEqual([...Array.from({ length: 19 }, () => 'inHand'), 'new']);
    });

    it('questions: get() gives what was recorded, with the words only where they were kept', async () => {
      await store.questions.record(question());
      await store.questions.record(question({ id: 'q2', text: '¿Cuánto cuesta? 🙂' }));
      expect(await store.questions.get('q1')).toEqual(question());
      expect(await store.questions.get('q2')).toEqual(question({ id: 'q2', text: '¿Cuánto cuesta? 🙂' }));
      expect(await store.questions.get('q3')).toBeUndefined();
    });

    it('questions: record() leaves out the one character that a database cannot keep', async () => {
      await store.questions.record(question({ text: 'fees\0?' }));
      expect(await store.questions.get('q1')).toEqual(question({ text: 'fees?' }));
    });

    it('questions: unanswered() gives what was not answered or did not help, the newest first', async () => {
      await store.questions.record(question({ id: 'old' }));
      await store.questions.record(question({ id: 'near', outcome: 'suggested', at: now + 1 }));
      await store.questions.record(question({ id: 'good', outcome: 'answered', at: now + 2 }));
      await store.questions.record(question({ id: 'bad', outcome: 'answered', at: now + 3 }));
      const said = { questionId: 'bad', personId: 'chat:u1', verdict: 'notHelpful', comment: 'Old', at: now } as const;
      await store.questions.recordFeedback(said);
      await store.questions.recordFeedback({ ...said, questionId: 'good', verdict: 'helpful' });
      const unanswered = await store.questions.unanswered(10);
      expect(unanswered.map(({ id, feedback }) => [id, feedback])).toEqual([
        ['bad', [said]],
        ['near', []],
        ['old', []],
      ]);
      expect(await store.questions.unanswered(1)).toHaveLength(1);
    });

    it('questions: recordFeedback() replaces a person’s earlier word and keeps their comment', async () => {
      await store.questions.record(question());
      const first = { questionId: 'q1', personId: 'chat:u1', verdict: 'notHelpful', comment: 'Why?', at: now } as const;
      await store.questions.recordFeedback(first);
      await store.questions.recordFeedback({ questionId: 'q1', personId: 'chat:u1', verdict: 'helpful', at: now + 1 });
      await store.questions.recordFeedback({ questionId: 'q1', personId: 'chat:u2', verdict: 'helpful', at: now + 2 });
      expect(await store.questions.feedbackOn('q1')).toEqual([
        { ...first, verdict: 'helpful', at: now + 1 },
        { questionId: 'q1', personId: 'chat:u2', verdict: 'helpful', at: now + 2 },
      ]);
      await store.questions.recordFeedback({ ...first, comment: 'New' });
      expect((await store.questions.feedbackOn('q1'))[0]).toMatchObject({ verdict: 'notHelpful', comment: 'New' });
    });

    it('questions: recordFeedback() refuses a word on a question that is not there', async () => {
      const feedback = { questionId: 'none', personId: 'chat:u1', verdict: 'helpful', at: now } as const;
      await expect(store.questions.recordFeedback(feedback)).rejects.toMatchObject({ code: 'store' });
    });

    it('audiences: putChannel() makes the audience, adds and changes channels in their order', async () => {
      const two = { channel: 'web:two', language: 'fr', topics: ['events', 'calls'] } as const;
      await store.audiences.putChannel('members', { channel: 'chat:one', language: 'en', topics: [] });
      await store.audiences.putChannel('members', two);
      await store.audiences.putChannel('members', { channel: 'chat:one', language: 'es', topics: ['x'] });
      await store.audiences.putChannel('board', two);
      const members = {
        name: 'members',
        channels: [{ channel: 'chat:one', language: 'es', topics: ['x'] }, two],
        crosspost: false,
      };
      expect(await store.audiences.get('members')).toEqual(members);
      expect(await store.audiences.list()).toEqual([{ name: 'board', channels: [two], crosspost: false }, members]);
      expect(await store.audiences.get('nobody')).toBeUndefined();
    });

    it('audiences: channels and audiences can be taken away, crossposting turned on', async () => {
      const one = { channel: 'chat:one', language: 'en', topics: [] } as const;
      await store.audiences.putChannel('members', one);
      await store.audiences.setCrosspost('members', true);
      expect(await store.audiences.get('members')).toMatchObject({ crosspost: true });
      expect(await store.audiences.removeChannel('members', 'chat:one')).toBe(true);
      expect(await store.audiences.removeChannel('members', 'chat:one')).toBe(false);
      expect(await store.audiences.get('members')).toEqual({ name: 'members', channels: [], crosspost: true });
      await store.audiences.putChannel('members', one);
      expect(await store.audiences.remove('members')).toBe(true);
      expect(await store.audiences.remove('members')).toBe(false);
      await store.audiences.putChannel('members', { ...one, channel: 'chat:new' });
      expect((await store.audiences.get('members'))?.channels).toHaveLength(1);
    });

    it('channels: put() changes what is given, and null takes it away', async () => {
      await store.channels.put('chat:one', { name: '#one', language: 'fr' });
      await store.channels.put('chat:one', { refusedBecause: 'archived' });
      const one = { channel: 'chat:one', name: '#one', language: 'fr', refusedBecause: 'archived' } as const;
      expect(await store.channels.get('chat:one')).toEqual(one);
      await store.channels.put('chat:one', { language: null, refusedBecause: null });
      await store.channels.put('chat:two', {});
      expect(await store.channels.many(['chat:one', 'chat:two', 'chat:three'])).toEqual(
        new Map([['chat:one', { channel: 'chat:one', name: '#one' }]]),
      );
      expect(await store.channels.get('chat:two')).toBeUndefined();
      expect(await store.channels.many([])).toEqual(new Map());
    });

    it('audit: rows come back, the newest first', async () => {
      const details = { channels: 3, sure: true, audience: 'all' };
      const row = { at: now, personId: 'chat:u1', action: 'announcement.confirm', subject: 'a1', details };
      await store.audit.append(row);
      await store.audit.append({ ...row, subject: 'a2', action: 'announcement.retract.refused' });
      await store.audit.append({ ...row, at: now - 1 });
      expect(await store.audit.list({ subject: 'a1', limit: 9 })).toEqual([{ ...row, at: now - 1 }, row]);
      expect(await store.audit.list({ limit: 2 })).toHaveLength(2);
    });

    it('watches: one a message, on the platforms that are named', async () => {
      const reader = { person: { id: 'chat:u1', groups: ['chat:g'] }, conversationId: 'c', locale: 'fr' } as const;
      const message = { messageId: 'm1', url: 'https://chat.test/m1' };
      const watch = { platform: 'chat', subject: 'a1', message, reader, digest: 'x' };
      await store.watches.put(watch);
      await store.watches.put({ ...watch, digest: 'y' });
      await store.watches.put({ ...watch, platform: 'web', message: { messageId: 'm1' } });
      expect(await store.watches.list(['chat'])).toEqual([{ ...watch, digest: 'y' }]);
      expect(await store.watches.list(['chat', 'web'])).toHaveLength(2);
      expect(await store.watches.list([])).toEqual([]);
      await store.watches.remove('chat', 'm1');
      expect(await store.watches.list(['chat', 'web'])).toMatchObject([
        { platform: 'web', message: { messageId: 'm1' } },
      ]);
    });

    it('sign-ins: what is taken or has expired lets nobody in', async () => {
      await store.signIns.put('h1', 'web:u1', now + 10);
      await store.signIns.put('h2', 'web:u2', now + 10);
      expect(await store.signIns.get('h1', now + 9)).toBe('web:u1');
      expect(await store.signIns.get('h1', now + 10)).toBeUndefined();
      expect(await store.signIns.take('h1', now)).toBe('web:u1');
      expect(await store.signIns.take('h1', now)).toBeUndefined();
      expect(await store.signIns.take('h2', now + 10)).toBeUndefined();
      expect(await store.signIns.get('h3', now)).toBeUndefined();
    });

    it('forwards: a question is kept once, and found again by the message as which it was posted', async () => {
      const forward = {
        id: 'forward:q1',
        at: now,
        personId: 'web:u1',
        question: 'When?',
        language: 'fr',
        replyTo: 'web:u1',
      } as const;
      expect(await store.forwards.add(forward)).toBe(true);
      expect(await store.forwards.add({ ...forward, question: 'Why?' })).toBe(false);
      const post = delivery({ subject: forward.id });
      await store.deliveries.add([post]);
      expect(await store.deliveries.holdMissed(now + 1)).toEqual([]);
      await store.deliveries.claim({ now, leaseMs: 1, limit: 1, perSecond: unbounded });
      await store.deliveries.settle(post.id, 1, { status: 'sent', message: { messageId: 'm1' }, at: now });
      expect(await store.forwards.ofMessage('chat:one', 'm1')).toEqual(forward);
      expect(await store.forwards.ofMessage('chat:two', 'm1')).toBeUndefined();
      expect(await store.forwards.ofMessage('chat:one', 'm2')).toBeUndefined();
    });

    it('heartbeats: last() is the newest of all', async () => {
      expect(await store.heartbeats.last()).toBeUndefined();
      await store.heartbeats.beat('one', now);
      await store.heartbeats.beat('two', now + 5);
      await store.heartbeats.beat('one', now + 3);
      expect(await store.heartbeats.last()).toBe(now + 5);
    });
  });
}
