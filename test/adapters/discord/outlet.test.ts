import { describeOutletContract } from '../../contract/outlet-contract.ts';
import { openOutletRoom } from './outlet-harness.ts';

describeOutletContract({ platform: 'discord', open: openOutletRoom });
