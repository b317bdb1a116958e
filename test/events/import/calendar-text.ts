/** A calendar file of the given lines, with the line ends of the standard. */
export function calendarText(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** The lines of an event; properties that are given replace the usual ones, `undefined` takes one away. */
export function eventLines(given: Readonly<Record<string, string | undefined>> = {}, ...more: string[]): string[] {
  const usual = { 'UID:': 'e1@example.org', 'SUMMARY:': 'General Assembly', 'DTSTART:': '20271007T080000Z' };
  const byName = new Map<string, string>();
  for (const [start, value] of Object.entries({ ...usual, ...given })) {
    const name = start.split(/[:;]/)[0] ?? '';
    if (value === undefined) byName.delete(name);
    else byName.set(name, `${start}${value}`);
  }
  return ['BEGIN:VEVENT', ...byName.values(), ...more, 'END:VEVENT'];
}
