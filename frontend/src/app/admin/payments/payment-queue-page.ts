import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiCreditCardCheckOutline } from '@mdi/js';
import type { AdminPaymentList } from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { billingTexts } from '../../features/billing/billing-texts';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FilterTabs } from '../../ui/filter-tabs';
import { Moment } from '../../ui/moment';
import { Money } from '../../ui/money';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { StatusChip } from '../../ui/status-chip';
import { adminTexts } from '../admin-texts';

const filters = ['pending', 'partial', 'validated', 'rejected'] as const;

/** The payments members declared, the waiting ones first. */
@Component({
  selector: 'cal-payment-queue-page',
  imports: [
    EmptyState,
    Faces,
    FilterTabs,
    MatButton,
    Moment,
    Money,
    MoreButton,
    PageHeader,
    RouterLink,
    StatusChip,
    ...dataTable,
  ],
  templateUrl: './payment-queue-page.html',
})
export class PaymentQueuePage {
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(adminTexts);
  protected readonly billing = useTexts(billingTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiCreditCardCheckOutline;
  protected readonly filter = signal<(typeof filters)[number]>('pending');
  private readonly url = computed(() => `/api/admin/payments?status=${this.filter()}`);
  protected readonly list = httpResource<AdminPaymentList>(() => this.url());
  protected readonly payments = computed(() => (this.list.hasValue() ? this.list.value().payments : []));
  protected readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    payments: [...seen.payments, ...next.payments],
  }));
  protected readonly choices = computed(() => {
    const counts = this.list.hasValue() ? this.list.value().counts : undefined;
    return filters.map((value) => ({
      value,
      label: this.t().payments.filters[value],
      count: counts?.[value],
    }));
  });
}
