import { Injectable } from '@nestjs/common';
import type { VatReport } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import { moneyByRate, TaxedTotal, turnoverByRate } from '../domain/taxed';
import { WalkBook } from './walk-book';

/** VAT collected month by month: by the day of issue, and by the day the money came. */
@Injectable()
export class ReportVat {
  constructor(
    private readonly walk: WalkBook,
    private readonly issuer: ReadIssuer,
    private readonly clock: Clock,
  ) {}

  async execute(year: number): Promise<VatReport> {
    const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
    const debits = new Map(months.map((month) => [month, new TaxedTotal()]));
    const cash = new Map(months.map((month) => [month, new TaxedTotal()]));
    // Money is written down after it came: that of a December may stand in the book of January.
    const today = this.clock.today();
    for await (const fact of this.walk.execute({ from: `${year}-01-01`, to: today })) {
      const [total, rates] = fact.money
        ? [cash.get(fact.money.receivedOn.slice(0, 7)), moneyByRate(fact)]
        : [debits.get(fact.day.slice(0, 7)), turnoverByRate(fact)];
      for (const rate of rates) total?.add(rate);
    }
    const issuer = await this.issuer.find();
    return {
      year,
      vat_on_debits: issuer?.vatOnDebits ?? false,
      months: months.map((month) => ({
        month,
        on_debits: debits.get(month)?.rates() ?? [],
        on_cash: cash.get(month)?.rates() ?? [],
      })),
    };
  }
}
