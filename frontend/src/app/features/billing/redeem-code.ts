import { Component, computed, inject, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { leavingTexts } from './leaving-texts';
import { SubscriptionActions } from './subscription-actions';

/** A code bought or given elsewhere opens access here. */
@Component({
  selector: 'cal-redeem-code',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <details>
      <summary>{{ t().title }}</summary>
      @if (submission.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <form [formRoot]="fields">
        <cal-field name="code" [label]="t().label" [of]="fields.code">
          <input calControl autocomplete="off" spellcheck="false" [formField]="fields.code" />
        </cal-field>
        <button matButton="outlined" type="submit" [calWaiting]="fields().submitting()">
          {{ t().submit }}
        </button>
      </form>
    </details>
  `,
  styles: `
    summary {
      width: fit-content;
      min-height: 28px;
      cursor: pointer;
      font-weight: 600;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: end;
      margin-top: 12px;
    }
  `,
})
export class RedeemCode {
  readonly opened = output();
  private readonly actions = inject(SubscriptionActions);
  private readonly toasts = inject(Toasts);
  private readonly formats = inject(Formats);
  private readonly texts = useTexts(leavingTexts);
  protected readonly t = computed(() => this.texts().code);
  protected readonly submission = new Submission();
  private readonly model = signal({ code: '' });
  protected readonly fields = form(this.model, (path) => required(path.code), {
    submission: {
      action: (tree) => this.submission.send(tree, () => this.redeem()),
      onInvalid: focusFirstError,
    },
  });

  private async redeem(): Promise<void> {
    const { plan_name } = await this.actions.redeem(this.model().code);
    this.model.set({ code: '' });
    this.toasts.show(this.t().done(this.formats.text(plan_name)), { tone: 'success' });
    this.opened.emit();
  }
}
