import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import { chainStart } from '../domain/chain';
import { closingHash, type Closing } from '../domain/closing';
import { ledgerHash, type LedgerEntry } from '../domain/ledger-entry';
import { ClosingRepository } from '../persistence/closing.repository';
import { LedgerRepository } from '../persistence/ledger.repository';
import { pagesAhead } from './pages-ahead';

const batch = 5_000;

export interface LedgerVerdict {
  valid: boolean;
  checked: number;
  /** The invoice the first wrong entry speaks of; null when the end is missing or it speaks of none. */
  brokenInvoiceId: Uuid | null;
  /** The first closing that does not hold, e.g. `day 2026-11-20`. */
  brokenClosing: string | null;
}

/** Recomputes the ledger's chain from its first entry, then that of the closings, and compares the two. */
@Injectable()
export class VerifyLedger {
  constructor(
    private readonly entries: LedgerRepository,
    private readonly closings: ClosingRepository,
  ) {}

  async execute(): Promise<LedgerVerdict> {
    // The head is read first: entries added while we read lie behind it and are checked next time.
    const head = await this.entries.head();
    const sound = { brokenInvoiceId: null, brokenClosing: null };
    let [seq, hash] = [0, chainStart];
    const pages = pagesAhead<LedgerEntry>((last) => this.page(last?.seq ?? 0, head.seq));
    for await (const entries of pages) {
      const broken = firstBroken(entries, seq, hash);
      if (broken)
        return { ...sound, valid: false, checked: broken.after, brokenInvoiceId: broken.entry.invoiceId };
      const last = entries.at(-1);
      [seq, hash] = [last?.seq ?? seq, last?.hash ?? hash];
    }
    const whole = seq === head.seq && hash === head.hash;
    const brokenClosing = whole ? await this.brokenClosing() : null;
    return { ...sound, valid: whole && brokenClosing === null, checked: seq, brokenClosing };
  }

  private page(after: number, head: number): Promise<LedgerEntry[]> {
    const limit = Math.min(batch, head - after);
    return limit > 0 ? this.entries.after(after, limit) : Promise.resolve([]);
  }

  private async brokenClosing(): Promise<string | null> {
    let last: Closing | undefined;
    const pages = pagesAhead<Closing>((end) => this.closings.after(end?.seq ?? 0, batch));
    for await (const page of pages)
      for (const closing of page) {
        if (!follows(closing, last)) return nameOf(closing);
        last = closing;
      }
    const unconfirmed = await this.closings.unconfirmed();
    return unconfirmed && nameOf(unconfirmed);
  }
}

function firstBroken(
  entries: readonly LedgerEntry[],
  after: number,
  hash: string,
): { entry: LedgerEntry; after: number } | null {
  let [seq, previous] = [after, hash];
  for (const entry of entries) {
    const expected = ledgerHash(previous, seq + 1, entry);
    if (entry.seq !== seq + 1 || entry.prevHash !== previous || entry.hash !== expected)
      return { entry, after: seq };
    [seq, previous] = [entry.seq, entry.hash];
  }
  return null;
}

function follows(closing: Closing, previous: Closing | undefined): boolean {
  const { hash, ...content } = closing;
  const ordered =
    closing.seq === (previous?.seq ?? 0) + 1 && closing.prevHash === (previous?.hash ?? chainStart);
  return ordered && closingHash(content) === hash;
}

function nameOf({ period, fromDay }: { period: string; fromDay: string }): string {
  return `${period} ${fromDay}`;
}
