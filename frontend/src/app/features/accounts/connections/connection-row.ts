import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAlertOutline, mdiCheckCircleOutline, mdiClockOutline, mdiLinkVariantOff } from '@mdi/js';
import type { LinkedAccountView } from '@calmness/contracts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Chip } from '../../../ui/chip';
import { Moment } from '../../../ui/moment';
import type { Tone } from '../../../ui/tone';
import { connectionsTexts } from '../accounts-texts';

export type ConnectionState = 'connected' | 'notConnected' | 'waiting' | 'reauth';

const faces: Record<ConnectionState, { tone: Tone; icon: string }> = {
  connected: { tone: 'success', icon: mdiCheckCircleOutline },
  notConnected: { tone: 'neutral', icon: mdiLinkVariantOff },
  waiting: { tone: 'info', icon: mdiClockOutline },
  reauth: { tone: 'warning', icon: mdiAlertOutline },
};

/** How an account that was linked stands. */
export function stateOf(account: LinkedAccountView | null): ConnectionState {
  if (!account) {
    return 'notConnected';
  }
  return account.state === 'active' ? 'connected' : 'reauth';
}

/** One place a member is reached at: its name, how it stands, and the way out; what else there is to do is projected. */
@Component({
  selector: 'cal-connection-row',
  imports: [Chip, MatButton, Moment],
  template: `
    <div class="head">
      <h3>{{ name() }}</h3>
      <cal-chip [tone]="face().tone" [icon]="face().icon">{{ t()[state()] }}</cal-chip>
    </div>
    @if (since(); as instant) {
      <p class="who">
        @if (handle(); as words) {
          <strong>{{ words }}</strong>
        }
        <span class="muted">{{ sinceWords() ?? t().since }} <cal-moment [at]="instant" /></span>
      </p>
    } @else {
      <p class="muted">{{ lead() }}</p>
    }
    <ng-content />
    @if (since()) {
      <div class="row">
        <button
          matButton="outlined"
          type="button"
          [attr.aria-label]="t().disconnectName(name())"
          (click)="letGo.emit()"
        >
          {{ t().disconnect }}
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
      padding: 16px 0;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .head,
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    strong {
      overflow-wrap: anywhere;
    }
  `,
})
export class ConnectionRow {
  readonly name = input.required<string>();
  readonly lead = input.required<string>();
  readonly state = input.required<ConnectionState>();
  readonly handle = input<string | null>(null);
  readonly since = input<string | null>(null);
  readonly sinceWords = input<string>();
  readonly letGo = output();
  protected readonly t = useTexts(connectionsTexts);
  protected readonly face = computed(() => faces[this.state()]);
}
