import { Injectable } from '@nestjs/common';
import { WalletSection, type WalletPart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { WalletRepository, type OpenDeposit, type StatementLine } from '../persistence/wallet.repository';

const shown = 50;

/** What billing owes a member: credit notes, surpluses, refunds made, deposits waiting for their invoice. */
@Injectable()
export class BillingWalletSection extends WalletSection {
  readonly name = 'billing';

  constructor(private readonly wallet: WalletRepository) {
    super();
  }

  async read(memberId: Uuid): Promise<WalletPart> {
    const lines = await this.wallet.statement(memberId, shown);
    const deposits = await this.wallet.openDeposits(memberId);
    return {
      billing: {
        balance_cents: lines[0]?.balanceCents ?? 0,
        currency: 'EUR',
        movements: lines.map(presentLine),
        deposits: deposits.map(presentDeposit),
      },
    };
  }
}

function presentLine({ id, at, kind, ...line }: StatementLine) {
  return {
    ...{ id, kind, at: at.toISOString() },
    amount_cents: line.amountCents,
    balance_cents: line.balanceCents,
    document_number: line.documentNumber,
    invoice_id: line.invoiceId,
  };
}

function presentDeposit({ invoiceId, number, issueDate, amountCents }: OpenDeposit) {
  return { invoice_id: invoiceId, number, issue_date: issueDate, amount_cents: amountCents };
}
