import { Component, computed, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DevicePush } from '../../../core/pwa/device-push';
import { failureOf } from '../../../core/http/failure';
import type { Failure } from '../../../core/http/failure';
import { useTexts } from '../../../core/i18n/feature-texts';
import { FailureNote } from '../../../ui/failure-note';
import { Moment } from '../../../ui/moment';
import { WaitButton } from '../../../ui/wait-button';
import { notificationsTexts } from '../notifications-texts';

/** This browser and the member's others: which of them ring. The browser is asked on a tap, never by itself. */
@Component({
  selector: 'cal-device-part',
  imports: [FailureNote, MatButton, Moment, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="device">
      <h2 id="device">{{ t().title }}</h2>
      <p class="muted" role="status">{{ t().faces[push.face()] }}</p>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" [retryable]="true" (retry)="look()" />
      }
      @switch (push.face()) {
        @case ('off') {
          <button matButton="filled" type="button" [calWaiting]="busy()" (click)="turnOn()">
            {{ t().turnOn }}
          </button>
        }
        @case ('on') {
          <button matButton="outlined" type="button" [calWaiting]="busy()" (click)="turnOff()">
            {{ t().turnOff }}
          </button>
        }
      }
      @if (others().length > 0) {
        <h3>{{ t().others }}</h3>
        <ul role="list">
          @for (device of others(); track device.id) {
            <li>
              <span>{{ device.device || t().unnamed }}</span>
              <span class="muted">{{ t().since }} <cal-moment [at]="device.created_at" /></span>
              <button
                matButton="outlined"
                type="button"
                [attr.aria-label]="t().removeNamed(device.device || t().unnamed)"
                [disabled]="busy()"
                (click)="remove(device.id)"
              >
                {{ t().remove }}
              </button>
            </li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    button {
      justify-self: start;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
      padding: 10px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    li > :first-child {
      flex: 1 1 160px;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
  `,
})
export class DevicePart {
  /** A browser rings from now on, or no longer. */
  readonly changed = output();
  private readonly texts = useTexts(notificationsTexts);
  protected readonly push = inject(DevicePush);
  protected readonly t = computed(() => this.texts().preferences.device);
  protected readonly others = computed(() =>
    this.push.devices().filter(({ id }) => id !== this.push.ownId()),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  constructor() {
    void this.look();
  }

  protected look(): Promise<void> {
    return this.run(() => this.push.look());
  }

  protected turnOn(): Promise<void> {
    return this.change(() => this.push.turnOn());
  }

  protected turnOff(): Promise<void> {
    return this.change(() => this.push.turnOff());
  }

  protected remove(id: string): Promise<void> {
    return this.change(() => this.push.remove(id));
  }

  private async change(work: () => Promise<void>): Promise<void> {
    await this.run(work);
    this.changed.emit();
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      await work();
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
