import { describe, expect, test } from 'vitest';
import { judgeConfirmation, type Confirmation, type Verdict } from '../../src/announcements/judge-confirmation.ts';
import { planDeliveries } from '../../src/announcements/plan-deliveries.ts';
import { now, sampleContent } from './sample-content.ts';

const content = { ...sampleContent, missing: 'hold' } as const;
const audience = {
  name: 'all',
  channels: [
    { channel: 'fake:a', language: 'en', topics: [] },
    { channel: 'fake:b', language: 'es', topics: [] },
  ],
  crosspost: false,
} as const;
const outlet = { render: () => ({ payload: '{}', plainPayload: '{}', preview: '', problems: [] }) };
const outlets = new Map([['fake', outlet]]);
const plan = planDeliveries({ id: 'a', revision: 1, content, audience, outlets, earlier: [], now });

const usual: Confirmation = {
  announcement: { status: 'draft', revision: 1, confirmedRevision: 0 },
  content,
  audience,
  plan,
  now,
  revision: 1,
  digest: plan.digest,
  sure: undefined,
  mayPing: false,
  requireApproval: false,
  wrote: true,
};
const loud = {
  content: { ...content, pings: true },
  plan: { ...plan, pinged: ['fake:a', 'fake:b'] },
  mayPing: true,
};
const awaiting = { status: 'awaiting', revision: 1, confirmedRevision: 0 } as const;

describe('judgeConfirmation()', () => {
  test.each<[string, Partial<Confirmation>, Verdict]>([
    ['lets go what is as it was previewed', {}, { kind: 'go' }],
    ['knows what was cancelled', { announcement: { ...awaiting, status: 'cancelled' } }, { kind: 'closed' }],
    ['knows what was taken back', { announcement: { ...awaiting, status: 'retracted' } }, { kind: 'closed' }],
    [
      'knows what was confirmed',
      { announcement: { status: 'confirmed', revision: 1, confirmedRevision: 1 } },
      { kind: 'already' },
    ],
    ['wants a preview to have been seen', { digest: undefined }, { kind: 'again', why: 'unseen' }],
    ['wants its revision', { revision: undefined }, { kind: 'again', why: 'unseen' }],
    ['wants the newest revision', { revision: 2 }, { kind: 'again', why: 'revision' }],
    ['wants the same plan', { digest: 'other' }, { kind: 'again', why: 'plan' }],
    ['lets nothing go without an audience', { audience: undefined }, { kind: 'again', why: 'blocked' }],
    [
      'lets nothing go whose time has passed',
      { content: { ...content, publishAt: now - 1 } },
      { kind: 'again', why: 'blocked' },
    ],
    ['passes on what needs a second person', { requireApproval: true }, { kind: 'submit' }],
    ['takes somebody else for the second person', { requireApproval: true, wrote: false }, { kind: 'go' }],
    ['never takes the author for it', { requireApproval: true, announcement: awaiting }, { kind: 'own' }],
    ['lets the second person confirm', { requireApproval: true, announcement: awaiting, wrote: false }, { kind: 'go' }],
    ['lets go what waits when no second person is needed any more', { announcement: awaiting }, { kind: 'go' }],
    ['asks once more before everybody is notified', loud, { kind: 'sure', count: 2 }],
    ['takes no other number for an answer', { ...loud, sure: 3 }, { kind: 'sure', count: 2 }],
    ['takes the right number for an answer', { ...loud, sure: 2 }, { kind: 'go' }],
    ['refuses to notify without the right', { ...loud, mayPing: false, sure: 2 }, { kind: 'ping' }],
    ['asks the author too before passing it on', { ...loud, requireApproval: true }, { kind: 'sure', count: 2 }],
  ])('%s', (_, change, verdict) => {
    expect(judgeConfirmation({ ...usual, ...change })).toEqual(verdict);
  });
});
