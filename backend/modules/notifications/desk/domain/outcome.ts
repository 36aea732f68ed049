import type { DeliveryOutcome, DeliveryState, OutcomeCounts, OutgoingChannel } from '@calmness/contracts';
import { receiptsOf } from '../../delivery/domain/delivery';

/** Nobody meant these to arrive any more: they weigh on no rate. */
const leftOut: readonly DeliveryState[] = ['cancelled', 'suppressed', 'expired', 'digested'];
const arrived: readonly DeliveryState[] = ['delivered', 'read'];
/** The provider has it: as far as a channel without receipts will ever know. */
const taken: readonly DeliveryState[] = ['accepted', 'sent'];
/** A later bounce turns what had arrived into `failed`. */
const missed: readonly DeliveryState[] = ['failed', 'unknown'];

const channelsWithReceipts = (Object.keys(receiptsOf) as OutgoingChannel[]).filter((c) => receiptsOf[c]);

/** What a delivery counts for in the success rate (invariant N6). */
export function outcomeOf(channel: OutgoingChannel, state: DeliveryState): DeliveryOutcome {
  if (leftOut.includes(state)) return 'left_out';
  if (arrived.includes(state)) return 'arrived';
  if (taken.includes(state) && !channelsWithReceipts.includes(channel)) return 'arrived';
  return missed.includes(state) ? 'missed' : 'under_way';
}

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** The same rule for SQL, over the columns `channel` and `state`; made of constants only. */
export const outcomeSql = `CASE
  WHEN state IN (${listed(leftOut)}) THEN 'left_out'
  WHEN state IN (${listed(arrived)}) THEN 'arrived'
  WHEN state IN (${listed(taken)}) AND channel NOT IN (${listed(channelsWithReceipts)}) THEN 'arrived'
  WHEN state IN (${listed(missed)}) THEN 'missed'
  ELSE 'under_way' END`;

export function noOutcomes(): OutcomeCounts {
  return { arrived: 0, missed: 0, under_way: 0, left_out: 0 };
}

/** In percent with one decimal; null when nothing was meant to arrive. */
export function successRate({
  arrived: came,
  missed: lost,
  under_way: underWay,
}: OutcomeCounts): number | null {
  const meant = came + lost + underWay;
  return meant === 0 ? null : Math.round((came / meant) * 1_000) / 10;
}
