import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OutgoingChannel } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { Config, keyedHash, keyedHashes } from '@calmness/platform/config';

export const addressConditions = [
  'active',
  'bounced',
  'blocked',
  'unreachable',
  'opted-out',
  'gone',
] as const;
export type AddressCondition = (typeof addressConditions)[number];

export interface AddressState {
  state: AddressCondition;
  lastInboundAt: Date | null;
}

const untouched: AddressState = { state: 'active', lastInboundAt: null };
/** Soft bounces within this many days count together (RFC 3463 4.x.x answers). */
const softBounceDays = 7;
const softBouncesToRest = 3;

/**
 * What providers said of an address. Kept by a keyed hash, never by the address: it outlives the person, so that
 * somebody who asked for silence is not written to when he is imported again.
 */
@Injectable()
export class AddressStates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** `keyId.mac`, with today's key. */
  hashOf(channel: OutgoingChannel, address: string): string {
    return keyedHash(this.config.keys.encryption, called(channel, address));
  }

  /** What stands against an address stands whatever key it was written under. */
  async of(channel: OutgoingChannel, address: string): Promise<AddressState> {
    const [row] = await this.dataSource.query<AddressState[]>(
      `SELECT state, max(last_inbound_at) OVER () AS "lastInboundAt" FROM notifications.address_state
        WHERE channel = $1 AND address_hash = ANY ($2) ORDER BY state = 'active', changed_at DESC LIMIT 1`,
      [channel, this.hashesOf(channel, address)],
    );
    return row ?? untouched;
  }

  mark(channel: OutgoingChannel, address: string, state: AddressCondition, reason: string): Promise<void> {
    return this.write(channel, this.hashesOf(channel, address), state, reason);
  }

  markHashed(channel: OutgoingChannel, hash: string, state: AddressCondition, reason: string): Promise<void> {
    return this.write(channel, [hash], state, reason);
  }

  /** Counts a mail that was turned away; the third within a week makes the address rest. */
  async softBounce(channel: OutgoingChannel, hash: string, reason: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO notifications.address_state AS known
              (channel, address_hash, state, reason, soft_bounces, soft_since, changed_at)
       VALUES ($1, $2, 'active', $3, 1, $4, $4)
       ON CONFLICT (channel, address_hash) DO UPDATE SET
         soft_bounces = CASE WHEN known.soft_since > $4::timestamptz - make_interval(days => $5)
                             THEN known.soft_bounces + 1 ELSE 1 END,
         soft_since = CASE WHEN known.soft_since > $4::timestamptz - make_interval(days => $5)
                           THEN known.soft_since ELSE $4 END,
         state = CASE WHEN known.soft_since > $4::timestamptz - make_interval(days => $5)
                       AND known.soft_bounces + 1 >= ${softBouncesToRest} THEN 'bounced' ELSE known.state END,
         reason = $3, changed_at = $4
       WHERE known.state = 'active'`,
      [channel, hash, reason, this.clock.now(), softBounceDays],
    );
  }

  /** A mail arrived: what was turned away before counts no more, nor does the rest it made. */
  async arrived(channel: OutgoingChannel, hash: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE notifications.address_state SET soft_bounces = 0, soft_since = NULL, changed_at = $3,
              state = CASE WHEN state = 'bounced' AND soft_bounces >= ${softBouncesToRest} THEN 'active' ELSE state END
        WHERE channel = $1 AND address_hash = $2 AND soft_bounces > 0`,
      [channel, hash, this.clock.now()],
    );
  }

  /** The person wrote to us: the address lives, and WhatsApp's 24 hours begin. What he refused stays refused. */
  async heardFrom(channel: OutgoingChannel, address: string): Promise<void> {
    const change = `last_inbound_at = $3, changed_at = $3,
      state = CASE WHEN known.state = 'opted-out' THEN known.state ELSE 'active' END`;
    await this.dataSource.query(
      `WITH changed AS (
         UPDATE notifications.address_state AS known SET ${change}
          WHERE channel = $1 AND address_hash = ANY ($2) RETURNING 1)
       INSERT INTO notifications.address_state AS known
              (channel, address_hash, state, last_inbound_at, changed_at)
       SELECT $1, ($2::text[])[1], 'active', $3, $3 WHERE NOT EXISTS (SELECT FROM changed)
       ON CONFLICT (channel, address_hash) DO UPDATE SET ${change}`,
      [channel, this.hashesOf(channel, address), this.clock.now()],
    );
  }

  /** To the rows that are there, also under a key that was replaced since: a second row would hide them. */
  private async write(
    channel: OutgoingChannel,
    hashes: readonly string[],
    state: AddressCondition,
    reason: string,
  ): Promise<void> {
    const change = 'state = $3, reason = $4, soft_bounces = 0, soft_since = NULL, changed_at = $5';
    await this.dataSource.query(
      `WITH changed AS (
         UPDATE notifications.address_state SET ${change}
          WHERE channel = $1 AND address_hash = ANY ($2) RETURNING 1)
       INSERT INTO notifications.address_state (channel, address_hash, state, reason, changed_at)
       SELECT $1, ($2::text[])[1], $3, $4, $5 WHERE NOT EXISTS (SELECT FROM changed)
       ON CONFLICT (channel, address_hash) DO UPDATE SET ${change}`,
      [channel, hashes, state, reason, this.clock.now()],
    );
  }

  /** Under every key there is, today's first. */
  private hashesOf(channel: OutgoingChannel, address: string): string[] {
    return keyedHashes(this.config.keys.encryption, called(channel, address));
  }
}

function called(channel: OutgoingChannel, address: string): string {
  return `address|${channel}|${address.toLowerCase()}`;
}
