import { describe } from 'vitest';
import { describeAnnouncements } from './store/announcements.ts';
import { describeClaims } from './store/claims.ts';
import { describeDeliveries } from './store/deliveries.ts';
import { describeForwards } from './store/forwards.ts';
import { describeProcesses } from './store/processes.ts';
import { describeRecords } from './store/records.ts';
import type { NewDatabase } from './store/test-database.ts';
import { describeTransactions } from './store/transactions.ts';

/** What the store promises on every kind of database. */
export function describeStoreContract(name: string, newDatabase: NewDatabase): void {
  describe(`the store on ${name}`, () => {
    describeRecords(newDatabase);
    describeAnnouncements(newDatabase);
    describeDeliveries(newDatabase);
    describeClaims(newDatabase);
    describeForwards(newDatabase);
    describeTransactions(newDatabase);
    describeProcesses(newDatabase);
  });
}
