import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWebAdapter } from '../../adapters/web/adapter.ts';
import { systemClock } from '../../src/clock.ts';
import { createPublicCalendar } from '../../src/commands/events/public-calendar.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sampleCore } from '../contract/sample-core.ts';
import { sampleEvent } from '../events/sample-events.ts';

// The web room with a calendar of as many events as the first argument says; tells its address to whoever forked it.

const events = Array.from({ length: Number(process.argv[2]) }, (_, index) =>
  sampleEvent({
    id: `event-${index}`,
    time: { kind: 'instant', startAt: Date.UTC(2027, 0, 1) + index * 3_600_000, zone: 'Europe/Madrid' },
    texts: { en: { title: `General Assembly ${index}`, place: 'Montréal', description: 'Please register.'.repeat(8) } },
  }),
);
const log = createLog('error', { write: () => undefined });
const dataDir = mkdtempSync(join(tmpdir(), 'bench-calendar-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
const store = await openStore({ dataDir, log, clock: systemClock });
const room = createWebAdapter({
  host: '127.0.0.1',
  port: 0,
  now: systemClock,
  log,
  calendar: createPublicCalendar({
    knowledge: () => ({ sections: [], concepts: [], events, problems: [] }),
    store,
    clock: systemClock,
    platform: 'web',
  }),
});
await room.start(sampleCore());
process.send?.(room.status().detail);
