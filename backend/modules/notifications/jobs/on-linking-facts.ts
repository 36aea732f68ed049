import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { Announce } from '../announcements/application/announce';

/** News about the places a member is reached at. */
@Injectable()
export class OnLinkingFacts {
  constructor(private readonly announce: Announce) {}

  /** Each time: a connection that had ended and was made anew is news as well. */
  @OnDomainEvent('accounts.external-account-linked', { consumer: 'notifications.tell-account-linked' })
  async linked({ id, payload, occurredAt }: DomainEvent<'accounts.external-account-linked'>): Promise<void> {
    const { memberId, externalAccountId: subjectId } = payload;
    await this.announce.execute({
      name: 'external-account-linked',
      subjectId,
      memberId,
      occurrence: id,
      happenedAt: occurredAt,
    });
  }

  /** Told once a day at most: whoever tries again and again fills no list. */
  @OnDomainEvent('accounts.external-link-contested', { consumer: 'notifications.tell-link-contested' })
  async contested({ payload, occurredAt }: DomainEvent<'accounts.external-link-contested'>): Promise<void> {
    const { memberId, externalAccountId: subjectId } = payload;
    await this.announce.execute({
      name: 'external-link-contested',
      subjectId,
      memberId,
      occurrence: occurredAt.slice(0, 10),
      happenedAt: occurredAt,
    });
  }

  @OnDomainEvent('accounts.external-account-expired', { consumer: 'notifications.tell-account-expired' })
  async expired({
    id,
    payload,
    occurredAt,
  }: DomainEvent<'accounts.external-account-expired'>): Promise<void> {
    const { memberId, externalAccountId: subjectId } = payload;
    await this.announce.execute({
      name: 'external-account-expired',
      subjectId,
      memberId,
      occurrence: id,
      happenedAt: occurredAt,
    });
  }

  @OnDomainEvent('accounts.whatsapp-code-requested', { consumer: 'notifications.send-whatsapp-code' })
  async code({ payload, occurredAt }: DomainEvent<'accounts.whatsapp-code-requested'>): Promise<void> {
    const { memberId, proofId: subjectId } = payload;
    await this.announce.execute({ name: 'whatsapp-code', subjectId, memberId, happenedAt: occurredAt });
  }
}
