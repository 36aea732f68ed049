import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';

export interface ConfirmWords {
  title: string;
  body: string;
  confirm: string;
  cancel: string;
  danger?: boolean;
}

@Component({
  selector: 'cal-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>{{ words.title }}</h2>
    <mat-dialog-content>
      <p>{{ words.body }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" data-cancel [matDialogClose]="false">
        {{ words.cancel }}
      </button>
      <button matButton="filled" type="button" [class.danger-button]="words.danger" [matDialogClose]="true">
        {{ words.confirm }}
      </button>
    </mat-dialog-actions>
  `,
})
export class ConfirmDialog {
  protected readonly words = inject<ConfirmWords>(MAT_DIALOG_DATA);
}
