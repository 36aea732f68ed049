import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { OutgoingChannel } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { errorFields, Log } from '@calmness/platform/observability';
import { lanes, VendorGate } from '@calmness/platform/vendors';
import { ChannelSenders } from '../channels/channel-sender';
import type { DeliveryEntity } from '../persistence/delivery.entity';
import { DeliveryRepository, type Queue } from '../persistence/delivery.repository';
import { SendDelivery } from './send-delivery';

/** Messages of one channel and lane on their way together. */
const atOnce = 20;
/** A pace that lets the next one go this soon is waited for; a later one is the next tick's. */
const shortWaitMs = 1_000;

interface Pump {
  /** How many deliveries it took up. */
  running: Promise<number>;
  /** Somebody asked meanwhile: look once more. */
  again: boolean;
}

/**
 * Sends what is due, the urgent lanes first: no more than a provider's pace admits, nothing while it rests. Each channel
 * is pumped by itself, once per process at a time, so that a provider that hangs holds back its own messages only.
 */
@Injectable()
export class SendDue implements BeforeApplicationShutdown {
  private readonly pumps = new Map<OutgoingChannel, Pump>();
  private stopping = false;

  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly sendDelivery: SendDelivery,
    private readonly senders: ChannelSenders,
    private readonly gate: VendorGate,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Before the database goes: what is in hand is concluded. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.pumps.values()].map(({ running }) => running));
  }

  /** Resolves when nothing more can leave now; answers how many deliveries the pumps it waited for took up. */
  async execute(): Promise<number> {
    await this.settleAbandoned();
    const queues = await this.deliveries.queues(this.clock.now(), 1);
    const channels = [...new Set(queues.map(({ channel }) => channel))];
    const taken = await Promise.all(channels.map((channel) => this.pump(channel).running));
    return taken.reduce((sum, count) => sum + count, 0);
  }

  private async settleAbandoned(): Promise<void> {
    for (const delivery of await this.deliveries.abandoned(this.clock.now(), atOnce * 10))
      await this.sendDelivery.settleAbandoned(delivery);
  }

  private pump(channel: OutgoingChannel): Pump {
    const under = this.pumps.get(channel);
    if (under) {
      under.again = true;
      return under;
    }
    const pump: Pump = { again: false, running: Promise.resolve(0) };
    this.pumps.set(channel, pump);
    pump.running = this.drain(channel, pump).catch((error: unknown) => {
      this.log.error('sending stopped', { channel, ...errorFields(error) });
      return 0;
    });
    return pump;
  }

  private async drain(channel: OutgoingChannel, pump: Pump): Promise<number> {
    let taken = 0;
    try {
      do {
        pump.again = false;
        let round: number;
        do {
          round = this.stopping ? 0 : await this.sendRound(channel);
          taken += round;
        } while (round > 0);
      } while (pump.again && !this.stopping);
      return taken;
    } finally {
      // In the same breath as the last look at `again`: nobody may ask in between.
      this.pumps.delete(channel);
    }
  }

  /** Looks anew after each round: what came in meanwhile may be more urgent. */
  private async sendRound(channel: OutgoingChannel): Promise<number> {
    const queues = await this.deliveries.queues(this.clock.now(), atOnce);
    for (const queue of queues.filter((one) => one.channel === channel)) {
      const claimed = await this.claim(queue);
      await Promise.all(claimed.map((delivery) => this.sendDelivery.execute(delivery)));
      if (claimed.length > 0) return claimed.length;
    }
    return 0;
  }

  private async claim(queue: Queue): Promise<DeliveryEntity[]> {
    const { vendor } = this.senders.of(queue.channel);
    const lane = lanes[queue.lane] ?? 'bulk';
    const first = await this.gate.admit(vendor, queue.waiting, lane);
    const waitMs = first.againAt.getTime() - this.clock.now().getTime();
    let { admitted } = first;
    if (admitted === 0 && waitMs > 0 && waitMs <= shortWaitMs) {
      await pause(waitMs);
      ({ admitted } = await this.gate.admit(vendor, queue.waiting, lane));
    }
    return admitted === 0 ? [] : this.deliveries.claim(queue, this.clock.now(), admitted);
  }
}
