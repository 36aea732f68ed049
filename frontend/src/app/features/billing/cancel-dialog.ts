import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { cancelReasons, type CancelReason, type CancelSubscriptionRequest } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { leavingTexts } from './leaving-texts';

export interface CancelQuestion {
  plan: string;
  /** Last day of access, as it is read. */
  day: string;
}

/** Two steps: why, then what ends when. Closes with the request, or nothing. */
@Component({
  selector: 'cal-cancel-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    @if (sure()) {
      <h2 matDialogTitle>{{ t().sureTitle }}</h2>
      <mat-dialog-content>
        <p>{{ t().sure(question.plan, question.day) }}</p>
      </mat-dialog-content>
    } @else {
      <h2 matDialogTitle>{{ t().title(question.plan) }}</h2>
      <mat-dialog-content>
        <p>{{ t().lead(question.day) }}</p>
        <label for="cancel-reason">{{ t().reason }}</label>
        <select id="cancel-reason" class="control" #choice (change)="choose(choice.value)">
          @for (code of reasons; track code) {
            <option [value]="code" [selected]="code === reason()">{{ texts().reasons[code] }}</option>
          }
        </select>
        <label for="cancel-comment">{{ texts().form.comment }}</label>
        <textarea
          id="cancel-comment"
          class="control"
          rows="3"
          maxlength="2000"
          #words
          [value]="comment()"
          (input)="comment.set(words.value)"
        ></textarea>
      </mat-dialog-content>
    }
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" data-cancel matDialogClose>{{ t().keep }}</button>
      @if (sure()) {
        <button matButton="filled" type="button" class="danger-button" [matDialogClose]="request()">
          {{ t().confirm }}
        </button>
      } @else {
        <button matButton="filled" type="button" (click)="sure.set(true)">{{ t().next }}</button>
      }
    </mat-dialog-actions>
  `,
  styles: `
    label {
      display: block;
      margin: 16px 0 6px;
      font-weight: 600;
    }
    .control {
      width: 100%;
    }
  `,
})
export class CancelDialog {
  protected readonly question = inject<CancelQuestion>(MAT_DIALOG_DATA);
  protected readonly texts = useTexts(leavingTexts);
  protected readonly reasons = cancelReasons;
  protected readonly reason = signal<CancelReason>('too_expensive');
  protected readonly comment = signal('');
  protected readonly sure = signal(false);

  protected t() {
    return this.texts().card.dialog;
  }

  protected choose(value: string): void {
    const known = cancelReasons.find((code) => code === value);
    if (known) {
      this.reason.set(known);
    }
  }

  protected request(): CancelSubscriptionRequest {
    const comment = this.comment().trim();
    return { reason_code: this.reason(), ...(comment && { comment }) };
  }
}
