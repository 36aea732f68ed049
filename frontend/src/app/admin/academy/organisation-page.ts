import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { weekDays } from '@calmness/contracts';
import type { OrganisationView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { PageHeader } from '../../ui/page-header';
import { PhoneControl } from '../../ui/phone-control';
import { WaitButton } from '../../ui/wait-button';
import { academyTexts } from './academy-texts';
import { BannerCard } from './banner-card';
import { organisationFormOf, organisationWriteOf } from './organisation-form';

const url = '/api/admin/organisation';

/** The academy's own settings, and the sentence on top of every page. */
@Component({
  selector: 'cal-organisation-page',
  imports: [
    BannerCard,
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    PageHeader,
    PhoneControl,
    WaitButton,
  ],
  templateUrl: './organisation-page.html',
  styles: `
    form {
      display: grid;
      gap: 18px;
    }
  `,
})
export class OrganisationPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly texts = useTexts(academyTexts);
  protected readonly t = computed(() => this.texts().organisation);
  protected readonly words = useTexts(coreTexts);
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly days = weekDays;
  protected readonly answer = httpResource<OrganisationView>(() => url);
  private readonly view = valueOf(this.answer);
  protected readonly submission = new Submission();
  private readonly model = linkedSignal(() => organisationFormOf(this.view()));
  protected readonly fields = form(
    this.model,
    (path) => {
      maxLength(path.address, 300);
      required(path.grace_hours);
      validate(path.grace_hours, ({ value }) => {
        const hours = Number(value());
        return Number.isInteger(hours) && hours >= 0 && hours <= 72 ? undefined : { kind: 'too_large' };
      });
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
    const body = organisationWriteOf(this.model(), this.view()?.version ?? 0);
    this.answer.set(await firstValueFrom(this.http.put<OrganisationView>(url, body)));
    this.fields().reset();
    this.toasts.show(this.t().saved, { tone: 'success' });
  }
}
