import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAlertCircleOutline, mdiRefresh } from '@mdi/js';
import type { Failure } from '../core/http/failure';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Icon } from './icon';

/** What went wrong in the reader's words, with the number to quote to the academy. */
@Component({
  selector: 'cal-failure-note',
  imports: [Icon, MatButton],
  template: `
    <cal-icon [path]="alertIcon" />
    <div class="words">
      <p class="message">{{ message() }}</p>
      @if (failure().correlationId; as reference) {
        <p class="reference">
          {{ t().faces.reference }} <code>{{ reference }}</code>
        </p>
      }
    </div>
    @if (retryable()) {
      <button matButton="outlined" type="button" (click)="retry.emit()">
        {{ t().actions.retry }}
      </button>
    }
  `,
  host: { role: 'alert' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px 14px;
      padding: 16px 18px;
      border: 1px solid color-mix(in srgb, var(--mat-sys-error) 35%, transparent);
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-surface);
    }
    cal-icon {
      color: var(--mat-sys-error);
    }
    .words {
      flex: 1 1 220px;
      min-width: 0;
    }
    .message {
      font-weight: 600;
    }
    .reference {
      margin-top: 2px;
      font-size: 0.8125rem;
      color: var(--mat-sys-on-surface-variant);
      overflow-wrap: anywhere;
    }
  `,
})
export class FailureNote {
  readonly failure = input.required<Failure>();
  readonly retryable = input(false);
  readonly retry = output();
  protected readonly t = useTexts(coreTexts);
  protected readonly message = computed(() => this.t().errors[this.failure().code]);
  protected readonly alertIcon = mdiAlertCircleOutline;
  protected readonly retryIcon = mdiRefresh;
}
