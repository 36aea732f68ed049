import type { Clock } from '@calmness/platform/clock';
import type { DiscordAppSettings } from '@calmness/platform/config';
import { faultReason, fetchJson } from '../transport-fault';
import { DiscordGrantEnded, DiscordOAuth, type DiscordGrant, type DiscordPerson } from './discord-oauth';

const scopes = 'identify guilds.join';
const answersWithinMs = 10_000;
const userAgent = 'DiscordBot (https://discord.com, 10)';

interface TokenAnswer {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
}

/** Discord's OAuth 2 over plain HTTP; secrets travel in bodies and headers, never in an address. */
export class DiscordHttpOAuth extends DiscordOAuth {
  readonly enabled = true;

  constructor(
    private readonly settings: DiscordAppSettings,
    private readonly clock: Clock,
    private readonly answersWithin = answersWithinMs,
  ) {
    super();
  }

  authorizeUrl({ state, challenge, redirectUri }: { state: string; challenge: string; redirectUri: string }) {
    // Browsers are sent beside the API: https://discord.com/oauth2/authorize.
    const url = new URL(`${this.settings.apiBase.replace(/\/api$/, '')}/oauth2/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: this.settings.clientId,
      scope: scopes,
      state,
      redirect_uri: redirectUri,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      prompt: 'consent',
    }).toString();
    return url.toString();
  }

  exchange({ code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string }) {
    return this.grant({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    });
  }

  refresh(refreshToken: string): Promise<DiscordGrant> {
    return this.grant({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  async identify(accessToken: string): Promise<DiscordPerson> {
    const { status, body } = await this.ask('/v10/users/@me', {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    if (status === 401) throw new DiscordGrantEnded('Discord refused the access token');
    if (status !== 200) throw new Error(`Discord: HTTP ${status}`);
    const { id, username } = body as DiscordPerson;
    return { id, username };
  }

  async revoke(token: string): Promise<void> {
    const { status, body } = await this.ask('/oauth2/token/revoke', this.form({ token }));
    const ended = status === 400 && (body as { error?: string }).error !== 'invalid_client';
    if (status !== 200 && !ended) throw new Error(`Discord: HTTP ${status}`);
  }

  private async grant(parameters: Record<string, string>): Promise<DiscordGrant> {
    const { status, body } = await this.ask('/oauth2/token', this.form(parameters));
    if ((body as { error?: string }).error === 'invalid_grant') {
      throw new DiscordGrantEnded('Discord does not know this grant any more');
    }
    if (status !== 200) throw new Error(`Discord: HTTP ${status}`);
    const answer = body as TokenAnswer;
    return {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token,
      expiresAt: new Date(this.clock.now().getTime() + answer.expires_in * 1_000),
      scopes: answer.scope.split(' '),
    };
  }

  private form(parameters: Record<string, string>): RequestInit {
    const { clientId, clientSecret } = this.settings;
    const body = new URLSearchParams({ ...parameters, client_id: clientId, client_secret: clientSecret });
    return { method: 'POST', body };
  }

  /** Errors name a code, never what was asked: a secret was in it. */
  private async ask(path: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
    const answer = fetchJson(`${this.settings.apiBase}${path}`, {
      ...init,
      headers: { 'User-Agent': userAgent, ...init.headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(this.answersWithin),
    }).then(async (response) => ({ status: response.status, body: await response.json() }));
    return answer.catch((error: unknown) => {
      throw new Error(`Discord did not answer: ${faultReason(error)}`);
    });
  }
}
