import { Component, input, model } from '@angular/core';

export interface FilterChoice<T extends string> {
  value: T;
  label: string;
  count?: number;
}

let groups = 0;

/** A handful of filters, one at a time: radio buttons underneath, so arrows and screen readers just work. */
@Component({
  selector: 'cal-filter-tabs',
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ legend() }}</legend>
      @for (choice of choices(); track choice.value) {
        <label [class.on]="choice.value === value()">
          <input
            type="radio"
            class="visually-hidden"
            [name]="group"
            [value]="choice.value"
            [checked]="choice.value === value()"
            (change)="value.set(choice.value)"
          />
          {{ choice.label }}
          @if (choice.count !== undefined) {
            <span class="count">{{ choice.count }}</span>
          }
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 4px;
      padding: 4px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 14px;
      background: var(--mat-sys-surface-container-high);
    }
    label {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 36px;
      padding: 6px 14px;
      border-radius: 10px;
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.9375rem;
      font-weight: 500;
      line-height: 1.2;
      cursor: pointer;
      transition:
        background-color 140ms,
        color 140ms;
    }
    label:hover {
      color: var(--mat-sys-on-surface);
    }
    .on {
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      font-weight: 600;
    }
    .on:hover {
      color: var(--mat-sys-on-primary);
    }
    label:focus-within {
      outline: 2px solid var(--mat-sys-focus-inner);
      outline-offset: 2px;
    }
    .count {
      font-size: 0.8125rem;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class FilterTabs<T extends string> {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly FilterChoice<T>[]>();
  readonly value = model.required<T>();
  protected readonly group = `filter-${String(++groups)}`;
}
