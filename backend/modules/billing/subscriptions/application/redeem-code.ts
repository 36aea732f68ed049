import { Injectable } from '@nestjs/common';
import { Throttle } from '@calmness/accounts';
import { addMonths, Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { PlanRepository } from '../../offers/persistence/plan.repository';
import { hashOfCode } from '../domain/access-code';
import { AccessCodeRepository } from '../persistence/access-code.repository';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { GiveAccess } from './give-access';

/** A member types a code he bought or was given elsewhere: the first who does has the access. */
@Injectable()
export class RedeemCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly codes: AccessCodeRepository,
    private readonly plans: PlanRepository,
    private readonly give: GiveAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * Guessing is slowed down, member by member.
   * @throws DomainError billing.access-code-invalid, the same for an unknown, a used and an expired one;
   * accounts.too-many-attempts
   */
  async execute({ memberId, code }: { memberId: Uuid; code: string }): Promise<SubscriptionEntity> {
    await this.throttle.claim('confirmation', `access-code|${memberId}`);
    const known = await this.codes.findByHash(hashOfCode(code));
    const plan = known && (await this.plans.find(known.planId));
    if (!plan) throw invalid();
    return this.unitOfWork.run(async (tx) => {
      const locked = await this.codes.lock(tx, known.id);
      if (!locked || locked.redeemedAt || locked.expiresOn < this.clock.today()) throw invalid();
      const subscription = await this.give.execute(tx, {
        ...{ memberId, plan, origin: 'code' },
        until: (startsOn) => addMonths(startsOn, locked.months),
      });
      const redeemed = { redeemedBy: memberId, redeemedAt: this.clock.now() };
      await this.codes.update(tx, locked.id, { ...redeemed, subscriptionId: subscription.id });
      return subscription;
    });
  }
}

function invalid(): DomainError {
  return new DomainError('billing.access-code-invalid', {}, 'invalid', [{ field: 'code', code: 'invalid' }]);
}
