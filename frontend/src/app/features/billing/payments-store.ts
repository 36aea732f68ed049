import { httpResource } from '@angular/common/http';
import { computed, Service, signal } from '@angular/core';
import type { PaymentList, PaymentMethodList, SubscriptionList } from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';

export const paymentFilters = ['all', 'validated', 'pending'] as const;
export type PaymentFilter = (typeof paymentFilters)[number];

/** Everything the member pays, and what it opens. */
@Service({ autoProvided: false })
export class PaymentsStore {
  readonly filter = signal<PaymentFilter>('all');
  private readonly url = computed(() =>
    this.filter() === 'all' ? '/api/auth/user/payments/' : `/api/auth/user/payments/?status=${this.filter()}`,
  );

  readonly list = httpResource<PaymentList>(() => this.url());
  readonly payments = computed(() => (this.list.hasValue() ? this.list.value().payments : []));
  readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    payments: [...seen.payments, ...next.payments],
  }));

  /** The figures count everything whatever the filter: they have their own request and never flicker. */
  readonly totals = httpResource<PaymentList>(() => '/api/auth/user/payments/?limit=1');
  readonly stats = computed(() => (this.totals.hasValue() ? this.totals.value().stats : undefined));

  readonly subscriptionList = httpResource<SubscriptionList>(() => '/api/auth/user/subscriptions/');
  readonly subscriptions = computed(() =>
    this.subscriptionList.hasValue() ? this.subscriptionList.value().subscriptions : [],
  );

  readonly methodList = httpResource<PaymentMethodList>(() => '/api/payment-methods');
  readonly methods = computed(() =>
    this.methodList.hasValue()
      ? this.methodList
          .value()
          .payment_methods.filter((method) => method.active)
          .toSorted((a, b) => a.position - b.position)
      : [],
  );
}
