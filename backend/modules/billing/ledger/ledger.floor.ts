import type { Floor } from '../floor';
import { ClosePeriods } from './application/close-periods';
import { Ledger } from './application/ledger';
import { VerifyLedger } from './application/verify-ledger';
import { ClosingRepository } from './persistence/closing.repository';
import { LedgerRepository } from './persistence/ledger.repository';

export const ledgerFloor: Floor = {
  entities: [],
  repositories: [ClosingRepository, LedgerRepository],
  useCases: [ClosePeriods, Ledger, VerifyLedger],
  door: [],
};
