import { HttpClient, httpResource } from '@angular/common/http';
import { computed, DestroyRef, DOCUMENT, effect, inject, Service, signal, untracked } from '@angular/core';
import type {
  ChangedCount,
  IsoInstantText,
  NotificationCategory,
  NotificationList,
  NotificationView,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import { pagingOf } from '../../core/http/paging';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { keepFresh } from '../../core/live/keep-fresh';
import { Live } from '../../core/live/live';
import { UnreadBadge } from '../../core/live/unread-badge';
import { Session } from '../../core/session/session';
import { listQuery, type NotificationFilter } from './notification-filters';
import { notificationsTexts } from './notifications-texts';

const base = '/api/auth/user/notifications';
/** As long as the toast that offers to undo. */
const undoMs = 10_000;
const every = 30_000;
const pageSize = 20;

/** The inbox. Changes show at once and are taken back when the server refuses them. */
@Service({ autoProvided: false })
export class NotificationsStore {
  private readonly http = inject(HttpClient);
  private readonly unread = inject(UnreadBadge);
  private readonly live = inject(Live);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  private readonly t = useTexts(notificationsTexts);
  private readonly words = useTexts(coreTexts);

  readonly filter = signal<NotificationFilter>('all');
  readonly category = signal<NotificationCategory | null>(null);
  /** On their way out: already gone from the page. */
  private readonly leaving = signal<ReadonlySet<string>>(new Set());
  private seenUpTo: string | undefined;
  /** Something happened that the page does not show yet. */
  readonly hasNews = signal(false);
  private readonly url = computed(() => `${base}/?${listQuery(this.filter(), this.category())}`);

  readonly list = httpResource<NotificationList>(() => this.url());
  readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    newest_cursor: seen.newest_cursor,
    notifications: [...seen.notifications, ...next.notifications],
  }));
  private readonly known = valueOf(this.list);
  readonly unreadCount = computed(() => this.known()?.unread_count ?? 0);
  readonly shown = computed(() => {
    const all = this.known()?.notifications ?? [];
    return all.filter((one) => !this.leaving().has(one.id));
  });
  /** The whole inbox is in sight, so what marks or clears all of it may be offered. */
  readonly isInbox = computed(() => this.category() === null && ['all', 'unread'].includes(this.filter()));
  readonly hasRead = computed(
    () =>
      this.category() === null &&
      ['all', 'read'].includes(this.filter()) &&
      this.shown().some((one) => one.read_at !== null),
  );

  constructor() {
    effect(() => {
      const list = this.known();
      if (list) {
        untracked(() => {
          this.unread.set(list.unread_count);
          void this.markSeen(list);
        });
      }
    });
    inject(DestroyRef).onDestroy(this.live.listen('notification', () => void this.hear()));
    keepFresh(
      every,
      () => !this.live.isOn() || this.hasNews(),
      () => this.hear(),
    );
  }

  /** Reads the list again without a flicker; the rows one scrolled to stay where they are until asked. */
  async readAgain(): Promise<void> {
    const url = this.url();
    const list = await firstValueFrom(this.http.get<NotificationList>(url)).catch(() => undefined);
    if (list && url === this.url()) {
      this.hasNews.set(false);
      this.list.set(list);
    }
  }

  async toggleRead(notification: NotificationView): Promise<void> {
    await (notification.read_at === null ? this.markRead(notification) : this.markUnread(notification));
  }

  async markRead(notification: NotificationView): Promise<void> {
    if (notification.read_at !== null) {
      return;
    }
    const now = new Date().toISOString();
    this.change((one) => (one.id === notification.id ? { ...one, read_at: now } : one), -1);
    await this.certain(() => this.http.post(`${base}/${notification.id}/read/`, null));
  }

  /** What the list showed when one clicked, and nothing that arrived since. */
  async markAllRead(): Promise<void> {
    const before = this.known()?.newest_cursor;
    const now = new Date().toISOString();
    this.change((one) => ({ ...one, read_at: one.read_at ?? now }), -this.unreadCount());
    const params = before ? { before } : undefined;
    if (await this.certain(() => this.http.post(`${base}/read-all/`, null, { params }))) {
      this.toasts.show(this.t().allMarked, { tone: 'success' });
      await this.readAgain();
    }
  }

  /** Gone from the page at once; from the server only when the time to undo has passed. */
  remove(notification: NotificationView): void {
    this.mark(notification.id, true);
    const timer = setTimeout(() => {
      void this.move(notification, () => this.http.delete(`${base}/${notification.id}/delete/`));
    }, undoMs);
    this.offerUndo(this.t().removed, () => {
      clearTimeout(timer);
      this.mark(notification.id, false);
    });
  }

  async archive(notification: NotificationView): Promise<void> {
    const path = `${base}/${notification.id}`;
    if (await this.move(notification, () => this.http.post(`${path}/archive/`, null))) {
      this.offerUndo(this.t().archived, () => {
        const back = notification.read_at === null ? 'unread' : 'unarchive';
        void this.move(notification, () => this.http.post(`${path}/${back}/`, null));
      });
    }
  }

  async unarchive(notification: NotificationView): Promise<void> {
    await this.move(notification, () => this.http.post(`${base}/${notification.id}/unarchive/`, null));
  }

  /** Out of sight until then; null brings it back. */
  async snooze(notification: NotificationView, until: IsoInstantText | null): Promise<void> {
    const send = (at: IsoInstantText | null) => () =>
      this.http.post(`${base}/${notification.id}/snooze/`, { until: at });
    if ((await this.move(notification, send(until))) && until !== null) {
      this.offerUndo(this.t().snooze.done, () => void this.move(notification, send(null)));
    }
  }

  async clearRead(): Promise<void> {
    try {
      const { changed } = await firstValueFrom(this.http.delete<ChangedCount>(`${base}/clear-read/`));
      this.toasts.show(this.t().cleared(changed), { tone: 'success' });
    } catch (error) {
      this.tell(error);
    }
    await this.readAgain();
  }

  private async markUnread(notification: NotificationView): Promise<void> {
    this.change((one) => (one.id === notification.id ? { ...one, read_at: null } : one), 1);
    await this.certain(() => this.http.post(`${base}/${notification.id}/unread/`, null));
  }

  /** The list was open: what it shows is no longer news. Nobody marks it while looking at another's pages. */
  private async markSeen({ notifications, newest_cursor: before }: NotificationList): Promise<void> {
    const isNews = before !== this.seenUpTo && notifications.some((one) => one.seen_at === null);
    if (before !== null && isNews && this.filter() === 'all' && !this.session.isViewing()) {
      this.seenUpTo = before;
      const params = { before };
      await firstValueFrom(this.http.post(`${base}/seen/`, null, { params })).catch(() => undefined);
    }
  }

  private async hear(): Promise<void> {
    const scrolled = (this.known()?.notifications.length ?? 0) > pageSize;
    if (this.document.hidden || scrolled) {
      this.hasNews.set(true);
    } else {
      await this.readAgain();
    }
  }

  private async move(
    notification: NotificationView,
    send: () => ReturnType<HttpClient['post']>,
  ): Promise<boolean> {
    this.mark(notification.id, true);
    const done = await this.certain(send);
    await this.readAgain();
    this.mark(notification.id, false);
    void this.unread.refresh();
    return done;
  }

  private offerUndo(text: string, run: () => void): void {
    this.toasts.show(text, { action: { label: this.words().actions.undo, run } });
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
      await this.readAgain();
      return false;
    }
  }

  private tell(error: unknown): void {
    this.toasts.show(this.words().errors[failureOf(error).code], { tone: 'error' });
  }
}
