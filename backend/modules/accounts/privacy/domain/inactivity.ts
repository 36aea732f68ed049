/**
 * An account nobody used for two years is closed, thirty days after a warning: the CNIL's recommendation for
 * inactive accounts (délibération n° 2005-213 and its guides on retention).
 */
export const warnAfterMonths = 23;
export const eraseAfterMonths = 24;
export const warningDays = 30;

/** The instant as many calendar months before another one. */
export function monthsBefore(instant: Date, months: number): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('UTC');
  return new Date(zoned.subtract({ months }).epochMilliseconds);
}
