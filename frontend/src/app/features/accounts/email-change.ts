import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { EmailChangeConfirmed } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { Skeleton } from '../../ui/skeleton';
import { doorTexts } from './accounts-texts';
import { DoorFrame } from './door-frame';

type Face = 'checking' | 'waiting' | 'changed' | 'expired' | 'failed';

/** The link of either address leads here; the change is in force once both were opened. */
@Component({
  selector: 'cal-email-change',
  imports: [DoorFrame, FailureNote, MatButton, RouterLink, Skeleton],
  template: `
    <cal-door-frame>
      <div class="door">
        @switch (face()) {
          @case ('checking') {
            <h1>{{ t().emailChange.checking }}</h1>
            <cal-skeleton shape="text" />
          }
          @case ('waiting') {
            <h1>{{ t().emailChange.waitingTitle }}</h1>
            <p role="status">{{ t().emailChange.waitingBody }}</p>
            <a matButton="filled" routerLink="/user">{{ t().emailChange.toSpace }}</a>
          }
          @case ('changed') {
            <h1>{{ t().emailChange.changedTitle }}</h1>
            <p role="status">{{ t().emailChange.changedBody }}</p>
            <a matButton="filled" routerLink="/login">{{ t().emailChange.toLogin }}</a>
          }
          @case ('expired') {
            <h1>{{ t().emailChange.expiredTitle }}</h1>
            <p role="alert">{{ t().emailChange.expiredBody }}</p>
            <a matButton="filled" routerLink="/user">{{ t().emailChange.toSpace }}</a>
          }
          @case ('failed') {
            <h1>{{ t().emailChange.title }}</h1>
            <cal-failure-note [failure]="failure()" [retryable]="true" (retry)="check.reload()" />
          }
        }
      </div>
    </cal-door-frame>
  `,
})
export class EmailChange {
  readonly token = input<string>();
  private readonly http = inject(HttpClient);
  protected readonly t = useTexts(doorTexts);

  /** A link is used once: the check runs when the page opens, never twice for one token. */
  protected readonly check = resource({
    params: () => ({ token: this.token() ?? '' }),
    loader: ({ params }) =>
      firstValueFrom(this.http.post<EmailChangeConfirmed>('/api/auth/email-change/confirm', params)),
  });
  protected readonly failure = computed(() => failureOf(this.check.error()));
  protected readonly face = computed((): Face => {
    if (this.check.status() === 'error') {
      return this.failure().status >= 500 || this.failure().status === 0 ? 'failed' : 'expired';
    }
    if (!this.check.hasValue()) {
      return 'checking';
    }
    return this.check.value().status === 'changed' ? 'changed' : 'waiting';
  });
}
