import { Injectable } from '@nestjs/common';
import type { PaymentMethodCode } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { methodFaults } from '../domain/payment-method';
import type { PaymentMethodEntity } from '../persistence/payment-method.entity';
import { PaymentMethodRepository } from '../persistence/payment-method.repository';

export interface UpdatePaymentMethodCommand {
  actorId: Uuid;
  code: PaymentMethodCode;
  version: number;
  changes: Partial<Omit<PaymentMethodEntity, 'code' | 'version'>>;
}

/** The staff edits how members pay: instructions, coordinates, on or off. */
@Injectable()
export class UpdatePaymentMethod {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly methods: PaymentMethodRepository,
  ) {}

  /** @throws DomainError billing.payment-method-not-found, billing.version-conflict, request.invalid */
  async execute(command: UpdatePaymentMethodCommand): Promise<PaymentMethodEntity> {
    const { actorId, code, version, changes } = command;
    return this.unitOfWork.run(async (tx) => {
      const method = await this.methods.lock(tx, code);
      if (!method) throw new DomainError('billing.payment-method-not-found', { method: code }, 'not-found');
      if (method.version !== version)
        throw new DomainError('billing.version-conflict', { version: method.version }, 'conflict');
      const next = { ...method, ...changes, version: version + 1 };
      const faults = methodFaults(next);
      if (faults.length > 0) throw new DomainError('request.invalid', {}, 'invalid', faults);
      await this.methods.update(tx, code, { ...changes, version: next.version });
      const before = Object.fromEntries(Object.entries(method).filter(([key]) => key in changes));
      const [objectType, action] = ['payment-method', 'billing.update-payment-method'];
      tx.audit({ actorId, action, objectType, objectId: code, before, after: { ...changes } });
      return next;
    });
  }
}
