import { Component, computed, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FieldTree } from '@angular/forms/signals';
import { fieldMessage } from '../core/forms/field-message';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';

/** One check box with its sentence (projected, links allowed). */
@Component({
  selector: 'cal-tick-field',
  imports: [FormField],
  template: `
    <div class="line">
      <input
        type="checkbox"
        class="tick"
        [id]="name()"
        [formField]="of()"
        [attr.aria-describedby]="message() ? name() + '-error' : null"
        [attr.aria-invalid]="message() ? 'true' : null"
      />
      <label [attr.for]="name()"><ng-content /></label>
    </div>
    @if (message(); as words) {
      <p class="error" [id]="name() + '-error'">{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .line {
      display: flex;
      gap: 12px;
      align-items: flex-start;
    }
    label {
      min-height: 24px;
      font-size: 0.9375rem;
      line-height: 1.5;
    }
    .error {
      padding-left: 36px;
      font-size: 0.875rem;
      font-weight: 500;
      color: var(--mat-sys-error);
    }
  `,
})
export class TickField {
  readonly name = input.required<string>();
  readonly of = input.required<FieldTree<boolean>>();
  private readonly t = useTexts(coreTexts);
  protected readonly message = computed(() => fieldMessage(this.of(), this.t().fieldErrors));
}
