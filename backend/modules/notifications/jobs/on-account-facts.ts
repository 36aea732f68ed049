import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { Announce } from '../announcements/application/announce';

/** News about people. */
@Injectable()
export class OnAccountFacts {
  constructor(private readonly announce: Announce) {}

  @OnDomainEvent('accounts.member-registered', { consumer: 'notifications.welcome-member' })
  async welcome({
    payload: { memberId },
    occurredAt,
  }: DomainEvent<'accounts.member-registered'>): Promise<void> {
    await this.announce.execute({ happenedAt: occurredAt, name: 'welcome', subjectId: memberId, memberId });
  }

  @OnDomainEvent('accounts.verification-requested', { consumer: 'notifications.send-verification-link' })
  async verification({ payload, occurredAt }: DomainEvent<'accounts.verification-requested'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'verify-email',
      subjectId: payload.tokenId,
      memberId: payload.memberId,
    });
  }

  /** Told once a day at most: whoever registers the address again and again fills no mailbox. */
  @OnDomainEvent('accounts.known-address-registered', { consumer: 'notifications.tell-known-address' })
  async knownAddress({
    occurredAt,
    payload,
  }: DomainEvent<'accounts.known-address-registered'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'known-address',
      subjectId: payload.memberId,
      memberId: payload.memberId,
      occurrence: occurredAt.slice(0, 10),
    });
  }

  @OnDomainEvent('accounts.member-invited', { consumer: 'notifications.send-invitation' })
  async invited({ payload, occurredAt }: DomainEvent<'accounts.member-invited'>): Promise<void> {
    const { memberId, tokenId } = payload;
    await this.announce.execute({ happenedAt: occurredAt, name: 'invitation', subjectId: tokenId, memberId });
  }

  @OnDomainEvent('accounts.email-verified', { consumer: 'notifications.confirm-address' })
  async confirmed({
    payload: { memberId },
    occurredAt,
  }: DomainEvent<'accounts.email-verified'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'address-confirmed',
      subjectId: memberId,
      memberId,
    });
  }
}
