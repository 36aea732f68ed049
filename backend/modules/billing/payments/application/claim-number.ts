import { Injectable } from '@nestjs/common';
import type { PaymentMethodCode } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { ReceiptRepository } from '../persistence/receipt.repository';

/** A transaction number as a receipt keeps it. */
export interface ClaimedNumber {
  transactionNumber: string;
  overrideSeq: number;
  overrideReason: string | null;
}

/** A bank's number is used once per method; a bank that repeats itself needs a reason somebody can read later. */
@Injectable()
export class ClaimNumber {
  constructor(private readonly receipts: ReceiptRepository) {}

  /** @throws DomainError billing.transaction-number-used, naming the payment it was used for */
  async execute(
    tx: Transaction,
    method: PaymentMethodCode,
    transactionNumber: string,
    overrideReason: string | undefined,
  ): Promise<ClaimedNumber> {
    const use = await this.receipts.claim(tx, method, transactionNumber);
    if (!use) return { transactionNumber, overrideSeq: 0, overrideReason: null };
    if (overrideReason === undefined)
      throw new DomainError(
        'billing.transaction-number-used',
        { method, reference: use.reference },
        'conflict',
        [{ field: 'transaction_number', code: 'invalid' }],
      );
    return { transactionNumber, overrideSeq: use.overrideSeq + 1, overrideReason };
  }
}
