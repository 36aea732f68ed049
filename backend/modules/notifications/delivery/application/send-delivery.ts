import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { errorFields, Log } from '@calmness/platform/observability';
import { InFlight, lanes, VendorGate, type SendOutcome } from '@calmness/platform/vendors';
import { AddressStates } from '../../places/persistence/address-states';
import { PushSubscriptions } from '../../places/application/push-subscriptions';
import { ChannelSenders, ownVersion, type Letter, type Written } from '../channels/channel-sender';
import { afterDeathBefore, judge, outOfTime, type Attempt, type Verdict } from '../domain/delivery';
import type { DeliveryEntity } from '../persistence/delivery.entity';
import { DeliveryRepository } from '../persistence/delivery.repository';
import { UnsafeMailLink } from '../templates/mail-values';
import { Reconsider } from './reconsider';

/**
 * One attempt at one claimed delivery: reconsidered, its place's turn awaited, written, marked as handed over, sent,
 * concluded. A death at any line leaves a state the next run understands.
 */
@Injectable()
export class SendDelivery {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly senders: ChannelSenders,
    private readonly reconsider: Reconsider,
    private readonly addresses: AddressStates,
    private readonly subscriptions: PushSubscriptions,
    private readonly gate: VendorGate,
    private readonly inFlight: InFlight,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(delivery: DeliveryEntity): Promise<void> {
    const verdict = await this.attempt(delivery);
    if (verdict === 'put-back') return;
    await this.conclude(delivery, verdict);
  }

  /** The sender died with it in hand. */
  async settleAbandoned(delivery: DeliveryEntity): Promise<void> {
    const verdict = delivery.handedOverAt
      ? this.judge(delivery, { kind: 'unknown', reason: 'sender-died' })
      : afterDeathBefore(this.attemptOf(delivery));
    await this.conclude(delivery, verdict);
  }

  private async conclude(delivery: DeliveryEntity, verdict: Verdict): Promise<void> {
    await this.deliveries.conclude(delivery, verdict, this.clock.now());
    if (verdict.state === 'failed' || verdict.state === 'unknown') {
      const { id, channel, template } = delivery;
      this.log.error('message not delivered', { delivery_id: id, channel, template, ...verdict });
    }
  }

  private async attempt(delivery: DeliveryEntity): Promise<Verdict | 'put-back'> {
    try {
      const reconsidered = await this.reconsider.execute(delivery);
      const mayLeave = 'letter' in reconsidered && !(await this.waitsItsTurn(reconsidered.letter));
      if (!mayLeave) await this.gate.unused(this.senders.of(delivery.channel).vendor);
      if ('verdict' in reconsidered) return outOfTime(reconsidered.verdict, this.attemptOf(delivery));
      if (!mayLeave) return 'put-back';
      return await this.handOver(reconsidered.letter);
    } catch (error) {
      this.log.warn('message could not be written', { delivery_id: delivery.id, ...errorFields(error) });
      const reason = error instanceof Error ? error.name : 'error';
      // A link that may not be mailed will not be mailable later.
      const kind = error instanceof UnsafeMailLink ? 'permanent' : 'retryable';
      return this.judge(delivery, { kind, reason });
    }
  }

  private async waitsItsTurn({ delivery, place }: Letter): Promise<boolean> {
    const sender = this.senders.of(delivery.channel);
    const pace = sender.paceOf(place);
    const until = pace === null ? null : await this.gate.admitTo(sender.vendor, pace);
    if (until === null) return false;
    await this.deliveries.putBack(delivery, until, this.clock.now());
    return true;
  }

  private async handOver(letter: Letter): Promise<Verdict | 'put-back'> {
    const { delivery, place } = letter;
    const sender = this.senders.of(delivery.channel);
    const written = await sender.write(letter);
    const known = {
      addressHash: this.addresses.hashOf(delivery.channel, place.address),
      templateVersion: written.version ?? ownVersion(letter.words) ?? null,
    };
    const leave = await this.inFlight.enter(sender.vendor);
    try {
      if (await this.isClosed(delivery)) return 'put-back';
      // Somebody else took it: this process was away for longer than its claim.
      if (!(await this.deliveries.markHandedOver(delivery, this.clock.now(), known))) return 'put-back';
      const outcome = await this.inFlight.watch(sender.vendor, () => this.outcomeOf(delivery, written));
      // The provider has spoken: whatever fails from here on makes no second message of it.
      await this.besides(delivery, this.gate.heard(sender.vendor, outcome));
      await this.besides(delivery, this.learn(letter, outcome));
      return this.judge(delivery, outcome);
    } finally {
      leave();
    }
  }

  private async besides({ id }: DeliveryEntity, note: Promise<void>): Promise<void> {
    try {
      await note;
    } catch (error) {
      this.log.error('an answer was not taken note of', { delivery_id: id, ...errorFields(error) });
    }
  }

  /** The provider said "later" since this one was taken up: nothing leaves before. */
  private async isClosed(delivery: DeliveryEntity): Promise<boolean> {
    const until = await this.gate.closedUntil(this.senders.of(delivery.channel).vendor);
    if (until) await this.deliveries.putBack(delivery, until, this.clock.now());
    return until !== null;
  }

  /** After a doubt the provider is asked first, where it can be. */
  private async outcomeOf({ doubtSince }: DeliveryEntity, written: Written): Promise<SendOutcome> {
    try {
      const known = doubtSince && written.lookUp ? await written.lookUp(doubtSince) : null;
      return known ?? (await written.send());
    } catch (error) {
      // A sender tells what happened by its answer; what it throws says nothing about the message.
      return { kind: 'unknown', reason: error instanceof Error ? error.name : 'error' };
    }
  }

  /** What the answer says of the address itself. */
  private async learn({ delivery, place }: Letter, outcome: SendOutcome): Promise<void> {
    if (outcome.kind !== 'permanent' || !outcome.address) return;
    if (delivery.channel === 'push') await this.subscriptions.forget(place.address);
    else await this.addresses.mark(delivery.channel, place.address, outcome.address, outcome.reason);
  }

  private judge(delivery: DeliveryEntity, outcome: SendOutcome): Verdict {
    return judge(outcome, this.attemptOf(delivery));
  }

  private attemptOf(delivery: DeliveryEntity): Attempt {
    const { channel, lane, doubtSince, expiresAt } = delivery;
    const number = delivery.attempts - delivery.attemptsBefore;
    const { recognisesRepeat } = this.senders.of(channel);
    return {
      ...{ channel, number, recognisesRepeat, now: this.clock.now(), expiresAt },
      lane: lanes[lane] ?? 'bulk',
      doubted: doubtSince !== null,
    };
  }
}
