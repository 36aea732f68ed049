import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { avatarMaxBytes, avatarMediaTypes } from '@calmness/contracts';
import type { ProfileView } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { Features } from '../../core/session/features';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { profileTexts } from './accounts-texts';
import { ProfileStore } from './profile-store';

/** The member's picture, or his initials; it is drawn anew on the server, square and without its EXIF. */
@Component({
  selector: 'cal-profile-picture',
  imports: [FailureNote, MatButton, WaitButton],
  template: `
    @if (profile().avatar_url; as url) {
      <img class="face" [src]="url" alt="" width="96" height="96" />
    } @else {
      <span class="face" aria-hidden="true">{{ initials() }}</span>
    }
    @if (features.isOn('profile-photo')) {
      <div class="row">
        <button matButton="outlined" type="button" id="avatar" [calWaiting]="busy()" (click)="picker.click()">
          {{ t().picture.choose }}
        </button>
        @if (profile().avatar_url) {
          <button matButton="text" type="button" [disabled]="busy()" (click)="remove()">
            {{ t().picture.remove }}
          </button>
        }
      </div>
    }
    <input
      #picker
      class="visually-hidden"
      type="file"
      tabindex="-1"
      [attr.aria-label]="t().picture.choose"
      [accept]="accepted"
      (change)="choose($event)"
    />
    @if (failure(); as failure) {
      <cal-failure-note [failure]="failure" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
      justify-items: start;
    }
    .face {
      display: grid;
      place-items: center;
      width: 96px;
      height: 96px;
      border-radius: 50%;
      object-fit: cover;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      font-size: 1.75rem;
      font-weight: 700;
      text-transform: uppercase;
    }
  `,
})
export class ProfilePicture {
  readonly profile = input.required<ProfileView>();
  protected readonly features = inject(Features);
  private readonly store = inject(ProfileStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(profileTexts);
  protected readonly accepted = avatarMediaTypes.join(',');
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly initials = computed(
    () => `${this.profile().first_name.slice(0, 1)}${this.profile().last_name.slice(0, 1)}`,
  );

  protected async choose(event: Event): Promise<void> {
    const picker = event.target as HTMLInputElement;
    const file = picker.files?.[0];
    picker.value = '';
    if (!file) {
      return;
    }
    if (file.size > avatarMaxBytes) {
      this.toasts.show(this.t().picture.tooHeavy, { tone: 'error' });
      return;
    }
    await this.run(() => this.store.changePicture(file), this.t().picture.saved);
  }

  protected remove(): Promise<void> {
    return this.run(() => this.store.removePicture(), this.t().picture.removed);
  }

  private async run(work: () => Promise<void>, done: string): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      await work();
      this.toasts.show(done, { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
