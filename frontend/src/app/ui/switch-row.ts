import { Component, input, output } from '@angular/core';

/** One switch with its sentence: a checkbox underneath, shown as a switch. */
@Component({
  selector: 'cal-switch-row',
  template: `
    <label [attr.for]="name()">{{ label() }}</label>
    <p class="muted" [id]="name() + '-hint'">{{ hint() }}</p>
    <input
      type="checkbox"
      role="switch"
      [id]="name()"
      [checked]="on()"
      [disabled]="disabled()"
      [attr.aria-describedby]="name() + '-hint'"
      (change)="turn($event)"
    />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px 16px;
      align-items: center;
      padding: 12px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    label {
      font-weight: 600;
      font-size: 0.9375rem;
    }
    p {
      grid-row: 2;
      font-size: 0.875rem;
    }
    input {
      grid-row: 1 / span 2;
      grid-column: 2;
      appearance: none;
      position: relative;
      width: 48px;
      height: 28px;
      margin: 0;
      border: 2px solid var(--mat-sys-outline);
      border-radius: 999px;
      background: var(--mat-sys-surface-container-high);
      cursor: pointer;
    }
    input::after {
      content: '';
      position: absolute;
      top: 4px;
      left: 4px;
      width: 16px;
      height: 16px;
      border-radius: 50%;
      background: var(--mat-sys-outline);
      transition: transform 140ms;
    }
    input:checked {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary);
    }
    input:checked::after {
      background: var(--mat-sys-on-primary);
      transform: translateX(20px);
    }
    input:disabled {
      opacity: 0.55;
      cursor: not-allowed;
    }
  `,
})
export class SwitchRow {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly on = input.required<boolean>();
  readonly disabled = input(false);
  readonly turned = output<boolean>();

  protected turn(event: Event): void {
    this.turned.emit((event.target as HTMLInputElement).checked);
  }
}
