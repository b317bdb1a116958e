// Loaded into the program before it starts: its clock runs ahead of the machine's.
const aheadMs = Number(process.env['CLOCK_AHEAD_MS']);
const { now } = Date;
Date.now = () => now() + aheadMs;
