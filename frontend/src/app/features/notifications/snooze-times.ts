export const snoozeChoices = ['hour', 'evening', 'tomorrow', 'week'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
}

const hourMs = 3_600_000;
const eveningHour = 18;
const morningHour = 9;

/** What clocks show in a zone, as if it were UTC. */
function wallOf(instant: Date, zone: string): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')));
}

/** The instant clocks of a zone show that hour, the day the clock changes too. */
function instantOf({ year, month, day, hour }: WallTime, zone: string): Date {
  const wanted = Date.UTC(year, month, day, hour);
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) {
    guess += wanted - wallOf(new Date(guess), zone).getTime();
  }
  return new Date(guess);
}

/** When a message may come back, in the member's zone; “this evening” only while there is one. */
export function snoozeTimes(now: Date, zone: string): { choice: SnoozeChoice; at: Date }[] {
  const wall = wallOf(now, zone);
  const at = (daysAhead: number, hour: number): Date =>
    instantOf(
      {
        year: wall.getUTCFullYear(),
        month: wall.getUTCMonth(),
        day: wall.getUTCDate() + daysAhead,
        hour,
      },
      zone,
    );
  const daysToMonday = (8 - wall.getUTCDay()) % 7 || 7;
  return [
    { choice: 'hour' as const, at: new Date(now.getTime() + hourMs) },
    { choice: 'evening' as const, at: at(0, eveningHour) },
    { choice: 'tomorrow' as const, at: at(1, morningHour) },
    { choice: 'week' as const, at: at(daysToMonday, morningHour) },
  ].filter(({ choice, at: when }) => choice !== 'evening' || when.getTime() > now.getTime() + hourMs);
}
