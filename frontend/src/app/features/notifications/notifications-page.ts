import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import {
  mdiArchiveArrowDownOutline,
  mdiArchiveArrowUpOutline,
  mdiBellCheckOutline,
  mdiBellRingOutline,
  mdiBellSleepOutline,
  mdiEmailMarkAsUnread,
  mdiCheck,
  mdiHelpCircleOutline,
  mdiTrashCanOutline,
} from '@mdi/js';
import { notificationCategories, type IsoInstantText, type NotificationView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
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
import { KeepFocus } from './keep-focus';
import { notificationLooks } from './notification-looks';
import { notificationFilters } from './notification-filters';
import { NotificationsStore } from './notifications-store';
import { notificationsTexts } from './notifications-texts';
import { SnoozeDialog } from './snooze-dialog';
import { WhyDialog } from './why-dialog';
import type { WhyQuestion } from './why-dialog';

@Component({
  selector: 'cal-notifications-page',
  imports: [
    AppLink,
    EmptyState,
    Faces,
    FilterTabs,
    Icon,
    KeepFocus,
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
  private readonly dialogs = inject(MatDialog);
  protected readonly t = useTexts(notificationsTexts);
  protected readonly looks = notificationLooks;
  protected readonly categories = notificationCategories;
  protected readonly icons = {
    none: mdiBellCheckOutline,
    read: mdiCheck,
    unread: mdiEmailMarkAsUnread,
    snooze: mdiBellSleepOutline,
    wake: mdiBellRingOutline,
    archive: mdiArchiveArrowDownOutline,
    unarchive: mdiArchiveArrowUpOutline,
    why: mdiHelpCircleOutline,
    remove: mdiTrashCanOutline,
  };
  protected readonly filters = computed(() =>
    notificationFilters.map((value) => ({ value, label: this.t().filters[value] })),
  );
  protected readonly empty = computed(() => this.t().empty[this.store.filter()]);

  protected pickCategory(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.store.category.set(notificationCategories.find((known) => known === value) ?? null);
  }

  protected async clear(): Promise<void> {
    if (await this.confirm.ask({ ...this.t().clearAsk, danger: true })) {
      await this.store.clearRead();
    }
  }

  protected explain({ id, title }: NotificationView): void {
    this.dialogs.open<WhyDialog, WhyQuestion>(WhyDialog, {
      data: { id, title },
      maxWidth: 'min(92vw, 480px)',
      autoFocus: 'button',
      enterAnimationDuration: 120,
      exitAnimationDuration: 80,
    });
  }

  protected async snooze(notification: NotificationView): Promise<void> {
    const opened = this.dialogs.open<SnoozeDialog, string, IsoInstantText>(SnoozeDialog, {
      data: notification.title,
      maxWidth: 'min(92vw, 440px)',
      autoFocus: 'li button',
      enterAnimationDuration: 120,
      exitAnimationDuration: 80,
    });
    const until = await firstValueFrom(opened.afterClosed());
    if (until) {
      await this.store.snooze(notification, until);
    }
  }
}
