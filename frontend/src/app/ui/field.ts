import { Component, computed, Directive, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { mdiAlertCircleOutline } from '@mdi/js';
import { fieldMessage } from '../core/forms/field-message';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Icon } from './icon';

/** A label, a control, a hint and what is wrong, tied together for eyes and for screen readers. */
@Component({
  selector: 'cal-field',
  imports: [Icon],
  template: `
    <label [attr.for]="name()">
      {{ label() }}
      @if (optional()) {
        <span class="optional">{{ t().forms.optional }}</span>
      }
    </label>
    <ng-content />
    @if (hint()) {
      <p class="hint" [id]="name() + '-hint'">{{ hint() }}</p>
    }
    @if (message(); as words) {
      <p class="error" [id]="name() + '-error'"><cal-icon [path]="alertIcon" />{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 7px;
      align-content: start;
      min-width: 0;
    }
    label {
      font-size: 0.9375rem;
      font-weight: 600;
      color: var(--mat-sys-on-surface);
    }
    .optional {
      font-weight: 400;
      font-size: 0.8125rem;
      color: var(--mat-sys-muted);
    }
    .hint {
      font-size: 0.8125rem;
      line-height: 1.5;
      color: var(--mat-sys-muted);
    }
    .error {
      --icon-size: 16px;
      display: flex;
      align-items: flex-start;
      gap: 6px;
      font-size: 0.875rem;
      font-weight: 500;
      line-height: 1.45;
      color: var(--mat-sys-error);
    }
    .error cal-icon {
      margin-top: 2px;
    }
  `,
})
export class Field {
  /** The control's id: links such as `/user/profile#city` lead to it. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly optional = input(false);
  readonly of = input<FieldTree<unknown>>();
  protected readonly t = useTexts(coreTexts);
  protected readonly alertIcon = mdiAlertCircleOutline;

  readonly message = computed(() => {
    const field = this.of();
    return field && fieldMessage(field, this.t().fieldErrors);
  });

  readonly describedBy = computed(() => {
    const ids = [
      this.message() ? `${this.name()}-error` : '',
      this.hint() ? `${this.name()}-hint` : '',
    ].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : null;
  });
}

/** On the native control inside `<cal-field>`. */
@Directive({
  selector: '[calControl]',
  host: {
    class: 'control',
    '[id]': 'field.name()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.message() ? "true" : null',
  },
})
export class Control {
  protected readonly field = inject(Field);
}
