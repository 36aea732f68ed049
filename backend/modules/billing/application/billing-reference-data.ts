import { Injectable } from '@nestjs/common';
import { ReferenceData } from '@calmness/platform/composition';
import { UnitOfWork } from '@calmness/platform/database';
import { ReferenceRows } from '../invoices/persistence/reference-rows.repository';
import { PaymentMethodRepository } from '../offers/persistence/payment-method.repository';
import { knownLayouts } from '../reconciliation/domain/known-layouts';
import { StatementRepository } from '../reconciliation/persistence/statement.repository';
import { methodRows } from './reference/method-rows';
import { mentionRows, vatRateRows } from './reference/law-rows';

/** Rates, legal texts, how banks write statements, and payment methods: methods are off and empty until an admin fills them in. */
@Injectable()
export class BillingReferenceData extends ReferenceData {
  readonly name = 'billing';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly methods: PaymentMethodRepository,
    private readonly rows: ReferenceRows,
    private readonly statements: StatementRepository,
  ) {
    super();
  }

  async install(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.rows.addMissing(tx, vatRateRows, mentionRows);
      await this.methods.addMissing(tx, methodRows);
      await this.statements.addMissing(tx, knownLayouts);
    });
  }
}
