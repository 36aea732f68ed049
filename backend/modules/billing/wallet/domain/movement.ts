import type { WalletMovementKind } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** What the academy owes the member, what it sold, what its bank holds. */
export const walletAccounts = ['member', 'sales', 'bank'] as const;
export type WalletAccount = (typeof walletAccounts)[number];

export interface WalletMovement {
  memberId: Uuid;
  kind: WalletMovementKind;
  /** What caused it: the same cause moves once. */
  sourceId: Uuid;
  /** The document that proves it. */
  invoiceId: Uuid | null;
  /** EUR cents, above zero. */
  amountCents: number;
}
export interface WalletEntry {
  account: WalletAccount;
  /** Signed, EUR cents: what is positive on `member` is owed to him. */
  amountCents: number;
}

/** Where each kind takes from, and where it puts. Data: no movement has one side only. */
const sides: Record<WalletMovementKind, { from: WalletAccount; to: WalletAccount }> = {
  credit_note: { from: 'sales', to: 'member' },
  surplus: { from: 'bank', to: 'member' },
  refund: { from: 'member', to: 'bank' },
};

export function entriesOf({
  kind,
  amountCents,
}: Pick<WalletMovement, 'kind' | 'amountCents'>): WalletEntry[] {
  const { from, to } = sides[kind];
  return [
    { account: from, amountCents: -amountCents },
    { account: to, amountCents },
  ];
}

/**
 * The part of a credit note that is owed to the member: what he had paid for, not what he still had to pay.
 * @param owedBefore EUR cents still due on the invoice before the note
 */
export function owedBack(creditedCents: number, owedBefore: number): number {
  return Math.max(0, creditedCents - owedBefore);
}
