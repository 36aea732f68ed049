import { Directive, input } from '@angular/core';

/**
 * A table on wide screens, a list of cards under 600 px (`styles/_data-table.scss`). The roles are
 * spelled out because browsers drop a table's semantics once its display changes.
 */
@Directive({ selector: 'table[calTable]', host: { class: 'data-table', role: 'table' } })
export class DataTable {}

@Directive({ selector: 'thead[calRows], tbody[calRows]', host: { role: 'rowgroup' } })
export class DataRows {}

@Directive({ selector: 'tr[calRow]', host: { role: 'row' } })
export class DataRow {}

@Directive({ selector: 'th[calHead]', host: { role: 'columnheader', scope: 'col' } })
export class DataHead {}

/** Its label stands before the value when the row has become a card. */
@Directive({ selector: 'td[calCell]', host: { role: 'cell', '[attr.data-label]': 'calCell() || null' } })
export class DataCell {
  readonly calCell = input('');
}

export const dataTable = [DataTable, DataRows, DataRow, DataHead, DataCell] as const;
