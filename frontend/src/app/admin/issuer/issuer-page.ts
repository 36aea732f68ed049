import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { email, form, FormField, FormRoot, pattern, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { IssuerView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { failureOf } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { TickField } from '../../ui/tick-field';
import { WaitButton } from '../../ui/wait-button';
import { centsOf } from '../plans/plan-form';
import { blankIssuer, issuerFormOf, issuerWriteOf } from './issuer-form';
import type { IssuerForm } from './issuer-form';
import { IssuerHistory } from './issuer-history';
import { issuerTexts } from './issuer-texts';

const url = '/api/admin/issuer';
const digits = (count: number) => new RegExp(`^\\s*(?:\\d\\s*){${String(count)}}$`);

/** Who sells: printed on every invoice from the next one on. */
@Component({
  selector: 'cal-issuer-page',
  imports: [
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    IssuerHistory,
    MatButton,
    Note,
    PageHeader,
    TickField,
    WaitButton,
  ],
  templateUrl: './issuer-page.html',
})
export class IssuerPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(issuerTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly submission = new Submission();
  protected readonly mayWrite = computed(() => this.session.may('billing.issuer-write'));

  protected readonly answer = httpResource<IssuerView>(() => url);
  /** An academy that has not written its identity yet is not a fault: the form is its first step. */
  protected readonly missing = computed(() => {
    const error = this.answer.error();
    return error !== undefined && failureOf(error).code === 'billing.issuer-missing';
  });
  protected readonly issuer = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));

  private readonly model = linkedSignal<IssuerForm>(() => {
    const issuer = this.issuer();
    return issuer ? issuerFormOf(issuer) : blankIssuer;
  });
  protected readonly fields = form(
    this.model,
    (path) => {
      for (const field of [path.legal_name, path.address_lines, path.postal_code, path.city, path.country]) {
        required(field);
      }
      pattern(path.siren, digits(9));
      required(path.siren);
      pattern(path.siret, digits(14));
      required(path.siret);
      required(path.email);
      email(path.email);
      required(path.training_granted_on, {
        when: ({ valueOf }) => valueOf(path.training_number).trim() !== '',
      });
      required(path.training_number, { when: ({ valueOf }) => valueOf(path.training_granted_on) !== '' });
      validate(path.capital_cents, ({ value }) =>
        !value().trim() || centsOf(value()) !== undefined ? undefined : { kind: 'invalid' },
      );
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  hasUnsavedChanges(): boolean {
    return this.fields().dirty();
  }

  private async save(): Promise<void> {
    const body = issuerWriteOf(this.model());
    const words = this.t().confirm;
    const agreed = await this.confirm.ask({ ...words, title: words.title(body.legal_name) });
    if (!agreed) {
      return;
    }
    await firstValueFrom(this.http.post<IssuerView>(url, body));
    this.fields().reset();
    this.answer.reload();
    this.toasts.show(this.t().saved, { tone: 'success' });
  }
}
