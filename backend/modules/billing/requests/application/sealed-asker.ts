import { Injectable } from '@nestjs/common';
import { Config, seal, unseal } from '@calmness/platform/config';
import type { Asker } from '../domain/contract-request';
import type { ContractRequestEntity } from '../persistence/contract-request.entity';

const nobody: Asker = { name: '', email: '', contractReference: '', comment: '' };

/** Keeps who asks unreadable at rest; bound to its request, it opens nowhere else. */
@Injectable()
export class SealedAsker {
  constructor(private readonly config: Config) {}

  seal(requestId: string, asker: Asker): string {
    return seal(this.config.keys.encryption, requestId, JSON.stringify(asker));
  }

  /** Nobody, once erased. */
  open({ id, sealed }: Pick<ContractRequestEntity, 'id' | 'sealed'>): Asker {
    if (!sealed) return nobody;
    return JSON.parse(unseal(this.config.keys.encryption, id, sealed)) as Asker;
  }
}
