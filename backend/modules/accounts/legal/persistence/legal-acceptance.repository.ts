import { Injectable } from '@nestjs/common';
import type { Transaction } from '@calmness/platform/database';
import { LegalAcceptanceEntity } from './legal-acceptance.entity';

@Injectable()
export class LegalAcceptanceRepository {
  async add(tx: Transaction, acceptances: LegalAcceptanceEntity[]): Promise<void> {
    await tx.manager.insert(LegalAcceptanceEntity, acceptances);
  }
}
