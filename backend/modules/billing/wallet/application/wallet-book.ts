import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { WalletMovement } from '../domain/movement';
import { WalletRepository } from '../persistence/wallet.repository';

/** Writes down what the academy owes a member, and what it gave back. No cash-in: stored value is regulated. */
@Injectable()
export class WalletBook {
  constructor(
    private readonly wallet: WalletRepository,
    private readonly clock: Clock,
  ) {}

  /** The same cause moves once; nothing moves nothing. */
  async record(tx: Transaction, movement: WalletMovement): Promise<void> {
    if (movement.amountCents > 0) await this.wallet.add(tx, movement, this.clock.now());
  }

  /** EUR cents owed to the member. */
  balance(tx: Transaction, memberId: Uuid): Promise<number> {
    return this.wallet.balance(tx, memberId);
  }
}
