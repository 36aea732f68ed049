import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCardAccountDetailsOutline } from '@mdi/js';
import {
  subscriptionStatuses,
  type AdminSubscriptionList,
  type AdminSubscriptionRow,
} from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { leavingTexts } from '../../features/billing/leaving-texts';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FilterTabs } from '../../ui/filter-tabs';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { StatusChip } from '../../ui/status-chip';
import { adminTexts } from '../admin-texts';
import { ChangeForm, type StaffAction } from './change-form';
import { contractsTexts } from './contracts-texts';
import { GraceCard } from './grace-card';
import { GrantForm } from './grant-form';
import { SubscriptionFiguresPanel } from './subscription-figures-panel';

const filters = ['all', ...subscriptionStatuses] as const;

/** Everybody's subscriptions: found by state or name, and changed with a reason. */
@Component({
  selector: 'cal-admin-subscriptions-page',
  imports: [
    ChangeForm,
    EmptyState,
    Faces,
    FilterTabs,
    GraceCard,
    GrantForm,
    MatButton,
    MoreButton,
    PageHeader,
    StatusChip,
    SubscriptionFiguresPanel,
    ...dataTable,
  ],
  templateUrl: './subscriptions-page.html',
})
export class AdminSubscriptionsPage {
  /** `?member=`: whom access is to be given. */
  readonly member = input<string>();
  protected readonly http = inject(HttpClient);
  protected readonly formats = inject(Formats);
  protected readonly texts = useTexts(contractsTexts);
  protected readonly admin = useTexts(adminTexts);
  protected readonly leaving = useTexts(leavingTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly t = computed(() => this.texts().subscriptions);
  protected readonly icon = mdiCardAccountDetailsOutline;
  protected readonly filter = signal<(typeof filters)[number]>('all');
  protected readonly search = signal('');
  protected readonly acting = signal<{ row: AdminSubscriptionRow; action: StaffAction } | undefined>(
    undefined,
  );
  private readonly url = computed(() => {
    const params = new URLSearchParams();
    if (this.filter() !== 'all') {
      params.set('status', this.filter());
    }
    if (this.search()) {
      params.set('search', this.search());
    }
    return `/api/admin/subscriptions?${params.toString()}`;
  });
  protected readonly list = httpResource<AdminSubscriptionList>(() => this.url());
  protected readonly rows = computed(() => (this.list.hasValue() ? this.list.value().subscriptions : []));
  protected readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    subscriptions: [...seen.subscriptions, ...next.subscriptions],
  }));
  protected readonly choices = computed(() =>
    filters.map((value) => ({
      value,
      label: value === 'all' ? this.t().all : this.words().statuses.subscription[value],
    })),
  );

  protected actionsOf(row: AdminSubscriptionRow): StaffAction[] {
    return row.available_actions.filter((action): action is StaffAction => action !== 'cancel');
  }

  protected saved(): void {
    this.acting.set(undefined);
    this.list.reload();
  }
}
