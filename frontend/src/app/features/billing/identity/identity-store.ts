import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { BillingProfileView, BillingProfileWrite } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { valueOf } from '../../../core/http/resource-values';
import { keepFresh } from '../../../core/live/keep-fresh';

const url = '/api/auth/user/billing-profile/';

/** Who is billed. While the register is asked about a number it looks again by itself. */
@Service({ autoProvided: false })
export class IdentityStore {
  private readonly http = inject(HttpClient);
  readonly answer = httpResource<BillingProfileView>(() => url);
  readonly profile = valueOf(this.answer);
  private readonly opened = signal(false);

  /** The form is open: because somebody asked, or because nothing is stored. */
  readonly editing = computed(() => this.opened() || this.profile()?.stored === false);
  /** Changes with everything that may change a price; undefined while nobody is billed. */
  readonly priced = computed(() => {
    const profile = this.profile();
    return profile?.stored && !this.editing() ? `${String(profile.version)} ${profile.vat_check}` : undefined;
  });

  constructor() {
    const awaited = (): boolean => !this.editing() && this.profile()?.vat_check === 'waiting';
    keepFresh(10_000, awaited, () => this.look());
  }

  edit(): void {
    this.opened.set(true);
  }

  close(): void {
    this.opened.set(false);
  }

  async save(body: BillingProfileWrite): Promise<void> {
    const saved = await firstValueFrom(this.http.put<BillingProfileView>(url, body));
    this.answer.set(saved);
    this.close();
  }

  private async look(): Promise<void> {
    const seen = await firstValueFrom(this.http.get<BillingProfileView>(url));
    // Whoever opened the form meanwhile keeps what he types.
    if (!this.editing()) {
      this.answer.set(seen);
    }
  }
}
