import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Attempts counted under one key: an HMAC of an account, a device or a day's network address. */
@Entity({ name: 'throttle', schema: 'accounts' })
@Index('throttle_age', ['lastAttemptAt'])
@Check('throttle_attempts_positive', `attempts >= 0`)
export class ThrottleEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'throttle_pkey' })
  key!: string;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'blocked_until', type: 'timestamptz' })
  blockedUntil!: Date;

  @Column({ name: 'last_attempt_at', type: 'timestamptz' })
  lastAttemptAt!: Date;
}
