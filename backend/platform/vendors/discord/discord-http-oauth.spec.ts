import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestClock } from '@calmness/platform/testing';
import { proxyPage, startFakeVendor, type FakeVendor } from '../testing/fake-vendor';
import { DiscordHttpOAuth } from './discord-http-oauth';
import { DiscordGrantEnded } from './discord-oauth';

const settings = { clientId: '1300000000000000001', clientSecret: 'the-client-secret' };
const answer = { code: 'the-code', verifier: 'the-verifier', redirectUri: 'https://calmness.example/back' };
const tokens = { access_token: 'a', refresh_token: 'r', expires_in: 604_800, scope: 'identify guilds.join' };

describe("Discord's OAuth", () => {
  let discord: FakeVendor;
  let oauth: DiscordHttpOAuth;
  beforeEach(async () => {
    discord = await startFakeVendor();
    oauth = new DiscordHttpOAuth({ ...settings, apiBase: `${discord.url}/api` }, new TestClock(), 1_000);
  });
  afterEach(() => discord.close());
  const form = () => Object.fromEntries(new URLSearchParams(discord.heard.at(-1)?.text));

  it('sends people to Discord with a challenge and without a secret', () => {
    const url = new URL(
      new DiscordHttpOAuth({ ...settings, apiBase: 'https://discord.com/api' }, new TestClock()).authorizeUrl(
        {
          ...{ state: 's', challenge: 'c', redirectUri: answer.redirectUri },
        },
      ),
    );
    expect(url.origin + url.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ response_type: 'code', scope: 'identify guilds.join', state: 's', code_challenge: 'c' },
      ...{ code_challenge_method: 'S256', redirect_uri: answer.redirectUri, client_id: settings.clientId },
    });
    expect(url.toString()).not.toContain(settings.clientSecret);
  });

  it('exchanges a code with its verifier', async () => {
    discord.answers({ status: 200, json: tokens });
    expect(await oauth.exchange(answer)).toEqual({
      ...{ accessToken: 'a', refreshToken: 'r', scopes: ['identify', 'guilds.join'] },
      expiresAt: new Date('2026-11-27T09:00:00Z'),
    });
    expect(discord.heard[0]?.path).toBe('/api/oauth2/token');
    expect(form()).toEqual({
      ...{ grant_type: 'authorization_code', code: 'the-code', code_verifier: 'the-verifier' },
      ...{ redirect_uri: answer.redirectUri, client_id: settings.clientId },
      client_secret: settings.clientSecret,
    });
  });

  it('refreshes, and knows when the grant ended', async () => {
    discord.answers({ status: 200, json: tokens });
    expect((await oauth.refresh('r0')).refreshToken).toBe('r');
    expect(form()).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'r0' });
    discord.answers({ status: 400, json: { error: 'invalid_grant' } });
    await expect(oauth.refresh('r0')).rejects.toBeInstanceOf(DiscordGrantEnded);
    await expect(oauth.exchange(answer)).rejects.toBeInstanceOf(DiscordGrantEnded);
  });

  it('tells who it is', async () => {
    discord.answers({ status: 200, json: { id: '77', username: 'awa', email: 'not@asked.example' } });
    expect(await oauth.identify('a')).toEqual({ id: '77', username: 'awa' });
    expect(discord.heard[0]?.headers.authorization).toBe('Bearer a');
    discord.answers({ status: 401, json: { message: '401: Unauthorized', code: 0 } });
    await expect(oauth.identify('a')).rejects.toBeInstanceOf(DiscordGrantEnded);
  });

  it('ends a grant, also one that is gone', async () => {
    discord.answers({ status: 200, json: {} });
    await oauth.revoke('r');
    expect(form()).toMatchObject({ token: 'r' });
    discord.answers({ status: 400, json: { error: 'invalid_grant' } });
    await oauth.revoke('r');
    discord.answers(proxyPage(503));
    await expect(oauth.revoke('r')).rejects.toThrow('Discord did not answer');
  });

  it('never takes an outage for the end of a grant, nor lets a secret out with the error', async () => {
    for (const reaction of ['cut', 'silence', proxyPage(502), { status: 500, json: {} }] as const) {
      discord.answers(reaction);
      const failure = await oauth.refresh('the-refresh-token').catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(DiscordGrantEnded);
      expect(String(failure)).not.toMatch(/the-refresh-token|the-client-secret/);
    }
  });
});
