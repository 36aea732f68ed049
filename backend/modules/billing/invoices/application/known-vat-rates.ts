import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import { ReferenceRows } from '../persistence/reference-rows.repository';

/** The rates a plan may be sold at. */
@Injectable()
export class KnownVatRates {
  constructor(
    private readonly rows: ReferenceRows,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.rate-not-valid-on-date when no rate of that code holds today */
  async assertKnown(code: string): Promise<void> {
    const today = this.clock.today();
    if ((await this.rows.rateOn(code, today)) === null)
      throw new DomainError('billing.rate-not-valid-on-date', { rate_code: code, date: today }, 'invalid', [
        { field: 'vat_rate_code', code: 'not_in_list' },
      ]);
  }
}
