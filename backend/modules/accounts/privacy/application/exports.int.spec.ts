import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonalExport } from '@calmness/platform/composition';
import { UnitOfWork } from '@calmness/platform/database';
import { StoredFiles } from '@calmness/platform/files';
import { newId, type Uuid } from '@calmness/platform/ids';
import { readZip, startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import { OtherDomain, personalDataWith } from '../../testing/other-domain';
import { clearPeople, countEvents, registered } from '../../testing/people';
import { BuildExports } from './build-exports';
import { ExpireExports } from './expire-exports';
import { ReadExport, type ExportProgress } from './read-export';
import { RequestExport } from './request-export';
import { WriteArchive } from './write-archive';

describe('the archive of a member', () => {
  let context: TestContext;
  let memberId: Uuid;
  const other = new OtherDomain();

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, personalDataWith(other)],
      providers: [BuildExports, ExpireExports, WriteArchive],
      composesPersonalData: true,
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    rmSync(join(context.config.dataDir, 'files/accounts'), { recursive: true, force: true });
    context.clock.set('2026-11-20T09:00:00Z');
    other.reset();
    memberId = (await registered(context)).id;
  });

  const request = () => context.get(RequestExport).execute(memberId);
  const build = () => context.get(BuildExports).execute();
  const newest = async (): Promise<ExportProgress> => {
    const found = await context.get(ReadExport).execute(memberId);
    if (!found) throw new Error('Nothing was asked for');
    return found;
  };
  const archives = (): string[] => {
    try {
      return readdirSync(join(context.config.dataDir, 'files/accounts'));
    } catch {
      return [];
    }
  };
  const contents = async (): Promise<Map<string, string>> => {
    const { fileId } = await newest();
    if (!fileId) throw new Error('The archive is not ready');
    const { bytes } = await context.get(StoredFiles).read(fileId);
    return new Map([...readZip(bytes)].map(([name, content]) => [name, content.toString('utf8')]));
  };

  it('holds the account as JSON and as CSV, and no secret', async () => {
    await request();
    await build();
    const files = await contents();
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['LISEZ-MOI.txt', 'accounts/member.json', 'accounts/member.csv']),
    );
    const [member] = JSON.parse(files.get('accounts/member.json') ?? '') as Record<string, unknown>[];
    expect(member).toMatchObject({ email: 'awa@example.fr', first_name: 'Awa', preferred_assets: [] });
    expect(files.get('accounts/member.csv')).toMatch(/^\uFEFFid;email;/);
    const all = [...files.values()].join('\n');
    const [row] = await context.dataSource.query<{ password_hash: string }[]>(
      'SELECT password_hash FROM accounts.member',
    );
    expect(all).not.toContain(row?.password_hash);
    expect(all).not.toMatch(/\$argon2|[0-9a-f]{64}/);
  });

  it('leaves no formula a spreadsheet would run, and no name that leaves its folder', async () => {
    const files = context.get(StoredFiles);
    const draft = await files.draft('other', 'x', 'text/plain', Buffer.from('é œ €'));
    await context.get(UnitOfWork).run((tx) => files.keep(tx, draft));
    other.answer = () =>
      Promise.resolve({
        tables: [{ name: 'note', rows: [{ at: '2026-11-20', text: '=HYPERLINK("http://x")' }] }],
        files: [{ fileId: draft.id, name: '../../etc/passwd' }],
      });
    await request();
    await build();
    const found = await contents();
    expect(found.get('other/note.csv')).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(found.get('other/files/-..-etc-passwd')).toBe('é œ €');
  });

  it('tells how far it is, in rows and files', async () => {
    other.answer = () =>
      Promise.resolve({ tables: [{ name: 'note', rows: [{ n: 1 }, { n: 2 }, { n: 3 }] }], files: [] });
    await request();
    await build();
    const { parts, state, expiresAt } = await newest();
    expect(state).toBe('ready');
    expect(expiresAt).toEqual(new Date('2026-11-27T09:00:00Z'));
    expect(parts.find(({ module }) => module === 'other')).toEqual({
      module: 'other',
      rowsTotal: 3,
      rowsDone: 3,
    });
    for (const part of parts) expect(part.rowsDone).toBe(part.rowsTotal);
  });

  it('is under way once, however often it is asked for', async () => {
    const clicks = Array.from({ length: 10 }, () => request);
    await Promise.all(clicks.map((click) => click()));
    expect(await context.dataSource.query('SELECT 1 FROM accounts.data_export')).toHaveLength(1);
    expect(await countEvents(context.dataSource, 'accounts.export-requested')).toBe(1);
  });

  it('is built once by ten workers that claim at the same time', async () => {
    await request();
    await Promise.all(Array.from({ length: 10 }, build));
    expect(archives()).toHaveLength(1);
    expect(await countEvents(context.dataSource, 'accounts.export-ready')).toBe(1);
  });

  it('goes on after its worker died in the middle, and there is exactly one archive', async () => {
    let wakeUp: (answer: PersonalExport) => void = () => undefined;
    const asleep = new Promise<PersonalExport>((resolve) => (wakeUp = resolve));
    let asked: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (asked = resolve));
    other.answer = () => {
      asked();
      return asleep;
    };
    await request();
    const dead = build();
    await reached;
    other.answer = () => Promise.resolve({ tables: [{ name: 'note', rows: [{ n: 1 }] }], files: [] });
    await build();
    expect((await newest()).state).toBe('building');
    context.clock.advance({ seconds: 61 });
    await build();
    expect((await newest()).state).toBe('ready');
    const [archive] = archives();
    // The dead one wakes up after all: what it writes is nobody's.
    wakeUp({ tables: [{ name: 'note', rows: [{ n: 2 }] }], files: [] });
    await dead;
    expect(archives()).toEqual([archive]);
    expect((await contents()).get('other/note.json')).toContain('"n": 1');
    expect(await countEvents(context.dataSource, 'accounts.export-ready')).toBe(1);
  });

  it('removes what a killed worker left half written', async () => {
    await request();
    const { id: half } = await context
      .get(StoredFiles)
      .draft('accounts', 'half.zip', 'application/zip', Buffer.from('half'));
    await context.dataSource.query(
      `UPDATE accounts.data_export SET state = 'building', attempts = 1, claimed_until = $1, draft_id = $2`,
      [context.clock.now(), half],
    );
    await build();
    expect((await newest()).state).toBe('ready');
    expect(archives()).not.toContain(half);
    expect(archives()).toHaveLength(1);
  });

  it('is tried again later after a fault, and given up in the end', async () => {
    other.answer = () => Promise.reject(new Error('the domain is ill'));
    await request();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await build();
      context.clock.advance({ minutes: 10 });
    }
    expect((await newest()).state).toBe('failed');
    expect(archives()).toEqual([]);
    other.answer = () => Promise.resolve({ tables: [], files: [] });
    await request();
    await build();
    expect((await newest()).state).toBe('ready');
  });

  it('is deleted after seven days, and replaced by a newer one', async () => {
    await request();
    await build();
    context.clock.advance({ hours: 24 });
    await request();
    await build();
    await context.get(ExpireExports).execute();
    expect(archives()).toHaveLength(1);
    expect((await newest()).state).toBe('ready');
    context.clock.advance({ hours: 7 * 24 });
    await context.get(ExpireExports).execute();
    expect((await newest()).state).toBe('expired');
    expect(archives()).toEqual([]);
    expect(await context.dataSource.query('SELECT 1 FROM platform.stored_file')).toEqual([]);
  });

  it('refuses a second one in the table itself', async () => {
    await request();
    await expect(
      context.dataSource.query(
        `INSERT INTO accounts.data_export (id, member_id, state, requested_at, attempts, next_attempt_at)
         VALUES ($1, $2, 'queued', now(), 0, now())`,
        [newId(), memberId],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'data_export_one_running' } });
  });
});
