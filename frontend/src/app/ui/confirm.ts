import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog } from './confirm-dialog';
import type { ConfirmWords } from './confirm-dialog';

/** Asks before what cannot be taken back; the words name the object. */
@Service()
export class Confirm {
  private readonly dialogs = inject(MatDialog);

  async ask(words: ConfirmWords): Promise<boolean> {
    const opened = this.dialogs.open<ConfirmDialog, ConfirmWords, boolean>(ConfirmDialog, {
      data: words,
      role: 'alertdialog',
      autoFocus: '[data-cancel]',
      maxWidth: 'min(92vw, 480px)',
      enterAnimationDuration: 120,
      exitAnimationDuration: 80,
    });
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }
}
