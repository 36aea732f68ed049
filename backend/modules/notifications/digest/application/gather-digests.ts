import { Injectable } from '@nestjs/common';
import { ContactBook, type Contact } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { errorFields, Log } from '@calmness/platform/observability';
import { SubjectSources } from '@calmness/platform/subjects';
import { Announce, sendTick } from '../../announcements/application/announce';
import { staleness } from '../../delivery/domain/staleness';
import { Preferences, type Chosen } from '../../preferences/application/preferences';
import { DigestRepository, type LeftOut, type WaitingMail } from '../persistence/digest.repository';

/** People a run looks at; who is left waits for the next minute. */
const atOnce = 500;
/** The next summary says the rest. */
const newsForMs = 86_400_000;

/**
 * Makes one summary a person of the mails that waited for it: what is old, read or refused meanwhile is left out, with
 * the reason. A person is one transaction, so a death leaves everything as it was.
 */
@Injectable()
export class GatherDigests {
  constructor(
    private readonly digests: DigestRepository,
    private readonly contacts: ContactBook,
    private readonly preferences: Preferences,
    private readonly subjects: SubjectSources,
    private readonly announce: Announce,
    private readonly unitOfWork: UnitOfWork,
    private readonly ticks: TickScheduler,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Answers how many summaries were made. */
  async execute(): Promise<number> {
    let made = 0;
    for (const recipientId of await this.digests.recipientsDue(this.clock.now(), atOnce)) {
      try {
        if (await this.unitOfWork.run((tx) => this.gather(tx, recipientId))) made += 1;
      } catch (error) {
        // One person's fault is not everybody's; his mails are due again next minute.
        this.log.error('summary not made', { member_id: recipientId, ...errorFields(error) });
      }
    }
    return made;
  }

  private async gather(tx: Transaction, recipientId: Uuid): Promise<boolean> {
    const now = this.clock.now();
    const mails = await this.digests.take(tx, recipientId, now);
    if (mails.length === 0) return false;
    const contact = await this.contacts.contactOf(recipientId);
    const chosen = await this.preferences.of(recipientId);
    const leftOut: LeftOut[] = [];
    for (const mail of mails) {
      const why = contact
        ? await this.whyNot(mail, { contact, chosen, now })
        : ({ state: 'cancelled', reason: 'recipient-gone' } as const);
      if (why) leftOut.push({ id: mail.id, ...why });
    }
    await this.digests.leaveOut(tx, leftOut, now);
    tx.afterCommit(() => this.ticks.wake(sendTick));
    const out = new Set(leftOut.map(({ id }) => id));
    const told = mails.map(({ id }) => id).filter((id) => !out.has(id));
    if (told.length > 0) await this.tell(tx, recipientId, told, now);
    return told.length > 0;
  }

  private async tell(tx: Transaction, recipientId: Uuid, told: readonly Uuid[], now: Date): Promise<void> {
    const digest = { id: newId(), recipientId, createdAt: now };
    await this.digests.gather(tx, digest, told);
    await this.announce.execute({
      name: 'digest',
      subjectId: digest.id,
      memberId: recipientId,
      expiresAt: new Date(now.getTime() + newsForMs),
    });
  }

  private async whyNot(
    mail: WaitingMail,
    { contact, chosen, now }: { contact: Contact; chosen: Chosen; now: Date },
  ): Promise<Omit<LeftOut, 'id'> | null> {
    if (mail.expiresAt <= now) return { state: 'expired', reason: 'too-late' };
    if (!chosen.wants({ category: mail.category, channel: 'email' }))
      return { state: 'suppressed', reason: 'opted-out' };
    if (mail.read) return { state: 'cancelled', reason: 'read-in-app' };
    const source = this.subjects.of(mail.subjectKind);
    const subject = await source.describe(mail.subjectId, contact.memberId, contact.locale);
    const stale = staleness(mail, subject);
    if (stale) return { state: 'cancelled', reason: stale };
    // The list has its words; without one the mail says it with its own.
    return mail.listed ? null : { state: 'queued', reason: 'not-listed' };
  }
}
