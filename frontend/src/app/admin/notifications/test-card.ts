import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Locale, OutgoingChannel, TestSendAnswer, TestSendRequest } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { wordingTexts } from './wording-texts';

/** One message to oneself, with sample values. */
@Component({
  selector: 'cal-test-card',
  imports: [FailureNote, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="test-heading">
      <h2 id="test-heading">{{ t().heading }}</h2>
      <p class="muted">{{ t().lead }} {{ t().says }}</p>
      @if (failure(); as refused) {
        <cal-failure-note [failure]="refused" />
      }
      <div class="row">
        @if (channels().length > 1) {
          <label>
            <span class="visually-hidden">{{ t().channel }}</span>
            <select class="control" (change)="pick($event)">
              @for (one of channels(); track one) {
                <option [value]="one" [selected]="one === channel()">{{ texts().channels[one] }}</option>
              }
            </select>
          </label>
        }
        <button matButton="outlined" type="button" [calWaiting]="sending()" (click)="send()">
          {{ t().send }}
        </button>
      </div>
    </section>
  `,
})
export class TestCard {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  readonly name = input.required<string>();
  readonly locale = input.required<Locale>();
  readonly channels = input.required<readonly OutgoingChannel[]>();
  protected readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().test);
  protected readonly channel = linkedSignal(() => this.channels()[0] ?? 'email');
  protected readonly sending = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected pick(event: Event): void {
    this.channel.set((event.target as HTMLSelectElement).value as OutgoingChannel);
  }

  protected async send(): Promise<void> {
    const body: TestSendRequest = { channel: this.channel(), name: this.name(), locale: this.locale() };
    this.sending.set(true);
    this.failure.set(undefined);
    try {
      const { to, left } = await firstValueFrom(
        this.http.post<TestSendAnswer>('/api/admin/notifications/test-send', body),
      );
      this.toasts.show(this.t().sent(body.channel, to, left), { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.sending.set(false);
    }
  }
}
