import { describeOutletContract } from '../../contract/outlet-contract.ts';
import { openCalendarRoom } from './calendar-harness.ts';

// A text that is too long is shortened; a title that is too long is a problem, which the tests of the calendar look at.
describeOutletContract({
  platform: 'discord-calendar',
  takes: 'events',
  limitsLength: false,
  open: openCalendarRoom,
});
