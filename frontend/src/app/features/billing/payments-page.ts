import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  mdiCalendarMonthOutline,
  mdiCardAccountDetailsOutline,
  mdiCashCheck,
  mdiChevronRight,
  mdiClockOutline,
  mdiCreditCardOutline,
  mdiWalletOutline,
} from '@mdi/js';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FilterTabs } from '../../ui/filter-tabs';
import { Icon } from '../../ui/icon';
import { Moment } from '../../ui/moment';
import { Money } from '../../ui/money';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { StatCard } from '../../ui/stat-card';
import { StatusChip } from '../../ui/status-chip';
import { billingTexts } from './billing-texts';
import { methodIcons } from './method-icons';
import { paymentFilters, PaymentsStore } from './payments-store';
import { RedeemCode } from './redeem-code';
import { SubscriptionCard } from './subscription-card';
import { TrialOffer } from './trial-offer';

@Component({
  selector: 'cal-payments-page',
  imports: [
    EmptyState,
    Faces,
    FilterTabs,
    Icon,
    MatButton,
    Moment,
    Money,
    MoreButton,
    PageHeader,
    RedeemCode,
    RouterLink,
    StatCard,
    StatusChip,
    SubscriptionCard,
    TrialOffer,
    ...dataTable,
  ],
  providers: [PaymentsStore],
  templateUrl: './payments-page.html',
  styleUrl: './payments-page.scss',
})
export class PaymentsPage {
  protected readonly store = inject(PaymentsStore);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(billingTexts);
  protected readonly methodIcons = methodIcons;
  protected readonly icons = {
    total: mdiWalletOutline,
    month: mdiCalendarMonthOutline,
    completed: mdiCashCheck,
    pending: mdiClockOutline,
    payments: mdiCreditCardOutline,
    subscription: mdiCardAccountDetailsOutline,
    go: mdiChevronRight,
  };
  protected readonly filters = computed(() =>
    paymentFilters.map((value) => ({ value, label: this.t().payments.filters[value] })),
  );
  protected readonly empty = computed(() => this.t().payments.empty[this.store.filter()]);
}
