import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, signal } from '@angular/core';
import { mdiCheck, mdiContentCopy } from '@mdi/js';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Toasts } from '../core/feedback/toasts';
import { Icon } from './icon';

/** Copies one value; its name says which, and the success is said aloud. */
@Component({
  selector: 'cal-copy-button',
  imports: [Icon],
  template: `
    <button type="button" [class.done]="done()" [attr.aria-label]="t().copy.label(what())" (click)="copy()">
      <cal-icon [path]="done() ? doneIcon : copyIcon" />
      <span aria-hidden="true">{{ done() ? t().copy.done : t().copy.short }}</span>
    </button>
  `,
  styles: `
    button {
      --icon-size: 17px;
      display: inline-flex;
      align-items: center;
      gap: 7px;
      flex: none;
      min-height: 36px;
      padding: 6px 12px;
      white-space: nowrap;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 10px;
      background: var(--mat-sys-surface-container-lowest);
      color: var(--mat-sys-gold-ink);
      font: 600 0.8125rem/1 inherit;
      font-family: inherit;
      cursor: pointer;
      transition:
        border-color 140ms,
        background-color 140ms;
    }
    button:hover {
      border-color: var(--mat-sys-gold-outline);
      background: var(--mat-sys-primary-container);
    }
    .done {
      color: var(--mat-sys-success);
    }
  `,
})
export class CopyButton {
  readonly value = input.required<string>();
  /** What is copied, e.g. “IBAN”. */
  readonly what = input.required<string>();
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(coreTexts);
  protected readonly done = signal(false);
  protected readonly copyIcon = mdiContentCopy;
  protected readonly doneIcon = mdiCheck;

  protected copy(): void {
    const copied = this.clipboard.copy(this.value());
    const words = this.t().copy;
    this.toasts.show(copied ? words.copied(this.what()) : words.failed, {
      tone: copied ? 'success' : 'error',
    });
    this.done.set(copied);
    setTimeout(() => {
      this.done.set(false);
    }, 2_500);
  }
}
