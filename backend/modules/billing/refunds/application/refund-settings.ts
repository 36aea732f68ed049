import { Injectable } from '@nestjs/common';
import type { RefundSettings as SettingsView } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { RefundRepository } from '../persistence/refund.repository';

/** Whether a refund waits for a second person. */
@Injectable()
export class RefundSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
  ) {}

  async read(): Promise<SettingsView> {
    const { fourEyesRefunds, version } = await this.refunds.settings();
    return { four_eyes: fourEyesRefunds, version };
  }

  /** @throws DomainError billing.version-conflict */
  async change(command: { fourEyes: boolean; version: number; adminId: Uuid }): Promise<SettingsView> {
    const { fourEyes, version, adminId } = command;
    await this.unitOfWork.run(async (tx) => {
      const before = await this.refunds.settings(tx.manager);
      if (!(await this.refunds.changeSettings(tx, fourEyes, version)))
        throw new DomainError('billing.version-conflict', {}, 'conflict');
      tx.audit({
        actorId: adminId,
        action: 'billing.change-refund-settings',
        objectType: 'billing-setting',
        objectId: 'four-eyes',
        before: { fourEyes: before.fourEyesRefunds },
        after: { fourEyes },
      });
    });
    return this.read();
  }
}
