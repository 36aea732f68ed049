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

/** A round that takes longer than this has a message that hangs: the next one does not wait for it. */
const patienceMs = 1_000;

interface Pump {
  /** How many deliveries it took up. */
  running: Promise<number>;
  /** Somebody asked meanwhile: look once more. */
  again: boolean;
  /** Ends the wait for the stragglers. */
  asked: PromiseWithResolvers<void>;
  /** Messages on their way. */
  underWay: Set<Promise<void>>;
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
    const pumps = [...this.pumps.values()];
    for (const { asked } of pumps) asked.resolve();
    await Promise.all(pumps.map(({ running }) => running));
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
      under.asked.resolve();
      return under;
    }
    const pump: Pump = {
      again: false,
      running: Promise.resolve(0),
      asked: Promise.withResolvers(),
      underWay: new Set(),
    };
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
        pump.asked = Promise.withResolvers();
        let round: number;
        do {
          round = this.stopping ? 0 : await this.sendRound(channel, pump);
          taken += round;
        } while (round > 0);
        // Whoever asks while one still hangs is served at once.
        await Promise.race([Promise.all(pump.underWay), ...(this.stopping ? [] : [pump.asked.promise])]);
      } while (pump.again && !this.stopping);
      if (this.stopping) await Promise.all(pump.underWay);
      return taken;
    } finally {
      // In the same breath as the last look at `again`: nobody may ask in between.
      this.pumps.delete(channel);
    }
  }

  /** Looks anew after each round: what came in meanwhile may be more urgent. */
  private async sendRound(channel: OutgoingChannel, pump: Pump): Promise<number> {
    while (pump.underWay.size >= atOnce) await Promise.race(pump.underWay);
    const queues = await this.deliveries.queues(this.clock.now(), atOnce);
    for (const queue of queues.filter((one) => one.channel === channel)) {
      const claimed = await this.claim(queue);
      if (claimed.length === 0) continue;
      await this.patiently(claimed.map((delivery) => this.send(delivery, pump)));
      return claimed.length;
    }
    return 0;
  }

  private send(delivery: DeliveryEntity, { underWay }: Pump): Promise<void> {
    const sending: Promise<void> = this.sendDelivery
      .execute(delivery)
      .catch((error: unknown) => {
        this.log.error('sending stopped', { delivery_id: delivery.id, ...errorFields(error) });
      })
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
    return sending;
  }

  private async patiently(round: Promise<void>[]): Promise<void> {
    const patience = new AbortController();
    await Promise.race([
      Promise.all(round),
      pause(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
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
