import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiBellCheckOutline, mdiCheck, mdiTrashCanOutline } from '@mdi/js';
import { useTexts } from '../../core/i18n/feature-texts';
import { AppLink } from '../../ui/app-link';
import { Confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FilterTabs } from '../../ui/filter-tabs';
import { Icon } from '../../ui/icon';
import { Moment } from '../../ui/moment';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { notificationLooks } from './notification-looks';
import { notificationFilters, NotificationsStore } from './notifications-store';
import { notificationsTexts } from './notifications-texts';

@Component({
  selector: 'cal-notifications-page',
  imports: [
    AppLink,
    EmptyState,
    Faces,
    FilterTabs,
    Icon,
    MatButton,
    Moment,
    MoreButton,
    PageHeader,
    RouterLink,
  ],
  providers: [NotificationsStore],
  templateUrl: './notifications-page.html',
  styleUrl: './notifications-page.scss',
})
export class NotificationsPage {
  protected readonly store = inject(NotificationsStore);
  private readonly confirm = inject(Confirm);
  protected readonly t = useTexts(notificationsTexts);
  protected readonly looks = notificationLooks;
  protected readonly icons = { none: mdiBellCheckOutline, read: mdiCheck, remove: mdiTrashCanOutline };
  protected readonly filters = computed(() =>
    notificationFilters.map((value) => ({ value, label: this.t().filters[value] })),
  );
  protected readonly empty = computed(() => this.t().empty[this.store.filter()]);

  protected async clear(): Promise<void> {
    if (await this.confirm.ask({ ...this.t().clearAsk, danger: true })) {
      await this.store.clearRead();
    }
  }
}
