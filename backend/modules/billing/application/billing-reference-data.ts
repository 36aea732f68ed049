import { Injectable } from '@nestjs/common';
import { ReferenceData } from '@calmness/platform/composition';
import { UnitOfWork } from '@calmness/platform/database';
import { ReferenceRows } from '../invoices/persistence/reference-rows.repository';
import { PaymentMethodRepository } from '../offers/persistence/payment-method.repository';
import { methodRows } from './reference/method-rows';
import { mentionRows, vatRateRows } from './reference/law-rows';

/** Rates, legal texts and payment methods: methods are off and empty until an admin fills them in. */
@Injectable()
export class BillingReferenceData extends ReferenceData {
  readonly name = 'billing';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly methods: PaymentMethodRepository,
    private readonly rows: ReferenceRows,
  ) {
    super();
  }

  async install(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.rows.addMissing(tx, vatRateRows, mentionRows);
      await this.methods.addMissing(tx, methodRows);
    });
  }
}
