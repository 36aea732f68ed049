import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  LegalTermsView,
  RegisterRequest,
  RegisterResponse,
  ResendVerificationRequest,
  VerifyEmailResponse,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';

/** Joining: the terms to accept, the account, the proof of the address. */
@Service({ autoProvided: false })
export class Registration {
  private readonly http = inject(HttpClient);
  readonly terms = httpResource<LegalTermsView>(() => '/api/legal');

  async register(request: RegisterRequest): Promise<void> {
    await firstValueFrom(this.http.post<RegisterResponse>('/api/auth/register', request));
  }

  async verify(token: string): Promise<void> {
    await firstValueFrom(this.http.post<VerifyEmailResponse>('/api/auth/verify-email', { token }));
  }

  async resend(email: string): Promise<void> {
    const request: ResendVerificationRequest = { email };
    await firstValueFrom(this.http.post('/api/auth/resend-verification', request));
  }
}
