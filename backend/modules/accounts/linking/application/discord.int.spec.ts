import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { DiscordGrantEnded } from '@calmness/platform/vendors/discord';
import { AccountsModule } from '../../accounts.module';
import { ContactBook } from '../../directory/application/contact-book';
import { FakeDiscord, fakeVendors, replacing } from '../../testing/fake-vendors';
import { clearPeople, countEvents, registered } from '../../testing/people';
import { EndDiscordGrants } from './end-discord-grants';
import { ExternalAccounts } from './external-accounts';
import { FinishDiscord, type DiscordReturn } from './finish-discord';
import { KeepDiscordGrants } from './keep-discord-grants';
import { ReadConnections } from './read-connections';
import { StartDiscord } from './start-discord';
import { UnlinkAccount } from './unlink-account';

const snowflake = '80351110224678912';

describe('a Discord account', () => {
  const vendors = fakeVendors();
  let discord: FakeDiscord;
  let context: TestContext;
  let awa: Uuid;
  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule],
      replace: replacing(vendors),
      providers: [EndDiscordGrants, FinishDiscord, KeepDiscordGrants, ReadConnections, StartDiscord],
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    discord = vendors.discord;
    Object.assign(discord, {
      enabled: true,
      failing: undefined,
      grantEndsAt: new Date('2026-11-27T09:00:00Z'),
    });
    for (const list of [discord.asked, discord.exchanged, discord.refreshed, discord.revoked])
      list.length = 0;
    discord.people.set('awa', { id: snowflake, username: 'awa.d' });
    discord.people.set('zoe', { id: '99', username: 'zoe' });
    awa = (await registered(context)).id;
  });

  const start = async (memberId = awa) => (await context.get(StartDiscord).execute(memberId)).state;
  const finish = (back: DiscordReturn) => context.get(FinishDiscord).execute(back);
  const connect = async (memberId = awa, code = 'awa') => {
    const state = await start(memberId);
    return finish({ state, cookie: state, code });
  };
  const contact = async (memberId = awa) => (await context.get(ContactBook).contactOf(memberId))?.discordId;
  const stateOf = async () =>
    (await context.get(ReadConnections).execute(awa)).accounts.map(({ state }) => state);
  const keep = () => context.get(KeepDiscordGrants).execute();
  const end = () => context.get(EndDiscordGrants).execute();
  const zoe = async () => (await registered(context, { email: 'zoe@example.fr' })).id;

  it('is linked when the browser that left comes back with a code, proven by PKCE', async () => {
    expect(await connect()).toBeUndefined();
    expect(await contact()).toBe(snowflake);
    expect(discord.asked[0]?.redirectUri).toBe('http://localhost:3000/api/community/discord/callback');
    const verifier = discord.exchanged[0]?.verifier ?? '';
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(discord.asked[0]?.challenge);
    expect(await countEvents(context.dataSource, 'accounts.external-account-linked')).toBe(1);
  });

  it('leaves no token readable at rest', async () => {
    await connect();
    const [dump] = await context.dataSource.query<{ text: string }[]>(
      `SELECT (SELECT json_agg(a) FROM accounts.external_account a)::text
           || (SELECT json_agg(t) FROM accounts.link_token t)::text
           || (SELECT json_agg(e) FROM platform.outbox_event e)::text AS text`,
    );
    expect(dump?.text).not.toMatch(/awa-(access|refresh)/);
    expect(dump?.text).not.toContain(discord.asked[0]?.state);
  });

  it('is not linked in another browser, by a used state or a late one', async () => {
    const state = await start();
    expect(await finish({ state, code: 'awa' })).toBe('expired');
    expect(await finish({ state, cookie: await start(), code: 'awa' })).toBe('expired');
    expect(await finish({ code: 'awa' })).toBe('expired');
    const late = await start();
    context.clock.advance({ minutes: 10 });
    expect(await finish({ state: late, cookie: late, code: 'awa' })).toBe('expired');
    const good = await start();
    const back = { state: good, cookie: good, code: 'awa' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => finish(back)));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(discord.exchanged).toHaveLength(1);
  });

  it('says in a word what went wrong', async () => {
    const leave = async (back: DiscordReturn) => {
      const state = await start();
      return finish({ state, cookie: state, ...back });
    };
    expect(await leave({ error: 'access_denied' })).toBe('cancelled');
    expect(await leave({ error: 'server_error' })).toBe('refused');
    expect(await leave({ code: 'nobody' })).toBe('refused');
    discord.failing = new Error('socket hang up');
    expect(await leave({ code: 'awa' })).toBe('unavailable');
    expect(await contact()).toBeNull();
  });

  it('of another member stays his, and what was granted in passing goes with what he granted', async () => {
    await connect();
    const other = await zoe();
    expect(await connect(other)).toBe('taken');
    expect([await contact(), await contact(other)]).toEqual([snowflake, null]);
    expect(await countEvents(context.dataSource, 'accounts.external-link-contested')).toBe(1);
    await end();
    // Discord would end what its owner granted as well.
    expect(discord.revoked).toEqual([]);
    expect(await context.dataSource.query('SELECT 1 FROM accounts.ended_grant')).toEqual([]);
  });

  it('is ended at Discord when the member lets it go, as soon as Discord answers', async () => {
    await connect();
    await context.get(UnlinkAccount).execute(awa, 'discord');
    expect(await contact()).toBeNull();
    discord.failing = new Error('socket hang up');
    await end();
    expect(discord.revoked).toEqual([]);
    discord.failing = undefined;
    context.clock.advance({ minutes: 5 });
    await end();
    await end();
    expect(discord.revoked).toEqual([expect.stringMatching(/^awa-refresh/)]);
    expect(await context.dataSource.query('SELECT 1 FROM accounts.ended_grant')).toEqual([]);
  });

  it('that is linked again keeps what it grants now: Discord ends all tokens of an account at once', async () => {
    await connect();
    await context.get(UnlinkAccount).execute(awa, 'discord');
    await connect();
    await end();
    expect(discord.revoked).toEqual([]);
    expect(await context.dataSource.query('SELECT 1 FROM accounts.ended_grant')).toEqual([]);
    await context.get(UnlinkAccount).execute(awa, 'discord');
    await connect(awa, 'zoe');
    await end();
    expect(discord.revoked).toEqual([expect.stringMatching(/^awa-refresh/)]);
  });

  it('is not linked when nothing can be written, which is a word as well, and the grant ends', async () => {
    const link = vi.spyOn(context.get(ExternalAccounts), 'link').mockRejectedValue(new Error('no database'));
    expect(await connect()).toBe('unavailable');
    expect(link).toHaveBeenCalledTimes(2);
    link.mockRestore();
    await end();
    expect(discord.revoked).toHaveLength(1);
  });

  it('is renewed in time by one worker, however many wake up', async () => {
    await connect();
    await keep();
    expect(discord.refreshed).toEqual([]);
    context.clock.set('2026-11-26T10:00:00Z');
    discord.grantEndsAt = new Date('2026-12-03T10:00:00Z');
    await Promise.all(Array.from({ length: 5 }, () => keep()));
    expect(discord.refreshed).toHaveLength(1);
    expect(await stateOf()).toEqual(['active']);
  });

  it('waits while Discord is silent, and asks to be connected again once the grant ended', async () => {
    await connect();
    context.clock.set('2026-11-26T10:00:00Z');
    discord.failing = new Error('socket hang up');
    await keep();
    expect(await stateOf()).toEqual(['active']);
    discord.failing = new DiscordGrantEnded();
    context.clock.advance({ minutes: 5 });
    await keep();
    expect(await stateOf()).toEqual(['reauth_needed']);
    expect(await countEvents(context.dataSource, 'accounts.external-account-expired')).toBe(1);
    expect(await contact()).toBe(snowflake);
    discord.failing = undefined;
    expect(await connect()).toBeUndefined();
    expect(await stateOf()).toEqual(['active']);
  });

  it('is not offered while the academy has no Discord', async () => {
    discord.enabled = false;
    await expect(start()).rejects.toMatchObject({ code: 'accounts.channel-disabled' });
  });
});
