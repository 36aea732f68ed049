import { describe, expect, it, vi } from 'vitest';
import type { Config } from '@calmness/platform/config';
import type { Log } from '@calmness/platform/observability';
import type { ListenToTelegram } from '../ingress/application/listen-to-telegram';
import { FakeTelegram } from '../testing/fakes';
import { TelegramEar } from './telegram-ear';

describe('the ear for Telegram', () => {
  it('takes back the address another run left before it asks, once', async () => {
    const telegram = new FakeTelegram();
    const took = vi.spyOn(telegram, 'stopListening');
    const execute = vi.fn<() => Promise<boolean>>().mockResolvedValue(false);
    execute.mockResolvedValueOnce(true).mockResolvedValueOnce(true);
    const config = { isProduction: false, publicBaseUrl: 'http://localhost:4200' } as Config;
    const log = { warn: vi.fn() };
    const ear = new TelegramEar(
      telegram,
      { execute } as unknown as ListenToTelegram,
      config,
      log as unknown as Log,
    );
    ear.onApplicationBootstrap();
    await expect.poll(() => execute.mock.calls.length).toBe(3);
    await ear.onApplicationShutdown();
    expect(took).toHaveBeenCalledOnce();
    expect(took.mock.invocationCallOrder[0]).toBeLessThan(execute.mock.invocationCallOrder[0] ?? 0);
    expect(log.warn).not.toHaveBeenCalled();
  });
});
