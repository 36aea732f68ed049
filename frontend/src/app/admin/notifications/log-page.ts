import { HttpClient, HttpParams, httpResource } from '@angular/common/http';
import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { mdiEmailSearchOutline } from '@mdi/js';
import { deliveryStates, notificationCategories, notificationChannels } from '@calmness/contracts';
import type { DeliveryLog, DeliveryLogFilter } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { pagingOf } from '../../core/http/paging';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { deliveryTexts } from '../../features/notifications/delivery-texts';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { DeliveryTable } from './delivery-table';
import { deskTexts } from './desk-texts';

const url = '/api/admin/notifications/log';

/** Everything that was sent, or was not, narrowed by the address of the page: a link shows the same to a colleague. */
@Component({
  selector: 'cal-log-page',
  imports: [DeliveryTable, EmptyState, Faces, FailureNote, MatButton, MoreButton, PageHeader, WaitButton],
  templateUrl: './log-page.html',
  styles: `
    .filters {
      display: grid;
      gap: 12px;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 160px), 1fr));
    }
    label {
      display: grid;
      gap: 6px;
      font-size: 0.875rem;
      font-weight: 600;
    }
  `,
})
export class LogPage {
  readonly channel = input<string>();
  readonly state = input<string>();
  readonly category = input<string>();
  readonly template = input<string>();
  readonly member_id = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly t = useTexts(deskTexts);
  protected readonly words = useTexts(deliveryTexts);
  protected readonly core = useTexts(coreTexts);
  protected readonly icons = { log: mdiEmailSearchOutline };
  protected readonly channels = notificationChannels.filter((channel) => channel !== 'in_app');
  protected readonly states = deliveryStates;
  protected readonly categories = notificationCategories;
  /** Those that have a name, and the one of the address if it has none. */
  protected readonly templates = computed(() => {
    const { names, name } = this.words();
    const asked = this.template();
    const codes = new Set([...Object.keys(names), ...(asked ? [asked] : [])]);
    return [...codes]
      .map((code) => ({ code, name: name(code) }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected readonly filter = computed(() => ({
    channel: this.channel(),
    state: this.state(),
    category: this.category(),
    template: this.template(),
    member_id: this.member_id(),
    from: this.from(),
    to: this.to(),
  }));
  private readonly query = computed(() => {
    const given = Object.entries(this.filter()).filter(([, value]) => value);
    return new HttpParams({ fromObject: Object.fromEntries(given) as Record<string, string> }).toString();
  });
  protected readonly narrowed = computed(() => this.query() !== '');
  private readonly listUrl = computed(() => `${url}?${this.query()}`);
  protected readonly list = httpResource<DeliveryLog>(() => this.listUrl());
  private readonly page = valueOf(this.list);
  protected readonly rows = computed(() => this.page()?.deliveries ?? []);
  protected readonly paging = pagingOf(
    this.list,
    () => this.listUrl(),
    (seen, next) => ({ ...next, deliveries: [...seen.deliveries, ...next.deliveries] }),
  );

  protected narrow(name: keyof DeliveryLogFilter, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    const queryParams = { [name]: value.trim() || null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }

  /** Asked for with the session, so a plain link would not do. */
  protected async export(): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      const asked = this.http.get(`${url}/export.csv?${this.query()}`, { responseType: 'blob' });
      const address = URL.createObjectURL(await firstValueFrom(asked));
      const link = this.document.createElement('a');
      Object.assign(link, { href: address, download: 'deliveries.csv' });
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
