import { LiveAnnouncer } from '@angular/cdk/a11y';
import { HttpClient, HttpErrorResponse, HttpHeaders, HttpResponse } from '@angular/common/http';
import { computed, DestroyRef, DOCUMENT, effect, inject, Service, signal, untracked } from '@angular/core';
import type { NotificationList } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { coreTexts } from '../i18n/core-texts';
import { useTexts } from '../i18n/feature-texts';
import { Features } from '../session/features';
import { Session } from '../session/session';
import { Live } from './live';

const every = 30_000;
const url = '/api/auth/user/notifications/?unread_only=true&limit=1';

/**
 * How many notifications wait. Read again when the server says so; every 30 s while it cannot. A hidden
 * tab asks nothing and reads once when it is seen again. Silent when nothing changed.
 */
@Service()
export class UnreadBadge {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly features = inject(Features);
  private readonly live = inject(Live);
  private readonly document = inject(DOCUMENT);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly texts = useTexts(coreTexts);

  private readonly known = signal(0);
  /** Whose count is wanted: nobody's while the member, his plan or the academy has the badge off. */
  private readonly reader = computed(() =>
    this.features.isOn('unread-badge') ? (this.session.user()?.id ?? null) : null,
  );
  private tag: string | null = null;
  private heard = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private reading: Promise<void> | undefined;
  private readAgain = false;

  readonly count = computed(() => (this.reader() === null ? 0 : this.known()));
  readonly label = computed(() => (this.count() > 99 ? '99+' : String(this.count())));

  constructor() {
    const returned = (): void => {
      this.look();
      this.watch();
    };
    this.document.addEventListener('visibilitychange', returned);
    const stop = this.live.listen('notification', () => {
      this.look();
    });
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', returned);
      stop();
      clearInterval(this.timer);
    });
    effect(() => {
      this.reader();
      untracked(() => {
        this.startOver();
      });
    });
    effect(() => {
      const isOn = this.live.isOn();
      untracked(() => {
        // What was said while nobody listened is read now; falling silent needs no question at once.
        if (isOn) {
          this.look();
        }
        this.watch();
      });
    });
  }

  /** The page that changes notifications knows the count first. */
  set(count: number): void {
    this.known.set(count);
    this.tag = null;
  }

  /** One question at a time; whoever asks meanwhile has the next answer. */
  refresh(): Promise<void> {
    this.readAgain = true;
    this.reading ??= this.readWhileAsked().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readWhileAsked(): Promise<void> {
    while (this.readAgain) {
      this.readAgain = false;
      await this.read();
    }
  }

  private async read(): Promise<void> {
    const reader = this.reader();
    const headers = this.tag ? new HttpHeaders({ 'If-None-Match': this.tag }) : undefined;
    try {
      const answer = await firstValueFrom(
        this.http.get<NotificationList>(url, { headers, observe: 'response' }),
      );
      if (reader === this.reader()) {
        this.take(answer);
      }
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

  private startOver(): void {
    this.known.set(0);
    this.tag = null;
    this.heard = false;
    this.look();
    this.watch();
  }

  private look(): void {
    if (this.reader() !== null && !this.document.hidden) {
      void this.refresh();
    }
  }

  private watch(): void {
    clearInterval(this.timer);
    if (this.reader() !== null && !this.document.hidden && !this.live.isOn()) {
      this.timer = setInterval(() => void this.refresh(), every);
    }
  }
}
