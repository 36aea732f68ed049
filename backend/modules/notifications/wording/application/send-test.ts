import { Injectable } from '@nestjs/common';
import { ContactBook, type Contact } from '@calmness/accounts';
import type { Locale, OutgoingChannel, TestSendAnswer } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { newborn } from '../../announcements/application/newborn-delivery';
import { announcementCalled } from '../../announcements/domain/announcements';
import { IntentRepository } from '../../announcements/persistence/intent.repository';
import { ChannelSenders, type Place } from '../../delivery/channels/channel-sender';
import { DeliveryRepository } from '../../delivery/persistence/delivery.repository';
import { isMailTemplate } from '../../delivery/templates/mail-templates';
import { categoryOfWords, rulesOf } from '../domain/built-in-words';
import { lintWords } from '../domain/lint-words';
import { WordingRepository } from '../persistence/wording.repository';
import { kindOf } from './published-words';

export interface TestCommand {
  memberId: Uuid;
  channel: OutgoingChannel;
  /** A mail's template, or an announcement with few lines. */
  name: string;
  locale: Locale;
}

const testsAnHour = 10;
const hourMs = 3_600_000;
/** A test nobody could send within the hour is one nobody waits for. */
const lives = hourMs;

/**
 * One message to the person who asks for it, through the engine everybody's messages go through: sample values, marked
 * as a test, outside every rate.
 */
@Injectable()
export class SendTest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contacts: ContactBook,
    private readonly senders: ChannelSenders,
    private readonly words: WordingRepository,
    private readonly intents: IntentRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError request.not-found for words that never go there, request.invalid for a draft that could not be
   * published, notifications.channel-off, .no-address, .template-not-approved, .too-many-tests with
   * `retry_after_seconds`
   */
  async execute(command: TestCommand): Promise<TestSendAnswer> {
    if (!canGo(command)) throw new DomainError('request.not-found', {}, 'not-found');
    await this.assertSound(command);
    const place = await this.placeFor(command);
    return this.unitOfWork.run(async (tx) => {
      const left = await this.claimOne(tx, command.memberId);
      const deliveryId = await this.write(tx, command, place);
      return { delivery_id: deliveryId, to: hinted(place.address), left };
    });
  }

  /** What a test says is what would be published. */
  private async assertSound({ channel, name, locale }: TestCommand): Promise<void> {
    const words = { kind: kindOf(channel), name };
    const own = await this.words.newest({ ...words, locale });
    const faults = own ? lintWords(own.fields, rulesOf(words, locale)) : [];
    if (faults.length > 0) throw new DomainError('request.invalid', {}, 'invalid', faults);
  }

  private async placeFor({ memberId, channel, name, locale }: TestCommand): Promise<Place> {
    const sender = this.senders.of(channel);
    if (!sender.enabled) throw new DomainError('notifications.channel-off', { channel });
    const contact: Contact | null = await this.contacts.contactOf(memberId);
    const [place] = contact ? await sender.placesOf(contact) : [];
    if (!place) throw new DomainError('notifications.no-address', { channel });
    if (!(await sender.canCarry(name, locale, place)))
      throw new DomainError('notifications.template-not-approved', { name, locale });
    return place;
  }

  /** Answers how many are left in this hour. */
  private async claimOne(tx: Transaction, memberId: Uuid): Promise<number> {
    const now = this.clock.now();
    const sent = await this.intents.testsSince(tx, memberId, new Date(now.getTime() - hourMs));
    const oldest = sent.at(-testsAnHour);
    if (!oldest) return testsAnHour - sent.length - 1;
    const seconds = Math.max(1, Math.ceil((oldest.getTime() + hourMs - now.getTime()) / 1_000));
    const params = { retry_after_seconds: seconds, limit: testsAnHour };
    throw new DomainError('notifications.too-many-tests', params, 'too-many');
  }

  private async write(tx: Transaction, command: TestCommand, place: Place): Promise<Uuid> {
    const { memberId: recipientId, channel, name, locale } = command;
    const now = this.clock.now();
    const id = newId();
    const category = categoryOfWords({ kind: kindOf(channel), name });
    const shared = {
      ...{ category, recipientId, subjectId: id, occurrence: locale },
      ...{ expiresAt: new Date(now.getTime() + lives), test: true },
    };
    await this.intents.add(tx, {
      ...{ id, ...shared, announcement: name, createdAt: now },
      ...{ dedupeKey: `test|${id}`, decisions: { [channel]: 'queued' }, finalStates: {} },
    });
    const delivery = {
      ...{ ...newborn(now), ...shared, intentId: id, channel, template: name },
      // Whoever tries something out looks at his phone now.
      ...{ lane: 0, subjectKind: 'notifications.sample', dedupeKey: `${channel}|test|${id}` },
      ...{ state: 'queued' as const, nextAttemptAt: now, unlessRead: false, placeId: place.id ?? null },
    };
    await this.deliveries.add(tx, delivery);
    tx.audit({
      ...{ actorId: recipientId, action: 'notifications.test-send', objectType: 'wording' },
      objectId: `${kindOf(channel)}.${name}.${locale}`,
      ...{ before: null, after: { channel, delivery_id: delivery.id } },
    });
    return delivery.id;
  }
}

function canGo({ channel, name }: TestCommand): boolean {
  if (channel === 'email') return isMailTemplate(name);
  return announcementCalled(name)?.short?.channels.includes(channel) ?? false;
}

/** Enough to recognise one's own address, too little to learn it. */
function hinted(address: string): string {
  const at = address.lastIndexOf('@');
  if (at > 0) return `${address.slice(0, 2)}…${address.slice(at)}`;
  return address.startsWith('https://') ? new URL(address).hostname : `…${address.slice(-4)}`;
}
