import { Injectable } from '@nestjs/common';
import type { Asker } from '../domain/contract-request';
import type { ContractRequestEntity } from '../persistence/contract-request.entity';
import { ContractRequestRepository, type RequestSearch } from '../persistence/contract-request.repository';
import { SealedAsker } from './sealed-asker';

export type ReadRequest = ContractRequestEntity & { asker: Asker };

/** Requests with who sent them, for the staff. */
@Injectable()
export class ReadRequests {
  constructor(
    private readonly requests: ContractRequestRepository,
    private readonly asker: SealedAsker,
  ) {}

  /** Newest first. */
  async list(search: RequestSearch): Promise<ReadRequest[]> {
    return (await this.requests.search(search)).map((request) => this.opened(request));
  }

  opened(request: ContractRequestEntity): ReadRequest {
    return { ...request, asker: this.asker.open(request) };
  }
}
