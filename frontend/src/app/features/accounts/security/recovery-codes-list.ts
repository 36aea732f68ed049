import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { useTexts } from '../../../core/i18n/feature-texts';
import { CopyButton } from '../../../ui/copy-button';
import { securityTexts } from '../accounts-texts';

/** Ten codes, shown once. */
@Component({
  selector: 'cal-recovery-codes-list',
  imports: [CopyButton, MatButton],
  template: `
    <h3>{{ t().codesTitle }}</h3>
    <p>{{ t().codesLead }}</p>
    <ul role="list">
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ul>
    <div class="row">
      <cal-copy-button [value]="all()" [what]="t().copyAll" />
      <button matButton="filled" type="button" (click)="kept.emit()">{{ t().kept }}</button>
    </div>
  `,
  host: { role: 'status' },
  styles: `
    :host {
      display: grid;
      gap: 12px;
      padding: 18px;
      border: 1px solid var(--mat-sys-gold-outline);
      border-radius: var(--mat-sys-corner-medium);
    }
    ul {
      display: grid;
      gap: 6px 20px;
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    }
  `,
})
export class RecoveryCodesList {
  readonly codes = input.required<string[]>();
  readonly kept = output();
  private readonly texts = useTexts(securityTexts);
  protected readonly t = computed(() => this.texts().twoFactor);
  protected readonly all = computed(() => this.codes().join('\n'));
}
