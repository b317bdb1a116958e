import { describe } from 'vitest';
import { describeAnnouncements } from './store/announcements.ts';
import { describeClaims } from './store/claims.ts';
import { describeDeliveries } from './store/deliveries.ts';
import { describeForwards } from './store/forwards.ts';
import { describeImports } from './store/imports.ts';
import { describeInDoubt } from './store/in-doubt.ts';
import { describeProcesses } from './store/processes.ts';
import { describeRecords } from './store/records.ts';
import type { NewDatabase } from './store/test-database.ts';
import { describeStanding } from './store/standing.ts';
import { describeTransactions } from './store/transactions.ts';

/** What the store promises on every kind of database. */
export function describeStoreContract(name: string, newDatabase: NewDatabase): void {
  describe(`the store on ${name}`, () => {
    describeRecords(newDatabase);
    describeAnnouncements(newDatabase);
    describeDeliveries(newDatabase);
    describeStanding(newDatabase);
    describeClaims(newDatabase);
    describeInDoubt(newDatabase);
    describeForwards(newDatabase);
    describeImports(newDatabase);
    describeTransactions(newDatabase);
    describeProcesses(newDatabase);
  });
}
