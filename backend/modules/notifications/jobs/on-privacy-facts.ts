import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { Announce } from '../announcements/application/announce';

/** News about a person's data and the end of his account. */
@Injectable()
export class OnPrivacyFacts {
  constructor(private readonly announce: Announce) {}

  @OnDomainEvent('accounts.export-ready', { consumer: 'notifications.tell-export-ready' })
  async exportReady({ payload, occurredAt }: DomainEvent<'accounts.export-ready'>): Promise<void> {
    const { exportId: subjectId, memberId } = payload;
    await this.announce.execute({ happenedAt: occurredAt, name: 'export-ready', subjectId, memberId });
  }

  @OnDomainEvent('accounts.erasure-scheduled', { consumer: 'notifications.tell-erasure-scheduled' })
  async scheduled({ payload, occurredAt }: DomainEvent<'accounts.erasure-scheduled'>): Promise<void> {
    const { erasureId: subjectId, memberId } = payload;
    await this.announce.execute({ happenedAt: occurredAt, name: 'erasure-scheduled', subjectId, memberId });
  }

  @OnDomainEvent('accounts.erasure-cancelled', { consumer: 'notifications.tell-erasure-cancelled' })
  async cancelled({ payload, occurredAt }: DomainEvent<'accounts.erasure-cancelled'>): Promise<void> {
    const { erasureId: subjectId, memberId } = payload;
    await this.announce.execute({ happenedAt: occurredAt, name: 'erasure-cancelled', subjectId, memberId });
  }

  @OnDomainEvent('accounts.member-erased', { consumer: 'notifications.tell-member-erased' })
  async erased({ payload, occurredAt }: DomainEvent<'accounts.member-erased'>): Promise<void> {
    const { erasureId: subjectId, memberId } = payload;
    await this.announce.execute({ happenedAt: occurredAt, name: 'member-erased', subjectId, memberId });
  }

  @OnDomainEvent('accounts.inactivity-warned', { consumer: 'notifications.warn-inactive-member' })
  async inactive({ payload, occurredAt }: DomainEvent<'accounts.inactivity-warned'>): Promise<void> {
    const { warningId: subjectId, memberId } = payload;
    await this.announce.execute({ happenedAt: occurredAt, name: 'inactivity-warning', subjectId, memberId });
  }
}
