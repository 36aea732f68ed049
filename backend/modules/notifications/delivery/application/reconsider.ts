import { Injectable } from '@nestjs/common';
import { ContactBook, type Contact } from '@calmness/accounts';
import { Clock, dayIn, startOfDay } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { SubjectSources, type SubjectDescription } from '@calmness/platform/subjects';
import { announcementCalled } from '../../announcements/domain/announcements';
import { strangerOf } from '../../announcements/domain/stranger';
import { NotificationRepository } from '../../inbox/persistence/notification.repository';
import { AddressStates } from '../../places/persistence/address-states';
import { QuietTimes } from '../../preferences/application/quiet-times';
import { Preferences } from '../../preferences/application/preferences';
import { quietUntil, rings } from '../../preferences/domain/quiet-hours';
import { PublishedWords } from '../../wording/application/published-words';
import { ChannelSenders, type Letter, type Place } from '../channels/channel-sender';
import type { Verdict } from '../domain/delivery';
import { staleness } from '../domain/staleness';
import type { DeliveryEntity } from '../persistence/delivery.entity';
import { Rings } from '../persistence/rings';

const critical = 0;
/** Reminders and mass messages; positions in `lanes`. */
const firstThatMayTire = 2;

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
    private readonly publishedWords: PublishedWords,
    private readonly rung: Rings,
    private readonly config: Config,
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
    // A test may be in another language than its reader's.
    const locale = subject.locale ?? contact.locale;
    const words = await this.publishedWords.of(delivery, locale);
    return { letter: { delivery, contact: { ...contact, locale }, subject, place, words } };
  }

  private contactOf({ template, recipientId, subjectId, test }: DeliveryEntity): Promise<Contact | null> {
    if (!test && announcementCalled(template)?.audience === 'stranger')
      return Promise.resolve(strangerOf(subjectId));
    return template === 'member-erased' && !test
      ? this.contacts.farewellOf(recipientId)
      : this.contacts.contactOf(recipientId);
  }

  /** What the person himself says against it. */
  private async refusalOf(delivery: DeliveryEntity, contact: Contact): Promise<Verdict | null> {
    const { category, channel, recipientId } = delivery;
    if (!isDirect(delivery) && !(await this.preferences.wants(recipientId, { category, channel })))
      return { state: 'suppressed', reason: 'opted-out' };
    if (delivery.unlessRead && (await this.notifications.wasRead(delivery.intentId)))
      return { state: 'cancelled', reason: 'read-in-app' };
    if (delivery.lane === critical || !rings(channel)) return null;
    return (await this.silence(delivery, contact)) ?? (await this.weariness(delivery, contact));
  }

  /** His quiet hours: what would ring waits for their end, or is dropped when it could not wait. */
  private async silence(
    { recipientId, expiresAt }: DeliveryEntity,
    { timezone }: Contact,
  ): Promise<Verdict | null> {
    const hours = await this.quietTimes.of(recipientId);
    const until = hours && quietUntil(this.clock.now(), timezone, hours);
    if (!until) return null;
    return until < expiresAt
      ? { state: 'deferred', reason: 'quiet-hours', nextAttemptAt: until }
      : { state: 'expired', reason: 'quiet-hours' };
  }

  /** Enough for one day of his: what is urgent or about money neither counts nor is counted. */
  private async weariness(delivery: DeliveryEntity, { timezone }: Contact): Promise<Verdict | null> {
    if (delivery.test || delivery.lane < firstThatMayTire) return null;
    const midnight = startOfDay(dayIn(this.clock.now(), timezone), timezone);
    const others = await this.rung.besides(delivery, midnight);
    return others < this.config.ringsPerDay ? null : { state: 'suppressed', reason: 'over-budget' };
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

/** Asked for a moment ago, or tried out: no choice stands against it. */
function isDirect({ test, template }: DeliveryEntity): boolean {
  return test || (announcementCalled(template)?.direct ?? false);
}

function cancelled(state: 'expired' | 'cancelled' | 'suppressed', reason: string): Reconsidered {
  return { verdict: { state, reason } };
}
