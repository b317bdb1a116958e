import { describePostgres } from '../contract/describe-postgres.ts';
import { describeStoreContract } from '../contract/store-contract.ts';
import { testFolder } from '../fakes/test-store.ts';

describePostgres('PostgreSQL', (server) => {
  describeStoreContract('PostgreSQL', async () => ({
    dataDir: testFolder(),
    databaseUrl: await server().newDatabase(),
  }));
});
