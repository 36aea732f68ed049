/** Whole seconds a provider may keep a message for a phone that is off, within what it allows. */
export function lifetime(now: Date, expiresAt: Date, allowed: { shortest: number; longest: number }): number {
  const seconds = Math.floor((expiresAt.getTime() - now.getTime()) / 1_000);
  return Math.min(Math.max(seconds, allowed.shortest), allowed.longest);
}
