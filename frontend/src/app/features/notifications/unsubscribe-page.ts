import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { notificationCategories } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { notificationsTexts } from './notifications-texts';

/** Where the link of a mail leads eyes: nothing changes before the button. */
@Component({
  selector: 'cal-unsubscribe-page',
  imports: [FailureNote, MatButton, RouterLink, WaitButton],
  template: `
    <div class="door card">
      <h1>{{ t().title }}</h1>
      @if (done()) {
        <p role="status">{{ t().done }}</p>
        <a matButton="filled" routerLink="/">{{ t().back }}</a>
      } @else if (named(); as named) {
        <p>{{ t().lead(named) }}</p>
        @if (failure(); as failure) {
          <cal-failure-note [failure]="failure" />
        }
        <button matButton="filled" type="button" [calWaiting]="busy()" (click)="stop()">
          {{ t().button }}
        </button>
      } @else {
        <p role="alert">{{ t().wrong }}</p>
        <a matButton="filled" routerLink="/">{{ t().back }}</a>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: 560px;
      margin: 48px auto;
      padding: 0 16px;
    }
  `,
})
export class UnsubscribePage {
  readonly token = input<string>();
  private readonly http = inject(HttpClient);
  protected readonly texts = useTexts(notificationsTexts);
  protected readonly t = computed(() => this.texts().unsubscribe);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  /** Readable in the token; the server alone knows whether it is genuine. */
  protected readonly named = computed(() => {
    const names = this.token()?.split('.')[1]?.split('+') ?? [];
    const { categories } = this.texts().preferences;
    return notificationCategories
      .filter((known) => names.includes(known))
      .map((known) => categories[known].name)
      .join(', ');
  });

  protected async stop(): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      const token = encodeURIComponent(this.token() ?? '');
      await firstValueFrom(this.http.post(`/api/notifications/unsubscribe/${token}`, null));
      this.done.set(true);
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
