import { describe, expect, it, vi } from 'vitest';
import { upcomingShown, type UpcomingEffect } from '@calmness/contracts';
import type { Clock } from '@calmness/platform/clock';
import { UpcomingEffects } from '@calmness/platform/composition';
import type { Log } from '@calmness/platform/observability';
import { RehearsalComposer } from './rehearsal.controller';

class Planned extends UpcomingEffects {
  constructor(
    readonly name: string,
    private readonly count: number,
  ) {
    super();
  }

  read(until: Date, limit: number): Promise<UpcomingEffect[]> {
    if (this.count < 0) return Promise.reject(new Error('down'));
    const effect: UpcomingEffect = { at: until.toISOString(), kind: 'reminder', who: this.name, why: '' };
    return Promise.resolve(Array.from({ length: Math.min(this.count, limit) }, () => effect));
  }
}

describe('the rehearsal', () => {
  const compose = (...sources: UpcomingEffects[]) =>
    new RehearsalComposer(
      sources,
      { now: () => new Date('2026-11-20T09:00:00Z') } as unknown as Clock,
      { error: vi.fn() } as unknown as Log,
    ).compose();

  it('names who plans more than it shows, and who could not say', async () => {
    const whole = new Planned('whole', upcomingShown);
    const { effects, cut, silent } = await compose(
      whole,
      new Planned('busy', upcomingShown + 1),
      new Planned('down', -1),
    );
    expect([cut, silent]).toEqual([['busy'], ['down']]);
    expect(effects.filter(({ who }) => who === 'busy')).toHaveLength(upcomingShown);
    expect(effects.filter(({ who }) => who === 'whole')).toHaveLength(upcomingShown);
  });
});
