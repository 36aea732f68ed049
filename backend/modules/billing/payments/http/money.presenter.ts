import { Injectable } from '@nestjs/common';
import type { PaymentMoneyView, ReceiptView, SurplusView } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { Proofs } from '../application/proofs';
import { awaitsMoney } from '../domain/payment';
import { keptBy } from '../domain/received-amount';
import type { PaymentEntity } from '../persistence/payment.entity';
import type { ReceiptEntity } from '../persistence/receipt.entity';
import { ReceiptRepository } from '../persistence/receipt.repository';
import type { SurplusEntity } from '../persistence/surplus.entity';

/** What arrived for a payment, what is owed either way, and its proof. */
@Injectable()
export class MoneyPresenter {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly proofs: Proofs,
  ) {}

  /** @param readerId whom the link to the proof is made for; why a number was used again is for the staff */
  async of(payment: PaymentEntity, readerId: Uuid): Promise<PaymentMoneyView> {
    const [receipts, surpluses, proof] = await Promise.all([
      this.receipts.ofPayment(payment.id),
      this.receipts.surplusesOf(payment.id),
      this.proofs.shownTo(readerId, payment.id),
    ]);
    const received = keptBy(receipts);
    const staff = readerId !== payment.memberId;
    return {
      received_cents: received,
      due_cents: awaitsMoney(payment.status) ? payment.amountCents - received : 0,
      receipts: receipts.map((receipt) => presentReceipt(receipt, staff)),
      surpluses: surpluses.map(presentSurplus),
      proof,
    };
  }
}

function presentReceipt(receipt: ReceiptEntity, staff: boolean): ReceiptView {
  const { currency, originalAmount, exchangeRate } = receipt;
  const original =
    originalAmount && exchangeRate
      ? { currency, amount: plain(originalAmount), rate: plain(exchangeRate) }
      : null;
  return {
    id: receipt.id,
    method: receipt.method,
    transaction_number: receipt.transactionNumber,
    amount_cents: receipt.amountCents,
    surplus_cents: receipt.surplusCents,
    received_on: receipt.receivedOn,
    original,
    source: receipt.source,
    override_reason: staff ? receipt.overrideReason : null,
    invoice_id: receipt.invoiceId,
  };
}

/** `1.08500000` as it was typed: `1.085`. */
function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function presentSurplus({ id, amountCents, choice, state, returnedOn }: SurplusEntity): SurplusView {
  return { id, amount_cents: amountCents, choice, state, returned_on: returnedOn };
}
