import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Session } from '../core/session/session';

/** Over every page while one of the staff looks at a member's space: nobody forgets whose it is. */
@Component({
  selector: 'cal-viewing-bar',
  imports: [MatButton],
  template: `
    @if (session.isViewing() && session.user(); as user) {
      <div class="bar" role="status">
        <p>{{ t().viewing.note(user.first_name + ' ' + user.last_name) }}</p>
        <button matButton="outlined" type="button" (click)="stop()">{{ t().viewing.stop }}</button>
      </div>
    }
  `,
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px;
      padding: 10px 16px;
      border-bottom: 2px solid var(--mat-sys-warning);
      background: var(--mat-sys-warning-container);
      color: var(--mat-sys-on-surface);
    }
    p {
      flex: 1 1 200px;
      font-weight: 600;
    }
  `,
})
export class ViewingBar {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly t = useTexts(coreTexts);

  protected async stop(): Promise<void> {
    const member = this.session.user()?.id;
    await this.session.stopViewing();
    await this.router.navigateByUrl(member ? `/admin/members/${member}` : '/admin');
  }
}
