import { describeStoreContract } from '../contract/store-contract.ts';
import { testFolder } from '../fakes/test-store.ts';

describeStoreContract('SQLite', async () => ({ dataDir: testFolder() }));
