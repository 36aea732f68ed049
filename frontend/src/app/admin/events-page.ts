import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiRepeat } from '@mdi/js';
import type { ParkedEventList, ParkedEventView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../core/feedback/toasts';
import { failureOf } from '../core/http/failure';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Session } from '../core/session/session';
import { EmptyState } from '../ui/empty-state';
import { Faces } from '../ui/faces';
import { Moment } from '../ui/moment';
import { PageHeader } from '../ui/page-header';
import { WaitButton } from '../ui/wait-button';
import { adminTexts } from './admin-texts';

const url = '/api/admin/events/parked';

/** What the engine gave up on, and the button that gives it another chance. */
@Component({
  selector: 'cal-events-page',
  imports: [EmptyState, Faces, MatButton, Moment, PageHeader, WaitButton],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminEvents" [lead]="t().events.lead" />
      <cal-faces [of]="list" [empty]="events().length === 0" [count]="3">
        <cal-empty-state
          calEmpty
          [icon]="icon"
          [title]="t().events.empty"
          [reason]="t().events.emptyReason"
        />
        <ul role="list" class="stack-tight">
          @for (event of events(); track event.consumer + event.event_id) {
            <li class="card stack-tight">
              <p class="row row-apart">
                <strong class="mono">{{ event.event_name }}</strong>
                <cal-moment class="muted" [at]="event.parked_at" />
              </p>
              <p>
                {{ t().columns.consumer }}{{ words().colon }} <code>{{ event.consumer }}</code>
              </p>
              <p class="muted">{{ event.last_error }}</p>
              @if (mayRetry()) {
                <button
                  matButton="outlined"
                  type="button"
                  [calWaiting]="retrying() === event.event_id"
                  (click)="retry(event)"
                >
                  {{ t().events.retry }}
                </button>
              }
            </li>
          }
        </ul>
      </cal-faces>
    </div>
  `,
})
export class EventsPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiRepeat;
  protected readonly retrying = signal<string | undefined>(undefined);
  protected readonly mayRetry = computed(() => this.session.may('operations.events-retry'));
  protected readonly list = httpResource<ParkedEventList>(() => url);
  protected readonly events = computed(() => (this.list.hasValue() ? this.list.value().parked_events : []));

  protected async retry(event: ParkedEventView): Promise<void> {
    this.retrying.set(event.event_id);
    try {
      await firstValueFrom(this.http.post(`${url}/${event.event_id}/${event.consumer}/retry`, null));
      this.toasts.show(this.t().events.retried, { tone: 'success' });
    } catch (error) {
      this.toasts.show(this.words().errors[failureOf(error).code], { tone: 'error' });
    } finally {
      this.retrying.set(undefined);
      this.list.reload();
    }
  }
}
