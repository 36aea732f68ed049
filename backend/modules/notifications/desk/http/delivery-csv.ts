import { stringify } from 'csv-stringify/sync';
import { deliveryCsvRows } from '@calmness/contracts';
import type { DeliveryEntity } from '../../delivery/persistence/delivery.entity';
import { outcomeOf } from '../domain/outcome';

const columns = [
  ...['id', 'created_at', 'channel', 'category', 'template', 'recipient_id', 'state', 'outcome', 'reason'],
  ...['attempts', 'accepted_at', 'closed_at', 'test'],
];
const format = { columns, delimiter: ';', escape_formulas: true } as const;

/**
 * One line after the other, for a spreadsheet: semicolons, a byte order mark, no cell that runs as a formula. `outcome`
 * is what the success rate counts it for; `test` lines are in no rate. Its last line says when there was more.
 */
export async function* deliveryCsv(
  deliveries: AsyncIterable<DeliveryEntity>,
  atMost: number = deliveryCsvRows,
): AsyncGenerator<string> {
  yield `\uFEFF${stringify([columns], { delimiter: ';' })}`;
  let given = 0;
  for await (const row of deliveries) {
    if (given >= atMost) {
      yield `Liste coupée à ${atMost} lignes : resserrez le filtre. / Cut at ${atMost} lines: narrow the filter.\n`;
      return;
    }
    given += 1;
    yield stringify([cellsOf(row)], format);
  }
}

function cellsOf(row: DeliveryEntity): Record<string, string | number> {
  const { id, channel, category, template, state, attempts } = row;
  return {
    ...{ id, channel, category, template, state, attempts },
    created_at: row.createdAt.toISOString(),
    recipient_id: row.recipientId,
    outcome: outcomeOf(channel, state),
    reason: row.lastReason ?? '',
    accepted_at: row.acceptedAt?.toISOString() ?? '',
    closed_at: row.closedAt?.toISOString() ?? '',
    test: String(row.test),
  };
}
