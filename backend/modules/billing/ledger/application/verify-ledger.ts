import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import { chainStart } from '../domain/chain';
import { ledgerHash } from '../domain/ledger-entry';
import { LedgerRepository } from '../persistence/ledger.repository';

const batch = 1_000;

export interface LedgerVerdict {
  valid: boolean;
  checked: number;
  /** The invoice the first wrong entry speaks of; null when the end is missing. */
  brokenInvoiceId: Uuid | null;
}

/** Recomputes the ledger's chain from its first entry. */
@Injectable()
export class VerifyLedger {
  constructor(private readonly entries: LedgerRepository) {}

  async execute(): Promise<LedgerVerdict> {
    // The head is read first: entries added while we read lie behind it and are checked next time.
    const head = await this.entries.head();
    let [seq, hash] = [0, chainStart];
    while (seq < head.seq) {
      const entries = await this.entries.after(seq, Math.min(batch, head.seq - seq));
      if (entries.length === 0) break;
      for (const entry of entries) {
        const expected = ledgerHash(hash, seq + 1, entry);
        if (entry.seq !== seq + 1 || entry.prevHash !== hash || entry.hash !== expected)
          return { valid: false, checked: seq, brokenInvoiceId: entry.invoiceId };
        [seq, hash] = [entry.seq, entry.hash];
      }
    }
    return { valid: seq === head.seq && hash === head.hash, checked: seq, brokenInvoiceId: null };
  }
}
