import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  mdiAlertCircleOutline,
  mdiCheckCircleOutline,
  mdiPauseCircleOutline,
  mdiPowerPlugOffOutline,
  mdiProgressClock,
  mdiSleep,
} from '@mdi/js';
import type { Vendor, VendorList, VendorView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Session } from '../../core/session/session';
import { deliveryTexts } from '../../features/notifications/delivery-texts';
import { Chip } from '../../ui/chip';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { Moment } from '../../ui/moment';
import type { Tone } from '../../ui/tone';
import { WaitButton } from '../../ui/wait-button';
import { deskTexts } from './desk-texts';

const url = '/api/admin/notifications/vendors';

const looks = {
  paused: { tone: 'warning', icon: mdiPauseCircleOutline },
  open: { tone: 'error', icon: mdiAlertCircleOutline },
  probing: { tone: 'warning', icon: mdiProgressClock },
  blocked: { tone: 'warning', icon: mdiSleep },
  enabled: { tone: 'success', icon: mdiCheckCircleOutline },
  disabled: { tone: 'neutral', icon: mdiPowerPlugOffOutline },
  failing: { tone: 'error', icon: mdiAlertCircleOutline },
} as const satisfies Record<string, { tone: Tone; icon: string }>;
type Standing = keyof typeof looks;

/** What a person should know first of a provider. */
function standingOf({ paused_at, circuit, blocked_until, adapter }: VendorView): Standing {
  if (paused_at) {
    return 'paused';
  }
  if (circuit !== 'closed') {
    return circuit;
  }
  // The gate keeps the last word of a provider: only one that still runs holds anything back.
  const blocked = blocked_until !== null && new Date(blocked_until) > new Date();
  return blocked && adapter === 'enabled' ? 'blocked' : adapter;
}

/** The providers' health, and the switch that lets nothing leave by one of them. */
@Component({
  selector: 'cal-vendors-section',
  imports: [Chip, Faces, MatButton, Moment, WaitButton],
  templateUrl: './vendors-section.html',
  styles: `
    ul {
      display: grid;
      gap: 12px;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    }
    li {
      align-content: start;
    }
    dl {
      display: grid;
      gap: 4px;
      font-size: 0.875rem;
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
    }
    button {
      justify-self: start;
    }
  `,
})
export class VendorsSection {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly texts = useTexts(deskTexts);
  protected readonly t = computed(() => this.texts().vendors);
  protected readonly words = useTexts(deliveryTexts);
  private readonly core = useTexts(coreTexts);
  protected readonly list = httpResource<VendorList>(() => url);
  private readonly value = valueOf(this.list);
  protected readonly busy = signal<Vendor | undefined>(undefined);
  protected readonly maySteer = computed(() => this.session.may('notifications.desk-manage'));
  protected readonly vendors = computed(() =>
    (this.value()?.vendors ?? []).map((vendor) => {
      const standing = standingOf(vendor);
      return { ...vendor, standing, look: looks[standing], name: this.t().names[vendor.vendor] };
    }),
  );

  protected async pause(vendor: Vendor): Promise<void> {
    const { ask, names } = this.t();
    const name = names[vendor];
    if (await this.confirm.ask({ ...ask, title: ask.title(name), danger: true })) {
      await this.steer(vendor, 'pause', this.t().paused(name));
    }
  }

  protected resume(vendor: Vendor): Promise<void> {
    return this.steer(vendor, 'resume', this.t().resumed(this.t().names[vendor]));
  }

  private async steer(vendor: Vendor, verb: 'pause' | 'resume', done: string): Promise<void> {
    this.busy.set(vendor);
    try {
      this.list.set(await firstValueFrom(this.http.post<VendorList>(`${url}/${vendor}/${verb}`, null)));
      this.toasts.show(done, { tone: 'success' });
    } catch (error) {
      this.toasts.show(this.core().errors[failureOf(error).code], { tone: 'error' });
    } finally {
      this.busy.set(undefined);
    }
  }
}
