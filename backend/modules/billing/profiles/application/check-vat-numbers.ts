import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Log } from '@calmness/platform/observability';
import { VatRegister } from '@calmness/platform/vendors/vat-register';
import { BillingProfileRepository, type VatCheckClaim } from '../persistence/billing-profile.repository';

/** Longer than the register may take; a worker that dies leaves its number for another one after this. */
const leaseMs = 60_000;
const firstRetryMs = 30_000;
const longestRetryMs = 6 * 3_600_000;

/**
 * Asks the register about the numbers that wait, one after the other and outside any transaction. When it is
 * away the round ends: the next tick tries one number, and goes on if that one is answered.
 */
@Injectable()
export class CheckVatNumbers {
  constructor(
    private readonly profiles: BillingProfileRepository,
    private readonly register: VatRegister,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    if (!this.register.enabled) return;
    let claim = await this.claim();
    while (claim) claim = (await this.settle(claim)) ? await this.claim() : null;
  }

  private claim(): Promise<VatCheckClaim | null> {
    const now = this.clock.now();
    return this.profiles.claimVatCheck(now, new Date(now.getTime() + leaseMs));
  }

  /** False when the register is away. */
  private async settle(claim: VatCheckClaim): Promise<boolean> {
    const answer = await this.register.check(claim.country, claim.vatNumber);
    if (answer !== 'unavailable') {
      await this.profiles.answerVatCheck(claim, answer, answer === 'valid' ? this.clock.today() : null);
      return true;
    }
    const wait = Math.min(firstRetryMs * 2 ** (claim.attempts - 1), longestRetryMs);
    await this.profiles.postponeVatCheck(claim, new Date(this.clock.now().getTime() + wait));
    this.log.warn('VAT register away', { country: claim.country, attempts: claim.attempts });
    return false;
  }
}
