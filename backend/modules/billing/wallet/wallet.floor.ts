import type { Floor } from '../floor';
import { BillingWalletSection } from './application/billing-wallet-section';
import { WalletBook } from './application/wallet-book';
import { WalletRepository } from './persistence/wallet.repository';

export const walletFloor: Floor = {
  entities: [],
  repositories: [WalletRepository],
  useCases: [WalletBook],
  door: [BillingWalletSection],
};
