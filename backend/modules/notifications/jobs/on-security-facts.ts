import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { Announce } from '../announcements/application/announce';

/** News a member must get whatever he chose to hear: his account may be at stake. */
@Injectable()
export class OnSecurityFacts {
  constructor(private readonly announce: Announce) {}

  @OnDomainEvent('accounts.password-reset-requested', { consumer: 'notifications.send-reset-link' })
  async resetLink({ payload, occurredAt }: DomainEvent<'accounts.password-reset-requested'>): Promise<void> {
    const { memberId, tokenId } = payload;
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'reset-password',
      subjectId: tokenId,
      memberId,
    });
  }

  @OnDomainEvent('accounts.password-changed', { consumer: 'notifications.tell-password-changed' })
  async passwordChanged({
    id,
    payload,
    occurredAt,
  }: DomainEvent<'accounts.password-changed'>): Promise<void> {
    const { memberId } = payload;
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'password-changed',
      subjectId: memberId,
      memberId,
      occurrence: id,
    });
  }

  @OnDomainEvent('accounts.new-device-seen', { consumer: 'notifications.tell-new-device' })
  async newDevice({ payload, occurredAt }: DomainEvent<'accounts.new-device-seen'>): Promise<void> {
    const { memberId, sessionId } = payload;
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'new-device',
      subjectId: sessionId,
      memberId,
    });
  }

  @OnDomainEvent('accounts.two-factor-changed', { consumer: 'notifications.tell-two-factor' })
  async twoFactor({ id, payload, occurredAt }: DomainEvent<'accounts.two-factor-changed'>): Promise<void> {
    const { memberId, enabled } = payload;
    const name = enabled ? 'two-factor-on' : 'two-factor-off';
    await this.announce.execute({
      happenedAt: occurredAt,
      name,
      subjectId: memberId,
      memberId,
      occurrence: id,
    });
  }

  @OnDomainEvent('accounts.passkey-changed', { consumer: 'notifications.tell-passkey' })
  async passkey({ id, payload, occurredAt }: DomainEvent<'accounts.passkey-changed'>): Promise<void> {
    const { memberId, added } = payload;
    const name = added ? 'passkey-added' : 'passkey-removed';
    await this.announce.execute({
      happenedAt: occurredAt,
      name,
      subjectId: memberId,
      memberId,
      occurrence: id,
    });
  }

  @OnDomainEvent('accounts.account-secured', { consumer: 'notifications.tell-account-secured' })
  async secured({ id, payload, occurredAt }: DomainEvent<'accounts.account-secured'>): Promise<void> {
    const { memberId } = payload;
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'account-secured',
      subjectId: memberId,
      memberId,
      occurrence: id,
    });
  }

  @OnDomainEvent('accounts.email-change-requested', { consumer: 'notifications.ask-both-addresses' })
  async askBoth({ payload, occurredAt }: DomainEvent<'accounts.email-change-requested'>): Promise<void> {
    const { memberId, oldTokenId, newTokenId } = payload;
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'confirm-old-email',
      subjectId: oldTokenId,
      memberId,
    });
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'confirm-new-email',
      subjectId: newTokenId,
      memberId,
    });
  }

  @OnDomainEvent('accounts.email-changed', { consumer: 'notifications.tell-email-changed' })
  async emailChanged({ payload, occurredAt }: DomainEvent<'accounts.email-changed'>): Promise<void> {
    const { memberId, changeId } = payload;
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'email-changed',
      subjectId: changeId,
      memberId,
    });
  }
}
