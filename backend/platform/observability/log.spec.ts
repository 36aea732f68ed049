import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '@calmness/platform/config';
import { Log } from './log';
import { withCorrelation } from './request-context';

describe('the log', () => {
  afterEach(() => vi.restoreAllMocks());

  it('hides secrets wherever they hang, and carries the correlation id', () => {
    const written: string[] = [];
    const sink = { write: (line: string) => written.push(line) };
    const log = new Log({ logLevel: 'info' } as Config, sink);
    withCorrelation('abc-1', () =>
      log.info('signed in', {
        password: 'one-secret',
        body: { token: 'two-secret', deep: { iban: 'three-secret' } },
        headers: { authorization: 'Bearer four-secret', cookie: 'five-secret' },
        memberId: 'm-1',
      }),
    );
    expect(written.join('')).not.toMatch(/-secret/);
    expect(JSON.parse(written[0] ?? '{}')).toMatchObject({
      correlation_id: 'abc-1',
      memberId: 'm-1',
      msg: 'signed in',
    });
  });
});
