import { Injectable } from '@nestjs/common';
import { ContactBook, type Contact } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { SubjectSources, type SubjectDescription } from '@calmness/platform/subjects';
import { announcementCalled } from '../../announcements/domain/announcements';
import { NotificationRepository } from '../../inbox/persistence/notification.repository';
import { AddressStates } from '../../places/persistence/address-states';
import { QuietTimes } from '../../preferences/application/quiet-times';
import { Preferences } from '../../preferences/application/preferences';
import { quietUntil, rings } from '../../preferences/domain/quiet-hours';
import { ChannelSenders, type Letter, type Place } from '../channels/channel-sender';
import type { Verdict } from '../domain/delivery';
import { staleness } from '../domain/staleness';
import type { DeliveryEntity } from '../persistence/delivery.entity';

const critical = 0;

/** What is to be sent, or why it is not. */
export type Reconsidered = { letter: Letter } | { verdict: Verdict };

/**
 * Asked when a message is about to leave, however long it waited: does the person still want it, is it still true, may
 * it ring now? The decision with its reason stays with the delivery.
 */
@Injectable()
export class Reconsider {
  constructor(
    private readonly contacts: ContactBook,
    private readonly subjects: SubjectSources,
    private readonly senders: ChannelSenders,
    private readonly preferences: Preferences,
    private readonly quietTimes: QuietTimes,
    private readonly addresses: AddressStates,
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  async execute(delivery: DeliveryEntity): Promise<Reconsidered> {
    if (delivery.expiresAt <= this.clock.now()) return cancelled('expired', 'too-late');
    const contact = await this.contactOf(delivery);
    if (!contact) return cancelled('cancelled', 'recipient-gone');
    const refusal = await this.refusalOf(delivery, contact);
    if (refusal) return { verdict: refusal };
    const subject = await this.subjects
      .of(delivery.subjectKind)
      .describe(delivery.subjectId, delivery.recipientId, contact.locale);
    const stale = staleness(delivery, subject);
    if (stale || !subject) return cancelled('cancelled', stale ?? 'subject-gone');
    const place = await this.placeOf(delivery, contact, subject);
    if (!place) return cancelled('suppressed', 'no-address');
    const { state } = await this.addresses.of(delivery.channel, place.address);
    if (state !== 'active') return cancelled('suppressed', `address-${state}`);
    return { letter: { delivery, contact, subject, place } };
  }

  private contactOf({ template, recipientId }: DeliveryEntity): Promise<Contact | null> {
    return template === 'member-erased'
      ? this.contacts.farewellOf(recipientId)
      : this.contacts.contactOf(recipientId);
  }

  /** What the person himself says against it. */
  private async refusalOf(delivery: DeliveryEntity, contact: Contact): Promise<Verdict | null> {
    const { category, channel, recipientId, lane, unlessRead } = delivery;
    const direct = announcementCalled(delivery.template)?.direct ?? false;
    if (!direct && !(await this.preferences.wants(recipientId, { category, channel })))
      return { state: 'suppressed', reason: 'opted-out' };
    if (unlessRead && (await this.notifications.wasRead(delivery.intentId)))
      return { state: 'cancelled', reason: 'read-in-app' };
    return lane === critical || !rings(channel) ? null : this.silenceFor(delivery, contact);
  }

  /** Until the quiet hours end, or for good when they outlast the news. */
  private async silenceFor(
    { recipientId, expiresAt }: DeliveryEntity,
    contact: Contact,
  ): Promise<Verdict | null> {
    const hours = await this.quietTimes.of(recipientId);
    const until = hours && quietUntil(this.clock.now(), contact.timezone, hours);
    if (!until) return null;
    return until < expiresAt
      ? { state: 'deferred', reason: 'quiet-hours', nextAttemptAt: until }
      : { state: 'expired', reason: 'quiet-hours' };
  }

  private async placeOf(
    { channel, placeId }: DeliveryEntity,
    contact: Contact,
    subject: SubjectDescription,
  ): Promise<Place | undefined> {
    const places = await this.senders.of(channel).placesOf(contact, subject);
    return placeId ? places.find(({ id }) => id === placeId) : places[0];
  }
}

function cancelled(state: 'expired' | 'cancelled' | 'suppressed', reason: string): Reconsidered {
  return { verdict: { state, reason } };
}
