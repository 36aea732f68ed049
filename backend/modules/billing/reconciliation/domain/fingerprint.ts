import { createHash } from 'node:crypto';
import { plainText, type StatementEntry } from './statement';

/**
 * One name per line of an account: a file read twice adds nothing. Two lines a bank writes alike on one day
 * are two lines: the second is the second of its kind.
 */
export function fingerprintsOf(account: string, entries: readonly StatementEntry[]): string[] {
  const seen = new Map<string, number>();
  return entries.map(({ bookedOn, amountCents, label, bankReference }) => {
    const kind = [account, bookedOn, amountCents, plainText(label), bankReference ?? ''].join('|');
    const rank = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, rank);
    return createHash('sha256').update(`${kind}|${rank}`).digest('hex');
  });
}

/** The transaction number of a line: the bank's own, or one made from what the line says. */
export function numberOfLine(line: { bankReference: string | null; fingerprint: string }): string {
  const own = line.bankReference?.replaceAll(/[^A-Za-z0-9]/g, '') ?? '';
  return own.length >= 4 && own.length <= 64 ? own : `RELEVE${line.fingerprint.slice(0, 20)}`;
}
