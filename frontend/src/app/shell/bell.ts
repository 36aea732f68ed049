import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiBellOutline } from '@mdi/js';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { UnreadBadge } from '../core/live/unread-badge';
import { Icon } from '../ui/icon';

@Component({
  selector: 'cal-bell',
  imports: [Icon, RouterLink],
  template: `
    <a
      class="round-button"
      routerLink="/user/notifications"
      [attr.aria-label]="t().notifications.bell(unread.count())"
      [title]="t().notifications.bell(unread.count())"
    >
      <cal-icon [path]="icon" />
      @if (unread.count() > 0) {
        <span class="badge" aria-hidden="true">{{ unread.label() }}</span>
      }
    </a>
  `,
  styles: `
    a {
      position: relative;
    }
    .badge {
      position: absolute;
      top: 1px;
      right: 0;
      min-width: 18px;
      padding: 0 5px;
      border: 2px solid var(--mat-sys-background);
      border-radius: 999px;
      background: #b91c1c;
      color: #fff;
      font-size: 0.6875rem;
      font-weight: 700;
      line-height: 16px;
      text-align: center;
      font-variant-numeric: tabular-nums;
      box-sizing: content-box;
      min-width: 9px;
    }
  `,
})
export class Bell {
  protected readonly unread = inject(UnreadBadge);
  protected readonly t = useTexts(coreTexts);
  protected readonly icon = mdiBellOutline;
}
