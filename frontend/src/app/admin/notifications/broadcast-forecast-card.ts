import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { BroadcastForecast } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { wordingTexts } from './wording-texts';

/** How many people it would reach now; it leaves only once that number was typed. */
@Component({
  selector: 'cal-broadcast-forecast-card',
  imports: [Control, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="forecast-heading">
      <h2 id="forecast-heading">{{ t().counted }}</h2>
      @if (forecast(); as counted) {
        <ul>
          <li>{{ t().people(counted.people) }}</li>
          <li class="strong">{{ t().reached(counted.reached) }}</li>
          <li>{{ t().optedOut(counted.opted_out) }}</li>
          <li>{{ t().unreachable(counted.unreachable) }}</li>
        </ul>
        <dl class="row">
          @for (one of counted.by_channel; track one.channel) {
            <div>
              <dt class="muted">{{ texts().channels[one.channel] }}</dt>
              <dd class="strong tabular">{{ one.people }}</dd>
            </div>
          }
        </dl>
      }
      @if (changed()) {
        <p class="muted">{{ t().saveFirst }}</p>
      } @else {
        <div class="row">
          <button matButton="outlined" type="button" [calWaiting]="busy()" (click)="counted.emit()">
            {{ t().count }}
          </button>
        </div>
        @if (forecast(); as one) {
          @if (one.reached > 0) {
            <form class="stack-tight" [formRoot]="fields" [attr.aria-label]="t().confirm">
              <cal-field
                name="reached"
                [label]="t().confirmNumber"
                [hint]="t().confirmLead(one.reached)"
                [of]="fields.number"
              >
                <input calControl inputmode="numeric" autocomplete="off" [formField]="fields.number" />
              </cal-field>
              <div class="row">
                <button class="gold-button" matButton="filled" type="submit" [calWaiting]="busy()">
                  {{ t().confirm }}
                </button>
              </div>
            </form>
          }
        }
      }
    </section>
  `,
  styles: `
    ul {
      padding-left: 20px;
    }
    .strong {
      font-weight: 600;
    }
    cal-field {
      max-width: 320px;
    }
  `,
})
export class BroadcastForecastCard {
  readonly forecast = input.required<BroadcastForecast | null>();
  /** The form differs from what would be counted. */
  readonly changed = input.required<boolean>();
  readonly busy = input.required<boolean>();
  readonly counted = output();
  readonly confirmed = output<number>();
  protected readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().broadcasts);
  private readonly model = linkedSignal({
    source: () => this.forecast(),
    computation: () => ({ number: '' }),
  });
  protected readonly fields = form(
    this.model,
    (path) => {
      validate(path.number, ({ value }) =>
        value().replaceAll(/\s/g, '') === String(this.forecast()?.reached) ? undefined : { kind: 'invalid' },
      );
    },
    {
      submission: {
        action: () => {
          this.confirmed.emit(this.forecast()?.reached ?? 0);
          return Promise.resolve(undefined);
        },
      },
    },
  );
}
