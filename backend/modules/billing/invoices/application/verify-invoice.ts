import { Injectable } from '@nestjs/common';
import { Throttle } from '@calmness/accounts';
import type { VerifiedState } from '@calmness/contracts';
import { untouched, type InvoiceBalance } from '../domain/invoice-state';
import type { IssuedInvoice } from '../domain/invoice';
import { BalanceRepository } from '../persistence/balance.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';

/** What anybody who holds the printed code may compare with the paper in his hand. */
@Injectable()
export class VerifyInvoice {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly balances: BalanceRepository,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Null for a code nobody printed.
   * @throws DomainError accounts.too-many-attempts for a network that asks without end
   */
  async execute(
    code: string,
    address: string,
  ): Promise<{ invoice: IssuedInvoice; state: VerifiedState } | null> {
    await this.throttle.claimNetwork(address, 'lookup');
    const invoice = await this.invoices.findByVerifyCode(code);
    if (!invoice) return null;
    const balance = (await this.balances.of([invoice.id])).get(invoice.id) ?? untouched;
    return { invoice, state: stateOf(balance) };
  }
}

function stateOf({ replaced, creditedCents }: InvoiceBalance): VerifiedState {
  if (replaced) return 'replaced';
  return creditedCents > 0 ? 'credited' : 'authentic';
}
