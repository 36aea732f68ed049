import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Formats } from '../../core/i18n/formats';
import { useTexts } from '../../core/i18n/feature-texts';
import { notificationsTexts } from './notifications-texts';
import { snoozeTimes } from './snooze-times';

/** Until when a message stays out of sight; closes with the instant, or nothing. */
@Component({
  selector: 'cal-snooze-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>{{ t().snooze.title }}</h2>
    <mat-dialog-content>
      <p>{{ subject }}</p>
      <ul role="list">
        @for (time of times; track time.choice) {
          <li>
            <button type="button" [matDialogClose]="time.at.toISOString()">
              <span>{{ t().snooze.choices[time.choice] }}</span>
              <small>{{ formats.instant(time.at.toISOString()) }}</small>
            </button>
          </li>
        }
      </ul>
      <p class="zone">{{ t().snooze.zone(formats.zoneCity()) }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" matDialogClose>{{ t().snooze.cancel }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 16px 0 12px;
    }
    li button {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 2px 16px;
      width: 100%;
      min-height: 48px;
      padding: 8px 16px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface);
      font: inherit;
      text-align: left;
      cursor: pointer;
    }
    li button:hover {
      border-color: var(--mat-sys-gold-outline);
    }
    small,
    .zone {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.8125rem;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class SnoozeDialog {
  protected readonly subject = inject<string>(MAT_DIALOG_DATA);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(notificationsTexts);
  protected readonly times = snoozeTimes(new Date(), this.formats.zone());
}
