import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { errorFields, Log } from '@calmness/platform/observability';
import { MailSender } from '@calmness/platform/vendors/smtp';
import { judge, type Verdict } from '../domain/delivery';
import type { DeliveryEntity } from '../persistence/delivery.entity';
import { DeliveryRepository } from '../persistence/delivery.repository';
import { ComposeMail } from './compose-mail';

const atOnce = 10;

/**
 * Sends what is due. A row is claimed, marked as handed over, sent, concluded: a death at any line
 * leaves a state the next run understands.
 */
@Injectable()
export class SendDueMails {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly composeMail: ComposeMail,
    private readonly sender: MailSender,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Answers how many deliveries it took up. */
  async execute(): Promise<number> {
    await this.deliveries.releaseAbandoned(this.clock.now(), this.sender.deduplicatesByMessageId);
    let taken = 0;
    for (;;) {
      const claimed = await this.deliveries.claim(this.clock.now(), atOnce);
      await Promise.all(claimed.map((delivery) => this.send(delivery)));
      taken += claimed.length;
      if (claimed.length < atOnce) return taken;
    }
  }

  private async send(delivery: DeliveryEntity): Promise<void> {
    const verdict = await this.attempt(delivery);
    await this.deliveries.conclude(delivery.id, verdict, this.clock.now());
    if (verdict.state === 'failed' || verdict.state === 'unknown') {
      this.log.error('mail not delivered', {
        delivery_id: delivery.id,
        template: delivery.template,
        ...verdict,
      });
    }
  }

  private async attempt(delivery: DeliveryEntity): Promise<Verdict> {
    try {
      const composed = await this.composeMail.execute(delivery);
      if ('needless' in composed) return { state: 'cancelled', reason: composed.needless };
      await this.deliveries.markHandedOver(delivery.id, this.clock.now());
      return judge(await this.sender.send(composed.mail), delivery.attempts);
    } catch (error) {
      this.log.warn('mail could not be written', { delivery_id: delivery.id, ...errorFields(error) });
      const reason = error instanceof Error ? error.name : 'error';
      return judge({ kind: 'retryable', reason }, delivery.attempts);
    }
  }
}
