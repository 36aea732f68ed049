const columns = ['name', 'value', 'reference', 'ratio', 'note'];

/** Rows as aligned columns; figures to the right, so that they can be compared by eye. */
export function formatTable(rows) {
  const cells = [columns, ...rows.map((row) => columns.map((column) => formatCell(column, row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index].length)));
  const aligned = cells.map((line) =>
    line
      .map((text, index) => (isFigure(index) ? text.padStart(widths[index]) : text.padEnd(widths[index])))
      .join('  ')
      .trimEnd(),
  );
  return aligned.map((line) => `  ${line}`).join('\n');
}

const isFigure = (index) => index >= 1 && index <= 3;

function formatCell(column, value) {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'number') return String(value);
  if (column === 'ratio') return `${value.toFixed(2)}×`;
  return Number.isInteger(value) || Math.abs(value) >= 1_000
    ? Math.round(value).toLocaleString('en')
    : value.toFixed(2);
}
