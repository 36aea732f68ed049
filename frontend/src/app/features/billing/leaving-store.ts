import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CancellationConfirmed,
  CancellationRequest,
  ContractRequestReceipt,
  WithdrawalRequest,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';

/** What anybody may send without an account. */
@Service({ autoProvided: false })
export class LeavingStore {
  private readonly http = inject(HttpClient);

  cancel(request: CancellationRequest): Promise<ContractRequestReceipt> {
    return firstValueFrom(this.http.post<ContractRequestReceipt>('/api/resiliation', request));
  }

  confirm(token: string): Promise<CancellationConfirmed> {
    return firstValueFrom(this.http.post<CancellationConfirmed>('/api/resiliation/confirm', { token }));
  }

  withdraw(request: WithdrawalRequest): Promise<ContractRequestReceipt> {
    return firstValueFrom(this.http.post<ContractRequestReceipt>('/api/retractation', request));
  }
}
