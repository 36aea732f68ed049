import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { Places } from '@calmness/platform/geo';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { traitsOf, type Client } from '../domain/client';
import { firstRefreshToken, sessionDays } from '../domain/refresh-token';
import { hashOf } from '../domain/secret-link';
import { KnownDeviceRepository } from '../persistence/known-device.repository';
import { SessionRepository } from '../persistence/session.repository';
import type { Grant } from './grant';

/** Lets somebody in whose proof is complete, and remembers the browser he came with. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly devices: KnownDeviceRepository,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction. A browser that is not the member's first is told to him. */
  async execute(tx: Transaction, member: MemberEntity, client: Client, twoFactor: boolean): Promise<Grant> {
    const now = this.clock.now();
    const refreshToken = firstRefreshToken();
    const sessionId = newId();
    const sessionEndsAt = new Date(now.getTime() + sessionDays * 86_400_000);
    await this.sessions.add(tx, {
      id: sessionId,
      memberId: member.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionEndsAt,
      revokedAt: null,
      revokedBecause: null,
      ...traitsOf(client.userAgent),
      country: await this.places.countryOf(client.address),
      twoFactor,
    });
    const token = { id: newId(), sessionId, hash: hashOf(refreshToken), createdAt: now, rotatedAt: null };
    await this.sessions.addToken(tx, token);
    const deviceToken = await this.recognise(tx, member.id, sessionId, client);
    return { member, sessionId, refreshToken, sessionEndsAt, deviceToken };
  }

  private async recognise(tx: Transaction, memberId: Uuid, sessionId: Uuid, client: Client): Promise<string> {
    const now = this.clock.now();
    const token = client.deviceToken ?? randomBytes(32).toString('base64url');
    const hash = hashOf(token);
    const known = await this.devices.knows(memberId, hash);
    const first = !known && (await this.devices.count(tx, memberId)) === 0;
    await this.devices.remember(tx, { id: newId(), memberId, hash, createdAt: now, lastSeenAt: now });
    if (!known && !first) tx.record('accounts.new-device-seen', { memberId, sessionId });
    return token;
  }
}
