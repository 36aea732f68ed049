import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import type { PaymentEligibilityView, ProfilePatch, ProfileView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { valueOf } from '../../core/http/resource-values';
import { Session } from '../../core/session/session';

const url = '/api/auth/user/profile/';
const pictureUrl = '/api/auth/user/profile/avatar';

/** The member's own profile, and what it still lacks before a payment. */
@Service({ autoProvided: false })
export class ProfileStore {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  readonly answer = httpResource<ProfileView>(() => url);
  readonly eligibility = httpResource<PaymentEligibilityView>(() => '/api/auth/user/payment-eligibility/');
  readonly profile = valueOf(this.answer);
  private readonly eligible = valueOf(this.eligibility);
  readonly missing = computed(() => this.eligible()?.missing_fields ?? []);

  /** The server's answer becomes the page's truth; the sidebar and the guards hear of it too. */
  async save(patch: ProfilePatch): Promise<void> {
    this.answer.set(await firstValueFrom(this.http.patch<ProfileView>(url, patch)));
    this.eligibility.reload();
    await this.session.reloadUser();
  }

  async changePicture(file: File): Promise<void> {
    const headers = { 'Content-Type': file.type };
    this.answer.set(await firstValueFrom(this.http.put<ProfileView>(pictureUrl, file, { headers })));
    await this.session.reloadUser();
  }

  async removePicture(): Promise<void> {
    this.answer.set(await firstValueFrom(this.http.delete<ProfileView>(pictureUrl)));
    await this.session.reloadUser();
  }

  async resendProof(email: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/resend-verification', { email }));
  }
}
