import { Injectable } from '@nestjs/common';
import type { LivePush } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { LiveChannel } from './live-channel';
import { encodeMessage } from './live-message';

/** Tells a member's open pages to read something again. */
@Injectable()
export class LivePublisher {
  constructor(private readonly channel: LiveChannel) {}

  /** Leaves when `tx` commits. A hint that may be lost: pages read again after a reconnect. */
  async publish(tx: Transaction, memberId: Uuid, push: LivePush): Promise<void> {
    await this.channel.send(tx, encodeMessage({ memberId, push }));
  }
}
