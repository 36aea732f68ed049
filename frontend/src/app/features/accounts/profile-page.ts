import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { mdiCheckDecagramOutline, mdiPencilOutline } from '@mdi/js';
import { countryCodes, preferredAssetCodes } from '@calmness/contracts';
import type { CompletionStep } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Language } from '../../core/i18n/language';
import { Chip } from '../../ui/chip';
import { FailureNote } from '../../ui/failure-note';
import { Faces } from '../../ui/faces';
import { Control, Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { MissingFields } from '../../ui/missing-fields';
import { Note } from '../../ui/note';
import { PhoneControl } from '../../ui/phone-control';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { profileTexts } from './accounts-texts';
import { formOf, patchOf } from './profile-form';
import type { ProfileForm } from './profile-form';
import { ProfilePicture } from './profile-picture';
import { ProfileStore } from './profile-store';

const blank: ProfileForm = {
  first_name: '',
  last_name: '',
  phone: '',
  telegram_username: '',
  discord_username: '',
  whatsapp_number: '',
  country: '',
  city: '',
  bio: '',
  trading_experience: '',
  risk_tolerance: '',
  gender: '',
  age_range: '',
  timezone: 'Europe/Paris',
  locale: 'fr',
  assets: { forex: false, crypto: false, stocks: false, indices: false },
};

/** Where on this page a step is done. */
const fragments: Record<CompletionStep, string> = {
  email_verified: 'email',
  telegram_or_discord: 'telegram_username',
  whatsapp_number: 'whatsapp_number',
  phone: 'phone',
  country: 'country',
  city: 'city',
  avatar: 'avatar',
  trading_experience: 'trading_experience',
  risk_tolerance: 'risk_tolerance',
  preferred_assets: 'trading',
  bio: 'bio',
};

@Component({
  selector: 'cal-profile-page',
  imports: [
    Chip,
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    Icon,
    MatButton,
    MatProgressBar,
    MissingFields,
    Note,
    PageHeader,
    PhoneControl,
    ProfilePicture,
    RouterLink,
    WaitButton,
  ],
  providers: [ProfileStore],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.scss',
})
export class ProfilePage {
  protected readonly store = inject(ProfileStore);
  protected readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly query = inject(ActivatedRoute).snapshot;
  protected readonly t = useTexts(profileTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly submission = new Submission();
  protected readonly icons = { verified: mdiCheckDecagramOutline, edit: mdiPencilOutline };
  protected readonly assets = preferredAssetCodes;
  protected readonly fragments = fragments;
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly editing = signal(this.query.queryParamMap.get('edit') !== null);
  protected readonly proofSent = signal(false);

  /** Follows the server until somebody types. */
  private readonly model = linkedSignal<ProfileForm>(() => {
    const profile = this.store.profile();
    return profile ? formOf(profile) : blank;
  });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.first_name);
      maxLength(path.first_name, 80);
      required(path.last_name);
      maxLength(path.last_name, 80);
      maxLength(path.bio, 1_000);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );
  protected readonly countries = computed(() =>
    countryCodes
      .map((code) => ({ code, name: this.formats.country(code) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, this.language.locale())),
  );
  protected readonly choices = computed(() => {
    const list = <T extends string>(names: Record<T, string>): [string, string][] => Object.entries(names);
    const t = this.t();
    return {
      trading_experience: list(t.experience),
      risk_tolerance: list(t.risk),
      gender: list(t.genders),
      age_range: list(t.ages),
    };
  });

  constructor() {
    const field = this.query.fragment;
    const done = effect(() => {
      if (field && this.store.profile()) {
        setTimeout(() => document.getElementById(field)?.focus());
        done.destroy();
      }
    });
  }

  hasUnsavedChanges(): boolean {
    return this.editing() && this.fields().dirty();
  }

  /** The link also works on the page one is on: the form opens and the field gets the keyboard. */
  protected goTo(step: CompletionStep): void {
    this.editing.set(true);
    setTimeout(() => document.getElementById(fragments[step])?.focus());
  }

  protected edit(): void {
    this.editing.set(true);
  }

  protected cancel(): void {
    const profile = this.store.profile();
    if (profile) {
      this.model.set(formOf(profile));
    }
    this.fields().reset();
    this.submission.clear();
    this.editing.set(false);
  }

  protected async resendProof(email: string): Promise<void> {
    await this.store.resendProof(email);
    this.proofSent.set(true);
    this.toasts.show(this.t().proofSent, { tone: 'success' });
  }

  private async save(): Promise<void> {
    const version = this.store.profile()?.version ?? 0;
    const form = this.model();
    await this.store.save(patchOf(form, version));
    this.fields().reset();
    this.editing.set(false);
    if (form.locale === 'fr' || form.locale === 'en') {
      await this.language.choose(form.locale);
    }
    this.toasts.show(this.t().saved, { tone: 'success' });
  }
}
