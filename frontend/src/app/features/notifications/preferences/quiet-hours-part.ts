import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { QuietHoursText, QuietHoursView, QuietHoursWrite } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../../core/feedback/toasts';
import { failureOf } from '../../../core/http/failure';
import type { Failure } from '../../../core/http/failure';
import { valueOf } from '../../../core/http/resource-values';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Faces } from '../../../ui/faces';
import { FailureNote } from '../../../ui/failure-note';
import { SwitchRow } from '../../../ui/switch-row';
import { WaitButton } from '../../../ui/wait-button';
import { notificationsTexts } from '../notifications-texts';

const url = '/api/notifications/quiet-hours';
const week = [1, 2, 3, 4, 5, 6, 7];
const night: QuietHoursText = { from: '22:00', to: '08:00', days: week };

/** When nothing rings. Mails, the list and what security asks for come all the same. */
@Component({
  selector: 'cal-quiet-hours-part',
  imports: [Faces, FailureNote, MatButton, SwitchRow, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="quiet-hours">
      <h2 id="quiet-hours">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <cal-faces [of]="answer" shape="text" [count]="2">
        <cal-switch-row
          name="quiet"
          [label]="t().silence"
          [hint]="zone()"
          [on]="on()"
          [disabled]="saving()"
          (turned)="turn($event)"
        />
        @if (on()) {
          <form class="stack-tight" (submit)="keep($event)">
            <div class="hours">
              <label>
                {{ t().from }}
                <input type="time" required [value]="draft().from" (change)="change('from', $event)" />
              </label>
              <label>
                {{ t().to }}
                <input type="time" required [value]="draft().to" (change)="change('to', $event)" />
              </label>
            </div>
            <fieldset>
              <legend>{{ t().days }}</legend>
              @for (day of week; track day) {
                <label>
                  <input type="checkbox" [checked]="draft().days.includes(day)" (change)="toggle(day)" />
                  {{ t().dayNames[day - 1] }}
                </label>
              }
            </fieldset>
            <button
              matButton="filled"
              type="submit"
              [calWaiting]="saving()"
              [disabled]="draft().days.length === 0"
            >
              {{ t().save }}
            </button>
          </form>
        }
      </cal-faces>
    </section>
  `,
  styles: `
    .hours,
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      padding: 0;
      border: 0;
      margin: 0;
    }
    legend {
      padding: 0 0 6px;
      font-weight: 600;
      font-size: 0.9375rem;
    }
    .hours label {
      display: grid;
      gap: 6px;
      font-weight: 600;
      font-size: 0.9375rem;
    }
    fieldset label {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 32px;
    }
    input[type='time'] {
      min-height: 44px;
      padding: 0 12px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface);
      color: var(--mat-sys-on-surface);
      font: inherit;
    }
    input[type='checkbox'] {
      width: 20px;
      height: 20px;
      accent-color: var(--mat-sys-primary);
    }
    button {
      justify-self: start;
    }
  `,
})
export class QuietHoursPart {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(notificationsTexts);
  protected readonly t = computed(() => this.texts().preferences.quiet);
  protected readonly week = week;
  protected readonly answer = httpResource<QuietHoursView>(() => url);
  private readonly value = valueOf(this.answer);
  protected readonly on = computed(() => (this.value()?.quiet_hours ?? null) !== null);
  protected readonly zone = computed(() => this.t().zone(this.value()?.timezone ?? ''));
  protected readonly draft = linkedSignal(() => this.value()?.quiet_hours ?? night);
  protected readonly saving = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected turn(on: boolean): Promise<void> {
    return this.save(on ? this.draft() : null);
  }

  protected change(edge: 'from' | 'to', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.draft.update((hours) => ({ ...hours, [edge]: value }));
  }

  protected toggle(day: number): void {
    this.draft.update(({ days, ...hours }) => ({
      ...hours,
      days: week.filter((one) => (one === day ? !days.includes(one) : days.includes(one))),
    }));
  }

  protected keep(event: Event): Promise<void> {
    event.preventDefault();
    return this.save(this.draft());
  }

  private async save(hours: QuietHoursText | null): Promise<void> {
    const body: QuietHoursWrite = { quiet_hours: hours };
    this.saving.set(true);
    this.failure.set(undefined);
    try {
      this.answer.set(await firstValueFrom(this.http.put<QuietHoursView>(url, body)));
      this.toasts.show(this.texts().preferences.saved, { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.saving.set(false);
    }
  }
}
