import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { notificationCategories } from '@calmness/contracts';
import type {
  ChannelObstacle,
  DigestChoice,
  NotificationChannel,
  PreferenceCell,
  PreferencesView,
  PreferencesWrite,
  ReminderChoice,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { PageHeader } from '../../ui/page-header';
import { SwitchRow } from '../../ui/switch-row';
import { notificationsTexts } from './notifications-texts';
import { ChannelsPart } from './preferences/channels-part';
import { DevicePart } from './preferences/device-part';
import { DigestsPart } from './preferences/digests-part';
import { QuietHoursPart } from './preferences/quiet-hours-part';

const url = '/api/notifications/preferences';

/** Subject by channel: what a member hears, and where. Each switch is saved as it is turned. */
@Component({
  selector: 'cal-preferences-page',
  imports: [ChannelsPart, DevicePart, DigestsPart, Faces, FailureNote, PageHeader, QuietHoursPart, SwitchRow],
  template: `
    <div class="stack page">
      <cal-page-header
        [heading]="t().title"
        [lead]="t().lead"
        backTo="/user/notifications"
        [backLabel]="t().back"
      />
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <cal-faces [of]="answer" [count]="4">
        <div class="stack">
          <cal-channels-part [channels]="channels()" />
          @for (row of rows(); track row.category) {
            <section class="card" [attr.aria-labelledby]="'category-' + row.category">
              <h2 [id]="'category-' + row.category">{{ t().categories[row.category].name }}</h2>
              <p class="muted">{{ t().categories[row.category].what }}</p>
              @for (cell of row.cells; track cell.channel) {
                <cal-switch-row
                  [name]="row.category + '-' + cell.channel"
                  [label]="t().channels[cell.channel]"
                  [hint]="hintOf(cell)"
                  [on]="cell.enabled && !obstacles()[cell.channel]"
                  [disabled]="cell.mandatory || saving() || !!obstacles()[cell.channel]"
                  (turned)="turn(cell, $event)"
                />
              }
            </section>
          }
          <section class="card" aria-labelledby="loan-reminders">
            <h2 id="loan-reminders">{{ t().loans.title }}</h2>
            <p class="muted">{{ t().loans.lead }}</p>
            @for (reminder of reminders(); track reminder.key) {
              <cal-switch-row
                [name]="'reminder-' + reminder.key"
                [label]="t().loans.reminders[reminder.key].name"
                [hint]="t().loans.reminders[reminder.key].hint"
                [on]="reminder.enabled"
                [disabled]="saving()"
                (turned)="keep(reminder, $event)"
              />
            }
          </section>
          <cal-digests-part [digests]="digests()" (chosen)="gather($event)" />
          <cal-quiet-hours-part />
          <cal-device-part (changed)="answer.reload()" />
        </div>
      </cal-faces>
    </div>
  `,
})
export class PreferencesPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(notificationsTexts);
  protected readonly t = computed(() => this.texts().preferences);
  protected readonly answer = httpResource<PreferencesView>(() => url);
  private readonly value = valueOf(this.answer);
  protected readonly rows = computed(() =>
    notificationCategories
      .map((category) => ({
        category,
        cells: (this.value()?.cells ?? []).filter((cell) => cell.category === category),
      }))
      .filter(({ cells }) => cells.length > 0),
  );
  protected readonly saving = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected readonly reminders = computed(() => this.value()?.reminders ?? []);

  protected readonly digests = computed(() => this.value()?.digests ?? []);
  protected readonly channels = computed(() => this.value()?.channels ?? []);
  /** A switch that is on where nothing arrives would lie. */
  protected readonly obstacles = computed(
    () =>
      Object.fromEntries(this.channels().map(({ channel, obstacle }) => [channel, obstacle])) as Partial<
        Record<NotificationChannel, ChannelObstacle | null>
      >,
  );

  protected hintOf({ channel, mandatory }: PreferenceCell): string {
    const obstacle = this.obstacles()[channel];
    if (obstacle) {
      return this.t().reach.obstacles[obstacle];
    }
    return mandatory ? this.t().mandatory : '';
  }

  protected gather(choice: DigestChoice): Promise<void> {
    return this.save({ cells: [], digests: [choice] });
  }

  protected turn({ category, channel }: PreferenceCell, enabled: boolean): Promise<void> {
    return this.save({ cells: [{ category, channel, enabled }] });
  }

  protected keep({ key }: ReminderChoice, enabled: boolean): Promise<void> {
    return this.save({ cells: [], reminders: [{ key, enabled }] });
  }

  private async save(chosen: Omit<PreferencesWrite, 'version'>): Promise<void> {
    const body: PreferencesWrite = { ...chosen, version: this.value()?.version ?? 0 };
    this.saving.set(true);
    this.failure.set(undefined);
    try {
      this.answer.set(await firstValueFrom(this.http.put<PreferencesView>(url, body)));
      this.toasts.show(this.t().saved, { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
      this.answer.reload();
    } finally {
      this.saving.set(false);
    }
  }
}
