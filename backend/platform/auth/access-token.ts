import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { roles, type Role } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { isUuid, type Uuid } from '@calmness/platform/ids';

/** Who is asking. */
export interface Identity {
  memberId: Uuid;
  sessionId: Uuid;
  roles: Role[];
  /** Set while one of the staff looks at the member's pages; then `sessionId` is the viewer's. */
  viewerId?: Uuid;
}

/** What a token proves, and until when. */
export interface Proof {
  identity: Identity;
  expiresAt: Date;
}

/** Fifteen minutes (api contract). */
export const accessTokenSeconds = 900;

const issuer = 'calmness';
const audience = 'calmness-api';

interface Claims {
  sub?: unknown;
  sid?: unknown;
  roles?: unknown;
  viewer?: unknown;
  exp?: unknown;
}

/** Signs and reads access tokens: HS256 alone, one issuer, one audience, keys named by `kid`. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  sign(identity: Identity): string {
    const key = this.config.keys.jwt.current();
    const issuedAt = Math.floor(this.clock.now().getTime() / 1_000);
    return this.jwt.sign(
      {
        sub: identity.memberId,
        sid: identity.sessionId,
        roles: identity.roles,
        ...(identity.viewerId && { viewer: identity.viewerId }),
        iss: issuer,
        aud: audience,
        iat: issuedAt,
        exp: issuedAt + accessTokenSeconds,
      },
      { secret: key.secret, algorithm: 'HS256', keyid: key.id },
    );
  }

  /** The identity a token proves; undefined for anything forged, expired or meant for others. */
  read(token: string): Identity | undefined {
    return this.prove(token)?.identity;
  }

  /** The same with its end, for whoever keeps a connection open; undefined as for `read`. */
  prove(token: string): Proof | undefined {
    try {
      const secret = this.config.keys.jwt.find(keyIdOf(token));
      if (!secret) return undefined;
      const claims = this.jwt.verify<Claims>(token, {
        secret,
        algorithms: ['HS256'],
        issuer,
        audience,
        clockTimestamp: Math.floor(this.clock.now().getTime() / 1_000),
      });
      const identity = toIdentity(claims);
      return identity && { identity, expiresAt: new Date(Number(claims.exp) * 1_000) };
    } catch {
      return undefined;
    }
  }
}

function keyIdOf(token: string): string {
  const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')) as {
    kid?: unknown;
  };
  return typeof header.kid === 'string' ? header.kid : '';
}

function toIdentity(claims: Claims): Identity | undefined {
  if (!isUuid(claims.sub) || !isUuid(claims.sid) || !Array.isArray(claims.roles)) return undefined;
  const held = roles.filter((role) => (claims.roles as unknown[]).includes(role));
  const identity = { memberId: claims.sub, sessionId: claims.sid, roles: held };
  if (claims.viewer === undefined) return identity;
  return isUuid(claims.viewer) ? { ...identity, viewerId: claims.viewer } : undefined;
}
