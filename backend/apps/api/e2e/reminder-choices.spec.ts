import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reminderSwitches, type PreferencesView, type PreferencesWrite } from '@calmness/contracts';
import { Academy } from '@calmness/academy';
import { Caller } from './caller';

const path = '/notifications/preferences';

describe('the single reminders of a member', () => {
  let academy: Academy;
  let jean: Caller;
  beforeAll(async () => {
    academy = await Academy.open();
    jean = await Caller.as(academy, 'test@calmnessfi.com');
  });
  afterAll(() => academy.stop());

  const read = async () => (await jean.get<PreferencesView>(path)).body;
  const save = (body: PreferencesWrite | object) =>
    jean.send<PreferencesView>('PUT', path, JSON.stringify(body));

  it('are all told until he says no, and the cells stay as they are', async () => {
    const before = await read();
    expect(before.reminders).toEqual(reminderSwitches.map((key) => ({ key, enabled: true })));
    const choice = { cells: [], reminders: [{ key: 'loan.-1d', enabled: false }], version: before.version };
    const { status, body } = await save(choice);
    expect(status).toBe(200);
    expect(body.reminders.filter(({ enabled }) => !enabled)).toEqual([{ key: 'loan.-1d', enabled: false }]);
    expect(body.cells).toEqual(before.cells);
    expect(await read()).toEqual(body);
  });

  it('stay when a save leaves them out, and are saved by one of two that saw the same', async () => {
    const { version } = await read();
    expect((await save({ cells: [], version })).body.reminders).toContainEqual({
      ...{ key: 'loan.-1d', enabled: false },
    });
    expect((await save({ cells: [], reminders: [], version })).status).toBe(409);
  });

  it('are those that exist', async () => {
    const { version } = await read();
    const wrong = { cells: [], reminders: [{ key: 'loan.+1d', enabled: false }], version };
    expect((await save(wrong)).status).toBe(422);
  });
});
