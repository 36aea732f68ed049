import { describe, expect, it } from 'vitest';
import { flagCatalogue, flagLevels, flags, type Flag, type FlagDefinition } from '@calmness/contracts';
import { isOn, lockedBy, planSays, type Switches } from './is-on';

const choices = [undefined, true, false];
const every: Switches[] = choices.flatMap((global) =>
  choices.flatMap((plan) => choices.map((member) => ({ global, plan, member }))),
);

describe('whether a feature is on', () => {
  it.each(flags)('of %s obeys the academy first, whatever plan and member say', (flag) => {
    expect(levelsOf(flag)).toContain('global');
    const switchedOff = every.filter(({ global }) => global === false);
    expect(switchedOff.map((switches) => isOn(flag, switches))).toEqual(switchedOff.map(() => false));
  });

  it.each([
    ['dashboard-activity', {}, true],
    ['dashboard-activity', { member: false }, false],
    ['dashboard-activity', { plan: false, member: true }, false],
    ['dashboard-activity', { global: false, plan: true, member: true }, false],
    ['dashboard-activity', { global: true, plan: true, member: true }, true],
    ['registration', {}, true],
    ['registration', { global: false }, false],
    // A level the flag does not have is not asked.
    ['registration', { plan: false, member: false }, true],
    ['analytics', { plan: false }, true],
    ['analytics', { member: false }, false],
  ] as const)('of %s with %o is %s', (flag, switches, on) => {
    expect(isOn(flag, switches)).toBe(on);
  });

  it.each([
    ['dashboard-activity', { global: false, plan: false }, 'academy'],
    ['dashboard-activity', { plan: false, member: false }, 'plan'],
    ['dashboard-activity', { member: false }, null],
    ['registration', { plan: false }, null],
  ] as const)('of %s with %o is locked by %s', (flag, switches, keeper) => {
    expect(lockedBy(flag, switches)).toBe(keeper);
  });

  it('of a plan is said by any plan that has it', () => {
    expect(planSays('dashboard-activity', [])).toBeUndefined();
    expect(planSays('dashboard-activity', [false])).toBe(false);
    expect(planSays('dashboard-activity', [false, undefined])).toBe(true);
    expect(planSays('dashboard-activity', [undefined])).toBe(true);
  });

  it('is asked level by level in the order of strength', () => {
    for (const flag of flags) {
      const order = levelsOf(flag).map((level) => flagLevels.indexOf(level));
      expect(order, flag).toEqual([...order].sort());
    }
  });
});

function levelsOf(flag: Flag): FlagDefinition['levels'] {
  return flagCatalogue[flag].levels;
}
