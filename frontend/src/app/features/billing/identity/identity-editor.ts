import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { buyerKinds, countryCodes } from '@calmness/contracts';
import { Toasts } from '../../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../../core/forms/submission';
import { coreTexts } from '../../../core/i18n/core-texts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Formats } from '../../../core/i18n/formats';
import { Language } from '../../../core/i18n/language';
import { FailureNote } from '../../../ui/failure-note';
import { Control, Field } from '../../../ui/field';
import { WaitButton } from '../../../ui/wait-button';
import { blankIdentity, hasSiren, identityFormOf, identityWriteOf } from './identity-form';
import type { IdentityForm } from './identity-form';
import { IdentityStore } from './identity-store';
import { identityTexts } from './identity-texts';

/** Who is billed, being written down. */
@Component({
  selector: 'cal-identity-editor',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  templateUrl: './identity-editor.html',
  styleUrl: './identity-editor.scss',
})
export class IdentityEditor {
  protected readonly store = inject(IdentityStore);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  protected readonly t = useTexts(identityTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly submission = new Submission();
  protected readonly kinds = buyerKinds;

  private readonly model = linkedSignal<IdentityForm>(() => {
    const profile = this.store.profile();
    return profile ? identityFormOf(profile) : blankIdentity;
  });
  protected readonly company = computed(() => this.model().kind === 'company');
  protected readonly french = computed(() => hasSiren(this.model().country));

  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.name);
      maxLength(path.name, 200);
      required(path.country);
      required(path.address_lines, { when: () => this.company() });
      required(path.city, { when: () => this.company() });
      required(path.siren, { when: () => this.company() && this.french() });
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  /** France first: most members live there. */
  protected readonly countries = computed(() => {
    const named = countryCodes.map((code) => ({ code, name: this.formats.country(code) }));
    const sorted = named.toSorted((a, b) => a.name.localeCompare(b.name, this.language.locale()));
    return [...sorted.filter(({ code }) => code === 'FR'), ...sorted.filter(({ code }) => code !== 'FR')];
  });

  hasUnsavedChanges(): boolean {
    return this.fields().dirty();
  }

  private async save(): Promise<void> {
    await this.store.save(identityWriteOf(this.model(), this.store.profile()?.version ?? 0));
    this.fields().reset();
    this.toasts.show(this.t().saved, { tone: 'success' });
  }
}
