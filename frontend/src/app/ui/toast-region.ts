import { Component, inject } from '@angular/core';
import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiClose, mdiInformationOutline } from '@mdi/js';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Toasts } from '../core/feedback/toasts';
import type { Toast } from '../core/feedback/toasts';
import { Icon } from './icon';

const icons: Record<Toast['tone'], string> = {
  neutral: mdiInformationOutline,
  success: mdiCheckCircleOutline,
  error: mdiAlertCircleOutline,
};

/** Messages that leave by themselves; a place of its own, so that a screen reader can come back to them. */
@Component({
  selector: 'cal-toast-region',
  imports: [Icon],
  template: `
    @for (toast of toasts.shown(); track toast.id) {
      <div class="toast" [attr.data-tone]="toast.tone">
        <cal-icon class="sign" [path]="icons[toast.tone]" />
        <p>{{ toast.text }}</p>
        @if (toast.action; as action) {
          <button type="button" class="action" (click)="act(toast)">{{ action.label }}</button>
        }
        <button
          type="button"
          class="close"
          [attr.aria-label]="t().actions.dismiss"
          (click)="toasts.dismiss(toast.id)"
        >
          <cal-icon [path]="closeIcon" />
        </button>
      </div>
    }
  `,
  styleUrl: './toast-region.scss',
  host: { role: 'region', '[attr.aria-label]': 't().nav.messages' },
})
export class ToastRegion {
  protected readonly toasts = inject(Toasts);
  protected readonly t = useTexts(coreTexts);
  protected readonly icons = icons;
  protected readonly closeIcon = mdiClose;

  protected act(toast: Toast): void {
    toast.action?.run();
    this.toasts.dismiss(toast.id);
  }
}
