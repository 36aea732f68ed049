import { Component, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FieldTree } from '@angular/forms/signals';
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Control, Field } from './field';
import { Icon } from './icon';

/** A password one may paste, let a manager fill, and look at. Lives inside `<cal-field>`. */
@Component({
  selector: 'cal-password-control',
  imports: [Control, FormField, Icon],
  template: `
    <input
      calControl
      [type]="shown() ? 'text' : 'password'"
      [formField]="of()"
      [attr.autocomplete]="autocomplete()"
      spellcheck="false"
      autocapitalize="off"
    />
    <button
      type="button"
      [attr.aria-pressed]="shown()"
      [attr.aria-label]="t().forms.showPassword"
      (click)="shown.set(!shown())"
    >
      <cal-icon [path]="shown() ? hideIcon : showIcon" />
    </button>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
    }
    input {
      padding-right: 52px;
    }
    button {
      position: absolute;
      inset: 4px 4px 4px auto;
      display: grid;
      place-items: center;
      width: 40px;
      border: 0;
      border-radius: 9px;
      background: none;
      color: var(--mat-sys-on-surface-variant);
      cursor: pointer;
    }
    button:hover {
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class PasswordControl {
  readonly of = input.required<FieldTree<string>>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  protected readonly field = inject(Field);
  protected readonly t = useTexts(coreTexts);
  protected readonly shown = signal(false);
  protected readonly showIcon = mdiEyeOutline;
  protected readonly hideIcon = mdiEyeOffOutline;
}
