import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import type { Client } from '../domain/client';
import { hashOf } from '../domain/secret-link';
import { KnownDeviceRepository } from '../persistence/known-device.repository';
import { Throttle } from './throttle';

/** What one attempt was counted under. */
export type ClaimedAttempt =
  { kind: 'device'; device: string } | { kind: 'account'; account: string; address: string };

/**
 * Counts logins before a password is looked at. A browser the member came in with before has a counter
 * of its own: whoever tries a thousand passwords elsewhere never keeps the owner out.
 */
@Injectable()
export class LoginAttempt {
  constructor(
    private readonly throttle: Throttle,
    private readonly devices: KnownDeviceRepository,
  ) {}

  /** @throws DomainError accounts.too-many-attempts */
  async claim(email: string, memberId: Uuid | undefined, client: Client): Promise<ClaimedAttempt> {
    const hash = client.deviceToken && hashOf(client.deviceToken);
    if (memberId && hash && (await this.devices.knows(memberId, hash))) {
      const device = `${memberId}|${hash}`;
      await this.throttle.claim('device', device);
      return { kind: 'device', device };
    }
    const account = email.trim().toLowerCase();
    await this.throttle.claimNetwork(client.address);
    await this.throttle.claim('account', account);
    return { kind: 'account', account, address: client.address };
  }

  /** It was no guess: the right password, before its second factor. */
  async refund(attempt: ClaimedAttempt): Promise<void> {
    if (attempt.kind === 'device') return this.throttle.refund('device', attempt.device);
    await this.throttle.refund('account', attempt.account);
    await this.throttle.refundNetwork(attempt.address);
  }

  /** The owner is in: his counter starts again; the network keeps what others tried from it. */
  async succeed(attempt: ClaimedAttempt): Promise<void> {
    if (attempt.kind === 'device') return this.throttle.forget('device', attempt.device);
    await this.throttle.forget('account', attempt.account);
    await this.throttle.refundNetwork(attempt.address);
  }
}
