import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { PaymentDetail, PaymentStatus } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { useTexts } from '../../core/i18n/feature-texts';
import { valueOf } from '../../core/http/resource-values';
import { keepFresh } from '../../core/live/keep-fresh';
import { UnreadBadge } from '../../core/live/unread-badge';
import { billingTexts } from './billing-texts';

const awaited: readonly PaymentStatus[] = ['pending', 'proof_sent', 'partial'];

/** One payment. While it is awaited it looks again by itself, without a flicker. */
@Service({ autoProvided: false })
export class PaymentStore {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly unread = inject(UnreadBadge);
  private readonly t = useTexts(billingTexts);

  readonly id = signal<string | undefined>(undefined);
  private readonly url = computed(() => `/api/auth/user/payments/${this.id() ?? ''}`);
  readonly detail = httpResource<PaymentDetail>(() => (this.id() ? this.url() : undefined));
  readonly payment = valueOf(this.detail);
  readonly isAwaited = computed(() => {
    const payment = this.payment();
    return payment !== undefined && awaited.includes(payment.status);
  });

  constructor() {
    keepFresh(10_000, this.isAwaited, () => this.look());
  }

  async sendProof(file: File): Promise<void> {
    const headers = { 'Content-Type': file.type };
    await firstValueFrom(this.http.post(`${this.url()}/proof`, file, { headers }));
    this.detail.set(await firstValueFrom(this.http.get<PaymentDetail>(this.url())));
  }

  async cancel(): Promise<void> {
    this.detail.set(await firstValueFrom(this.http.post<PaymentDetail>(`${this.url()}/cancel`, null)));
    this.toasts.show(this.t().payment.cancelled);
  }

  private async look(): Promise<void> {
    const seen = await firstValueFrom(this.http.get<PaymentDetail>(this.url())).catch(() => undefined);
    if (seen && seen.status !== this.payment()?.status) {
      this.detail.set(seen);
      void this.unread.refresh();
      if (seen.status === 'validated') {
        this.toasts.show(this.t().payment.justValidated, { tone: 'success' });
      }
    }
  }
}
