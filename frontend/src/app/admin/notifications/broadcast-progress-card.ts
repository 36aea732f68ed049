import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BroadcastView } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Chip } from '../../ui/chip';
import { dataTable } from '../../ui/data-table';
import { WaitButton } from '../../ui/wait-button';
import { broadcastLooks } from './broadcast-looks';
import { wordingTexts } from './wording-texts';

/** How far a broadcast is, channel by channel, and the way to stop it. */
@Component({
  selector: 'cal-broadcast-progress-card',
  imports: [Chip, MatButton, WaitButton, ...dataTable],
  template: `
    @let view = broadcast();
    <section class="card stack-tight" aria-labelledby="progress-heading">
      <div class="row row-apart">
        <h2 id="progress-heading">{{ t().progress }}</h2>
        <cal-chip [tone]="looks[view.state].tone" [icon]="looks[view.state].icon">{{
          t().states[view.state]
        }}</cal-chip>
      </div>
      <label>
        <span>{{ t().told(told(), people()) }}</span>
        <progress [value]="told()" [max]="people() || 1"></progress>
      </label>
      <p class="strong">{{ reached() }}</p>
      <table calTable aria-labelledby="progress-heading">
        <thead calRows>
          <tr calRow>
            <th calHead>{{ t().channel }}</th>
            <th calHead class="number">{{ t().waiting }}</th>
            <th calHead class="number">{{ t().arrived }}</th>
            <th calHead class="number">{{ t().failed }}</th>
            <th calHead class="number">{{ t().cancelled }}</th>
          </tr>
        </thead>
        <tbody calRows>
          @for (one of view.progress?.by_channel; track one.channel) {
            <tr calRow>
              <td [calCell]="t().channel">{{ texts().channels[one.channel] }}</td>
              <td [calCell]="t().waiting" class="number">{{ one.waiting }}</td>
              <td [calCell]="t().arrived" class="number">{{ one.arrived }}</td>
              <td [calCell]="t().failed" class="number">{{ one.failed }}</td>
              <td [calCell]="t().cancelled" class="number">{{ one.cancelled }}</td>
            </tr>
          }
        </tbody>
      </table>
      <p class="muted">
        {{ t().writtenBy(view.created_by) }}
        @if (view.confirmed_by; as name) {
          · {{ t().confirmedBy(name) }}
        }
        @if (view.stopped_by; as name) {
          · {{ t().stoppedBy(name) }}
        }
      </p>
      @if (stoppable()) {
        <div class="row">
          <button
            class="danger-button"
            matButton="outlined"
            type="button"
            [calWaiting]="busy()"
            (click)="stopped.emit()"
          >
            {{ t().stop }}
          </button>
        </div>
      }
    </section>
  `,
  styles: `
    label {
      display: grid;
      gap: 6px;
    }
    progress {
      width: 100%;
      accent-color: var(--mat-sys-gold-outline);
    }
    .strong {
      font-weight: 600;
    }
  `,
})
export class BroadcastProgressCard {
  readonly broadcast = input.required<BroadcastView>();
  readonly busy = input.required<boolean>();
  readonly stopped = output();
  protected readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().broadcasts);
  protected readonly looks = broadcastLooks;
  protected readonly told = computed(() => this.broadcast().progress?.told ?? 0);
  protected readonly people = computed(() => this.broadcast().forecast?.people ?? 0);
  /** In the past once everybody had his turn, or nobody has one any more. */
  protected readonly reached = computed(() => {
    const { state, progress } = this.broadcast();
    const say = state === 'sending' ? this.t().reachedSoFar : this.t().wasReached;
    return say(progress?.reached ?? 0);
  });
  protected readonly stoppable = computed(() => {
    const { state, progress } = this.broadcast();
    const waits = progress?.by_channel.some(({ waiting }) => waiting > 0) ?? false;
    return state === 'sending' || (state === 'sent' && waits);
  });
}
