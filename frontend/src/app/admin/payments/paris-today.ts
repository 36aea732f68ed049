/** Today in Paris, as a date input wants it: the bank's day is Paris's. */
export function parisToday(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
}
