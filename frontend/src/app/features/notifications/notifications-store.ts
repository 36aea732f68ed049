import { HttpClient, httpResource } from '@angular/common/http';
import { computed, effect, inject, Service, signal } from '@angular/core';
import type { ChangedCount, NotificationList, NotificationView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import { pagingOf } from '../../core/http/paging';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { UnreadBadge } from '../../core/live/unread-badge';
import { notificationsTexts } from './notifications-texts';

export const notificationFilters = ['all', 'unread', 'read'] as const;
export type NotificationFilter = (typeof notificationFilters)[number];

const base = '/api/auth/user/notifications';
const undoMs = 6_000;

/** The inbox. Changes show at once and are taken back when the server refuses them. */
@Service({ autoProvided: false })
export class NotificationsStore {
  private readonly http = inject(HttpClient);
  private readonly unread = inject(UnreadBadge);
  private readonly toasts = inject(Toasts);
  private readonly t = useTexts(notificationsTexts);
  private readonly words = useTexts(coreTexts);

  readonly filter = signal<NotificationFilter>('all');
  /** Waiting for their deletion to be certain: already gone from the page. */
  private readonly leaving = signal<ReadonlySet<string>>(new Set());
  private readonly url = computed(() =>
    this.filter() === 'unread' ? `${base}/?unread_only=true` : `${base}/`,
  );

  readonly list = httpResource<NotificationList>(() => this.url());
  readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    notifications: [...seen.notifications, ...next.notifications],
  }));
  readonly unreadCount = computed(() => (this.list.hasValue() ? this.list.value().unread_count : 0));
  readonly shown = computed(() => {
    const all = this.list.hasValue() ? this.list.value().notifications : [];
    const leaving = this.leaving();
    return all.filter((one) => !leaving.has(one.id) && (this.filter() !== 'read' || one.read_at !== null));
  });
  readonly hasRead = computed(() => this.shown().some((one) => one.read_at !== null));

  constructor() {
    effect(() => {
      if (this.list.hasValue()) {
        this.unread.set(this.list.value().unread_count);
      }
    });
  }

  async markRead(notification: NotificationView): Promise<void> {
    if (notification.read_at !== null) {
      return;
    }
    const now = new Date().toISOString();
    this.change((one) => (one.id === notification.id ? { ...one, read_at: now } : one), -1);
    await this.certain(() => this.http.post(`${base}/${notification.id}/read/`, null));
  }

  async markAllRead(): Promise<void> {
    const now = new Date().toISOString();
    this.change((one) => ({ ...one, read_at: one.read_at ?? now }), -this.unreadCount());
    if (await this.certain(() => this.http.post(`${base}/read-all/`, null))) {
      this.toasts.show(this.t().allMarked, { tone: 'success' });
    }
  }

  /** Gone from the page at once; from the server only when the time to undo has passed. */
  remove(notification: NotificationView): void {
    this.mark(notification.id, true);
    const timer = setTimeout(() => void this.erase(notification), undoMs);
    this.toasts.show(this.t().removed, {
      action: {
        label: this.words().actions.undo,
        run: () => {
          clearTimeout(timer);
          this.mark(notification.id, false);
        },
      },
    });
  }

  async clearRead(): Promise<void> {
    try {
      const { changed } = await firstValueFrom(this.http.delete<ChangedCount>(`${base}/clear-read/`));
      this.toasts.show(this.t().cleared(changed), { tone: 'success' });
    } catch (error) {
      this.tell(error);
    }
    this.list.reload();
  }

  private async erase(notification: NotificationView): Promise<void> {
    await this.certain(() => this.http.delete(`${base}/${notification.id}/delete/`));
    this.mark(notification.id, false);
    this.list.reload();
    void this.unread.refresh();
  }

  private mark(id: string, gone: boolean): void {
    this.leaving.update((ids) => new Set(gone ? [...ids, id] : [...ids].filter((one) => one !== id)));
  }

  private change(to: (one: NotificationView) => NotificationView, unreadBy: number): void {
    this.list.update(
      (list) =>
        list && {
          ...list,
          notifications: list.notifications.map(to),
          unread_count: Math.max(0, list.unread_count + unreadBy),
        },
    );
  }

  private async certain(send: () => ReturnType<HttpClient['post']>): Promise<boolean> {
    try {
      await firstValueFrom(send());
      return true;
    } catch (error) {
      this.tell(error);
      this.list.reload();
      return false;
    }
  }

  private tell(error: unknown): void {
    this.toasts.show(this.words().errors[failureOf(error).code], { tone: 'error' });
  }
}
