import { Component, computed, inject, signal } from '@angular/core';
import {
  email,
  form,
  FormField,
  FormRoot,
  maxLength,
  minLength,
  required,
  validate,
} from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { locales } from '@calmness/contracts';
import type { Locale, RegisterRequest } from '@calmness/contracts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Language } from '../../core/i18n/language';
import { FailureNote } from '../../ui/failure-note';
import { Faces } from '../../ui/faces';
import { Control, Field } from '../../ui/field';
import { PasswordControl } from '../../ui/password-control';
import { TickField } from '../../ui/tick-field';
import { WaitButton } from '../../ui/wait-button';
import { doorTexts } from './accounts-texts';
import { DoorFrame } from './door-frame';
import { passwordMaxLength, passwordMinLength, PasswordRules } from './password-rules';
import { Registration } from './registration';

interface RegisterForm extends Omit<RegisterRequest, 'adult' | 'accepted_terms_version' | 'locale'> {
  locale: Locale;
  terms: boolean;
  adult: boolean;
}

@Component({
  selector: 'cal-register',
  imports: [
    Control,
    DoorFrame,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    PasswordControl,
    PasswordRules,
    RouterLink,
    TickField,
    WaitButton,
  ],
  providers: [Registration],
  templateUrl: './register.html',
})
export class Register {
  private readonly registration = inject(Registration);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = useTexts(doorTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly submission = new Submission();
  protected readonly locales = locales;
  protected readonly terms = this.registration.terms;
  private readonly termsView = valueOf(this.terms);
  protected readonly termsVersion = computed(() => this.termsView()?.accepted_terms_version ?? '');

  private readonly model = signal<RegisterForm>({
    first_name: '',
    last_name: '',
    email: '',
    password: '',
    locale: this.language.locale(),
    terms: false,
    adult: false,
  });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.first_name);
      maxLength(path.first_name, 80);
      required(path.last_name);
      maxLength(path.last_name, 80);
      required(path.email);
      email(path.email);
      required(path.password);
      minLength(path.password, passwordMinLength);
      maxLength(path.password, passwordMaxLength);
      validate(path.terms, ({ value }) => (value() ? undefined : { kind: 'must_be_true' }));
      validate(path.adult, ({ value }) => (value() ? undefined : { kind: 'must_be_true' }));
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.join()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async join(): Promise<void> {
    const { first_name, last_name, email: address, password, locale } = this.model();
    await this.registration.register({
      first_name,
      last_name,
      email: address,
      password,
      locale,
      accepted_terms_version: this.termsVersion(),
      adult: true,
    });
    await this.router.navigate(['/verify-email'], { queryParams: { email: address } });
  }
}
