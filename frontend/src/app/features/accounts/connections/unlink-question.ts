import { inject, Service } from '@angular/core';
import { Toasts } from '../../../core/feedback/toasts';
import { coreTexts } from '../../../core/i18n/core-texts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Confirm } from '../../../ui/confirm';
import { connectionsTexts } from '../accounts-texts';

/** Asks before a way to the member is closed, and says when it is. */
@Service()
export class UnlinkQuestion {
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly t = useTexts(connectionsTexts);
  private readonly words = useTexts(coreTexts);

  async ask(name: string, body: string, work: () => Promise<void>): Promise<void> {
    const { confirm, disconnect, disconnected } = this.t();
    const { cancel } = this.words().actions;
    if (await this.confirm.ask({ title: confirm(name), body, confirm: disconnect, cancel, danger: true })) {
      await work();
      this.toasts.show(disconnected(name), { tone: 'success' });
    }
  }
}
