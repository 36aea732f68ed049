import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { networkOf, throttleKey, throttlePolicies, type ThrottleKind } from '../domain/throttle';
import { ThrottleRepository } from '../persistence/throttle.repository';

/** Limits how often something may be tried, over all replicas. What it counts under is not readable. */
@Injectable()
export class Throttle {
  constructor(
    private readonly attempts: ThrottleRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes an attempt before the work it allows.
   * @throws DomainError accounts.too-many-attempts with `retry_after_seconds`
   */
  async claim(kind: ThrottleKind, subject: string): Promise<void> {
    const now = this.clock.now();
    const until = await this.attempts.claim(this.keyOf(kind, subject), throttlePolicies[kind], now);
    if (!until) return;
    const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000));
    throw new DomainError('accounts.too-many-attempts', { retry_after_seconds: seconds }, 'too-many');
  }

  /** As `claim`, for the network the request came from; its key changes every day. */
  claimNetwork(address: string, kind: 'network' | 'registration' | 'lookup' = 'network'): Promise<void> {
    return this.claim(kind, this.network(address));
  }

  refund(kind: ThrottleKind, subject: string): Promise<void> {
    return this.attempts.refund(this.keyOf(kind, subject));
  }

  refundNetwork(address: string): Promise<void> {
    return this.refund('network', this.network(address));
  }

  forget(kind: ThrottleKind, subject: string): Promise<void> {
    return this.attempts.forget(this.keyOf(kind, subject));
  }

  private network(address: string): string {
    return networkOf(address, this.clock.today());
  }

  private keyOf(kind: ThrottleKind, subject: string): string {
    return throttleKey(this.config.keys.link.current().secret, kind, subject);
  }
}
