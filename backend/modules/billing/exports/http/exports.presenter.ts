import type { ClosingView } from '@calmness/contracts';
import type { Closing } from '../../ledger/domain/closing';

export function presentClosing(closing: Closing): ClosingView {
  return {
    ...{ seq: closing.seq, period: closing.period, from_day: closing.fromDay, to_day: closing.toDay },
    ...{ invoice_count: closing.invoiceCount, credit_count: closing.creditCount },
    rates: closing.rates.map(({ category, rateBp, baseCents, vatCents }) => ({
      ...{ category, rate_bp: rateBp, net_cents: baseCents, vat_cents: vatCents },
    })),
    ...{ net_cents: closing.netCents, vat_cents: closing.vatCents, total_cents: closing.totalCents },
    ...{ received_cents: closing.receivedCents, refunded_cents: closing.refundedCents },
    ...{ perpetual_cents: closing.perpetualCents, perpetual_gross_cents: closing.perpetualGrossCents },
    ...{ closed_at: closing.closedAt.toISOString(), hash: closing.hash },
  };
}
