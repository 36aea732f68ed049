import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { applyEach, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { mdiCheckCircleOutline, mdiPowerPlugOffOutline } from '@mdi/js';
import type { PaymentMethodList, PaymentMethodPatch, PaymentMethodView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Chip } from '../../ui/chip';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { PageHeader } from '../../ui/page-header';
import { TickField } from '../../ui/tick-field';
import { WaitButton } from '../../ui/wait-button';
import { adminTexts } from '../admin-texts';

const url = '/api/admin/payment-methods';

interface MethodForm {
  name_fr: string;
  name_en: string;
  instructions_fr: string;
  instructions_en: string;
  coordinates: { label_fr: string; label_en: string; value: string }[];
  active: boolean;
}
const blank: MethodForm = {
  name_fr: '',
  name_en: '',
  instructions_fr: '',
  instructions_en: '',
  coordinates: [],
  active: false,
};

function formOf(method: PaymentMethodView): MethodForm {
  return {
    name_fr: method.name.fr,
    name_en: method.name.en,
    instructions_fr: method.instructions.fr,
    instructions_en: method.instructions.en,
    coordinates: method.coordinates.map(({ label, value }) => ({
      label_fr: label.fr,
      label_en: label.en,
      value,
    })),
    active: method.active,
  };
}

function patchOf(model: MethodForm, version: number): PaymentMethodPatch {
  return {
    name: { fr: model.name_fr, en: model.name_en },
    instructions: { fr: model.instructions_fr, en: model.instructions_en },
    coordinates: model.coordinates.map(({ label_fr, label_en, value }) => ({
      label: { fr: label_fr, en: label_en },
      value,
    })),
    active: model.active,
    version,
  };
}

/** How members are told to pay: texts, coordinates, and whether a method is offered. */
@Component({
  selector: 'cal-admin-methods-page',
  imports: [
    Chip,
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    PageHeader,
    TickField,
    WaitButton,
  ],
  templateUrl: './methods-page.html',
})
export class AdminMethodsPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly submission = new Submission();
  protected readonly icons = { on: mdiCheckCircleOutline, off: mdiPowerPlugOffOutline };
  protected readonly list = httpResource<PaymentMethodList>(() => url);
  protected readonly methods = computed(() =>
    this.list.hasValue() ? this.list.value().payment_methods : [],
  );
  protected readonly edited = signal<PaymentMethodView | undefined>(undefined);

  private readonly model = signal<MethodForm>(blank);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.name_fr);
      required(path.name_en);
      applyEach(path.coordinates, (line) => {
        required(line.label_fr);
        required(line.label_en);
        required(line.value);
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
    return this.edited() !== undefined && this.fields().dirty();
  }

  protected edit(method: PaymentMethodView): void {
    this.submission.clear();
    this.model.set(formOf(method));
    this.fields().reset();
    this.edited.set(method);
  }

  protected close(): void {
    this.edited.set(undefined);
  }

  protected addCoordinate(): void {
    this.model.update((model) => ({
      ...model,
      coordinates: [...model.coordinates, { label_fr: '', label_en: '', value: '' }],
    }));
  }

  protected removeCoordinate(at: number): void {
    this.model.update((model) => ({
      ...model,
      coordinates: model.coordinates.filter((_, index) => index !== at),
    }));
  }

  private async save(): Promise<void> {
    const method = this.edited();
    if (!method) {
      return;
    }
    await firstValueFrom(this.http.patch(`${url}/${method.code}`, patchOf(this.model(), method.version)));
    this.close();
    this.list.reload();
    this.toasts.show(this.t().methods.saved, { tone: 'success' });
  }
}
