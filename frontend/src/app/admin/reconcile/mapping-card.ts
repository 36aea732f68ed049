import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, max, maxLength, min, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { statementDateFormats, statementDelimiters, statementEncodings } from '@calmness/contracts';
import type {
  BankMappingView,
  BankMappingWrite,
  StatementDateFormat,
  StatementDelimiter,
  StatementEncoding,
} from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { ReconcileStore } from './reconcile-store';
import { reconcileTexts } from './reconcile-texts';

const empty = {
  name: '',
  delimiter: ';' as StatementDelimiter,
  encoding: 'windows-1252' as StatementEncoding,
  decimal_comma: true,
  date_format: 'DD/MM/YYYY' as StatementDateFormat,
  skip_rows: 0,
  columns: { date: '', label: '', amount: '', debit: '', credit: '', reference: '', payer: '' },
};
type Draft = typeof empty;
const columnNames = ['date', 'label', 'amount', 'debit', 'credit', 'reference', 'payer'] as const;

/** Where a bank writes what: changed when it changes, added for another bank. */
@Component({
  selector: 'cal-mapping-card',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  templateUrl: './mapping-card.html',
  styles: `
    form {
      display: grid;
      gap: 14px 18px;
      padding-top: 14px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
      align-items: end;
    }
    .wide {
      grid-column: 1 / -1;
    }
    .tick {
      display: flex;
      gap: 10px;
    }
    button {
      width: fit-content;
    }
  `,
})
export class MappingCard {
  protected readonly store = inject(ReconcileStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(reconcileTexts);
  protected readonly sending = new Submission();
  protected readonly delimiters = statementDelimiters;
  protected readonly encodings = statementEncodings;
  protected readonly dateFormats = statementDateFormats;
  protected readonly columns = columnNames;
  private readonly pickedId = signal('');
  private readonly picked = computed(() => this.store.mappings().find(({ id }) => id === this.pickedId()));
  private readonly model = signal<Draft>(empty);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.name);
      maxLength(path.name, 80);
      min(path.skip_rows, 0);
      max(path.skip_rows, 50);
      required(path.columns.date);
      required(path.columns.label);
    },
    {
      submission: {
        action: (tree) => this.sending.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected pick(event: Event): void {
    this.pickedId.set((event.target as HTMLSelectElement).value);
    const mapping = this.picked();
    this.model.set(mapping ? draftOf(mapping) : empty);
  }

  private async save(): Promise<void> {
    await this.store.saveMapping(writeOf(this.model()), this.picked());
    this.toasts.show(this.t().mapping.saved, { tone: 'success' });
    this.pickedId.set('');
    this.model.set(empty);
  }
}

function draftOf({ columns, ...mapping }: BankMappingView): Draft {
  const { name, delimiter, encoding, decimal_comma, date_format, skip_rows } = mapping;
  const { date, label, amount, debit, credit, reference, payer } = columns;
  return {
    ...{ name, delimiter, encoding, decimal_comma, date_format, skip_rows },
    columns: {
      ...{ date, label: label.join('; '), amount: amount ?? '', debit: debit ?? '' },
      ...{ credit: credit ?? '', reference: reference ?? '', payer: payer ?? '' },
    },
  };
}

function writeOf({ columns, ...draft }: Draft): BankMappingWrite {
  const maybe = (name: string) => name.trim() || null;
  const { date, amount, debit, credit, reference, payer } = columns;
  const label = columns.label.split(';').flatMap((name) => name.trim() || []);
  return {
    ...draft,
    columns: {
      ...{ date: date.trim(), label, amount: maybe(amount), debit: maybe(debit) },
      ...{ credit: maybe(credit), reference: maybe(reference), payer: maybe(payer) },
    },
  };
}
