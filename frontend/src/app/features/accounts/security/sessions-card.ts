import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCellphone, mdiHelpCircleOutline, mdiLaptop, mdiTablet } from '@mdi/js';
import type { DeviceKind, SessionList, SessionView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../../core/feedback/toasts';
import { failureOf } from '../../../core/http/failure';
import type { Failure } from '../../../core/http/failure';
import { valueOf } from '../../../core/http/resource-values';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Formats } from '../../../core/i18n/formats';
import { Faces } from '../../../ui/faces';
import { FailureNote } from '../../../ui/failure-note';
import { Icon } from '../../../ui/icon';
import { Moment } from '../../../ui/moment';
import { WaitButton } from '../../../ui/wait-button';
import { securityTexts } from '../accounts-texts';

const url = '/api/auth/sessions';
const icons: Record<DeviceKind, string> = {
  phone: mdiCellphone,
  tablet: mdiTablet,
  computer: mdiLaptop,
  unknown: mdiHelpCircleOutline,
};

/** Where the member is logged in; each can be ended from here. */
@Component({
  selector: 'cal-sessions-card',
  imports: [Faces, FailureNote, Icon, MatButton, Moment, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="sessions">
      <h2 id="sessions">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <cal-faces [of]="list" [count]="2">
        <ul role="list">
          @for (session of sessions(); track session.id) {
            <li>
              <cal-icon [path]="icons[session.device]" />
              <div class="words">
                <p class="strong">{{ nameOf(session) }}</p>
                <p class="muted">{{ placeOf(session) }}</p>
                <p class="muted">{{ t().seen }} <cal-moment [at]="session.last_seen_at" /></p>
              </div>
              @if (session.current) {
                <span class="here">{{ t().current }}</span>
              } @else {
                <button
                  matButton="outlined"
                  type="button"
                  [attr.aria-label]="t().endLabel(nameOf(session))"
                  [calWaiting]="ending() === session.id"
                  (click)="end(session)"
                >
                  {{ t().end }}
                </button>
              }
            </li>
          }
        </ul>
        @if (sessions().length > 1) {
          <div class="row">
            <button
              matButton="outlined"
              type="button"
              [calWaiting]="ending() === 'all'"
              (click)="endOthers()"
            >
              {{ t().endOthers }}
            </button>
          </div>
        }
      </cal-faces>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      gap: 4px;
      margin-bottom: 12px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px;
      padding: 12px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    .words {
      flex: 1 1 180px;
      min-width: 0;
      font-size: 0.9375rem;
    }
    .strong {
      font-weight: 600;
    }
    .here {
      font-size: 0.875rem;
      font-weight: 600;
      color: var(--mat-sys-success);
    }
  `,
})
export class SessionsCard {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly formats = inject(Formats);
  private readonly texts = useTexts(securityTexts);
  protected readonly t = computed(() => this.texts().sessions);
  protected readonly icons = icons;
  protected readonly list = httpResource<SessionList>(() => url);
  private readonly value = valueOf(this.list);
  protected readonly sessions = computed(() => this.value()?.sessions ?? []);
  protected readonly ending = signal<string | null>(null);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected nameOf({ device, browser, system }: SessionView): string {
    return [this.t().devices[device], browser, system].filter(Boolean).join(' · ');
  }

  protected placeOf({ place }: SessionView): string {
    return place.country ? this.formats.country(place.country) : this.t().unknownPlace;
  }

  protected end({ id }: SessionView): Promise<void> {
    return this.remove(id, `${url}/${id}`, this.t().ended);
  }

  protected endOthers(): Promise<void> {
    return this.remove('all', url, this.t().endedAll);
  }

  private async remove(which: string, path: string, done: string): Promise<void> {
    this.ending.set(which);
    this.failure.set(undefined);
    try {
      await firstValueFrom(this.http.delete(path));
      this.toasts.show(done, { tone: 'success' });
      this.list.reload();
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.ending.set(null);
    }
  }
}
