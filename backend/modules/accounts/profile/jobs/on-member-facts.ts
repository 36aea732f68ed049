import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { NoteActivity } from '../application/note-activity';
import { RecomputeEligibility } from '../application/recompute-eligibility';

/** What follows from a member's own steps: his feed, and his right to pay. */
@Injectable()
export class OnMemberFacts {
  constructor(
    private readonly noteActivity: NoteActivity,
    private readonly recompute: RecomputeEligibility,
  ) {}

  @OnDomainEvent('accounts.member-registered', { consumer: 'accounts.note-registration' })
  async registered({ id, occurredAt, payload }: DomainEvent<'accounts.member-registered'>): Promise<void> {
    const at = new Date(occurredAt);
    const note = { eventId: id, memberId: payload.memberId, at, subject: null, url: null };
    await this.noteActivity.execute({ ...note, kind: 'registered' });
  }

  @OnDomainEvent('accounts.email-verified', { consumer: 'accounts.note-email-verified' })
  async verified({ id, occurredAt, payload }: DomainEvent<'accounts.email-verified'>): Promise<void> {
    const at = new Date(occurredAt);
    const note = { eventId: id, memberId: payload.memberId, at, subject: null, url: null };
    await this.noteActivity.execute({ ...note, kind: 'email_verified' });
  }

  @OnDomainEvent('accounts.email-verified', { consumer: 'accounts.recompute-after-verification' })
  async recomputeAfterVerification(event: DomainEvent<'accounts.email-verified'>): Promise<void> {
    const cause = { eventId: event.id, at: new Date(event.occurredAt) };
    await this.recompute.execute(event.payload.memberId, cause);
  }

  @OnDomainEvent('accounts.profile-updated', { consumer: 'accounts.recompute-after-profile' })
  async recomputeAfterProfile(event: DomainEvent<'accounts.profile-updated'>): Promise<void> {
    const cause = { eventId: event.id, at: new Date(event.occurredAt) };
    await this.recompute.execute(event.payload.memberId, cause);
  }
}
