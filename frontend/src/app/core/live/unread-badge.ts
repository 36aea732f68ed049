import { LiveAnnouncer } from '@angular/cdk/a11y';
import { HttpClient, HttpErrorResponse, HttpHeaders, HttpResponse } from '@angular/common/http';
import { computed, DestroyRef, DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import type { NotificationList } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { coreTexts } from '../i18n/core-texts';
import { useTexts } from '../i18n/feature-texts';
import { Features } from '../session/features';
import { Session } from '../session/session';

const every = 30_000;
const url = '/api/auth/user/notifications/?unread_only=true&limit=1';

/** How many notifications wait. Asked every 30 s while the tab is seen, silent when nothing changed. */
@Service()
export class UnreadBadge {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly features = inject(Features);
  private readonly document = inject(DOCUMENT);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly texts = useTexts(coreTexts);

  private readonly known = signal(0);
  private tag: string | null = null;
  private heard = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** Nothing while the member, his plan or the academy has the badge off. */
  readonly count = computed(() => (this.features.isOn('unread-badge') ? this.known() : 0));
  readonly label = computed(() => (this.count() > 99 ? '99+' : String(this.count())));

  constructor() {
    const follow = (): void => {
      this.follow();
    };
    this.document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', follow);
      this.rest();
    });
    effect(() => {
      this.session.user();
      this.follow();
    });
  }

  /** The page that changes notifications knows the count first. */
  set(count: number): void {
    this.known.set(count);
    this.tag = null;
  }

  async refresh(): Promise<void> {
    const headers = this.tag ? new HttpHeaders({ 'If-None-Match': this.tag }) : undefined;
    try {
      const answer = await firstValueFrom(
        this.http.get<NotificationList>(url, { headers, observe: 'response' }),
      );
      this.take(answer);
    } catch (error) {
      if (!(error instanceof HttpErrorResponse)) {
        throw error;
      }
      // 304 is the good news; an outage shows on the page the member reads, not on the bell.
    }
  }

  private take(answer: HttpResponse<NotificationList>): void {
    this.tag = answer.headers.get('etag');
    const count = answer.body?.unread_count ?? 0;
    const more = count - this.known();
    this.known.set(count);
    if (more > 0 && this.heard) {
      void this.announcer.announce(this.texts().notifications.unread(count), 'polite');
    }
    this.heard = true;
  }

  private follow(): void {
    this.rest();
    if (this.session.user() === null) {
      this.known.set(0);
      this.tag = null;
      this.heard = false;
      return;
    }
    if (!this.document.hidden) {
      void this.refresh();
      this.timer = setInterval(() => void this.refresh(), every);
    }
  }

  private rest(): void {
    clearInterval(this.timer);
  }
}
