import { describe, expect, test } from 'vitest';
import { announcementForm, type AnnouncementFormInput } from '../../src/announcements/announcement-form.ts';
import { fieldNames } from '../../src/announcements/announcement-fields.ts';
import type { Announcement } from '../../src/announcements/announcement.ts';
import { listReply } from '../../src/announcements/list-reply.ts';
import { reportReply } from '../../src/announcements/report-reply.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { deliveryReasons } from '../../src/errors.ts';
import { languages } from '../../src/language.ts';
import { now, sampleContent } from './sample-content.ts';

const usual: AnnouncementFormInput = {
  language: 'fr',
  values: { 'title.fr': 'Assemblée' },
  problems: new Map([['body.fr', 'Il manque le texte.']]),
  audiences: [{ name: 'all', channels: [1, 2] }],
  offersPings: true,
  offersCancelling: true,
};

const announcement: Announcement = {
  id: 'a1',
  status: 'confirmed',
  revision: 1,
  confirmedRevision: 1,
  content: sampleContent,
  author: 'sample:desk',
  createdAt: now,
  updatedAt: now,
};

describe('announcementForm()', () => {
  test('asks for every field of an announcement, the reader’s language first', () => {
    const { fields } = announcementForm(usual);
    expect(fields.map(({ name }) => name).toSorted()).toEqual(fieldNames.toSorted());
    expect(fields[0]).toMatchObject({ name: 'title.fr', value: 'Assemblée', maxLength: 150 });
    expect(fields[1]).toMatchObject({ name: 'body.fr', problem: 'Il manque le texte.' });
    expect(fields.find(({ name }) => name === 'audience')?.choices).toEqual([
      { value: 'all', label: 'all (2 canaux)' },
    ]);
  });

  test('takes along which announcement and revision is changed', () => {
    expect(announcementForm(usual).options).toEqual({});
    expect(announcementForm({ ...usual, changes: { id: 'a1', revision: 3 } }).options).toEqual({
      id: 'a1',
      revision: '3',
    });
  });

  test('offers to notify everybody, and to cancel the event, only where it is asked to', () => {
    const { fields } = announcementForm({ ...usual, offersPings: false, offersCancelling: false });
    const names = fields.map(({ name }) => name);
    expect(names).not.toContain('pings');
    expect(names).not.toContain('cancelled');
    expect(names).toContain('reminders');
  });
});

describe('listReply()', () => {
  const options = { more: false, language: 'en', now, zone: 'UTC' } as const;

  test('says that there is nothing, and offers to write', () => {
    const reply = listReply({ ...options, listed: [] });
    expect(plainText(reply.body)).toBe(messagesIn('en').announcing.list.empty);
    expect(reply.actions).toMatchObject([{ command: 'announce' }]);
  });

  test('groups by what waits for whom, says when it has left some out, and opens each', () => {
    const draft = { ...announcement, id: 'a2', status: 'draft', confirmedRevision: 0 } as const;
    const reply = listReply({
      ...options,
      more: true,
      listed: [
        { announcement: { ...announcement, revision: 2 }, counts: { sent: 3, failed: 1 }, missed: false },
        { announcement: draft, counts: {}, missed: false },
      ],
    });
    const text = plainText(reply.body);
    expect(text.indexOf('Drafts')).toBeLessThan(text.indexOf('Posted'));
    expect(text).toContain('3 sent · 1 failed · the change waits for its confirmation');
    expect(text).toContain('The newest 2 announcements; older ones are not shown.');
    expect(reply.actions).toMatchObject([
      { options: { id: 'a2' } },
      { options: { id: 'a1' } },
      { command: 'announce' },
    ]);
  });
});

describe('reportReply()', () => {
  const rows = deliveryReasons.map((reason) => ({
    id: reason,
    subject: 'a1',
    revision: 1,
    kind: 'post' as const,
    slot: '',
    channel: `fake:${reason}`,
    language: 'en' as const,
    payload: '',
    plainPayload: '',
    status: 'failed' as const,
    reason,
    scheduledAt: now,
    dueAt: now,
    attempts: 1,
    degraded: false,
  }));

  test.each(languages)('says in %s for every reason why something failed, each in its own words', (language) => {
    const reply = reportReply({ announcement, deliveries: rows, names: new Map(), language, now, mayAct: true });
    const text = plainText(reply.body);
    const { reasons } = messagesIn(language).announcing.report;
    for (const reason of deliveryReasons) expect(text).toContain(reasons[reason]);
    expect(new Set(Object.values(reasons)).size).toBe(deliveryReasons.length);
    expect(reply.reportsOn).toBe('a1');
  });

  test('has no actions for a reader who may do nothing', () => {
    const input = { announcement, deliveries: rows, names: new Map(), language: 'en', now } as const;
    expect(reportReply({ ...input, mayAct: false }).actions).toBeUndefined();
    expect(reportReply({ ...input, mayAct: true }).actions).toMatchObject([
      { options: { action: 'retry' } },
      { command: 'announce' },
      { options: { action: 'callOff' } },
      { options: { action: 'retract' } },
    ]);
  });
});
