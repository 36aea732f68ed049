import type {
  ChannelOffReason,
  ConnectionsView,
  LinkedAccountView,
  LinkedPlatform,
} from '@calmness/contracts';
import type { Connections } from '../application/read-connections';
import { whatsAppCodeAttempts } from '../domain/whatsapp-code';

/** A member's connections as he reads them. */
export function presentConnections(connections: Connections): ConnectionsView {
  const { enabled, telegramLinkUntil, telegramTaken, whatsappNumber, proven, waiting } = connections;
  return {
    telegram: {
      off_because: offBecause(enabled.telegram),
      account: accountOf(connections, 'telegram'),
      pending: telegramLinkUntil && { expires_at: telegramLinkUntil.toISOString() },
      taken: telegramTaken,
    },
    discord: { off_because: offBecause(enabled.discord), account: accountOf(connections, 'discord') },
    whatsapp: {
      off_because: offBecause(enabled.whatsapp),
      number: whatsappNumber,
      verified_at: proven?.provenAt?.toISOString() ?? null,
      opted_in_at: proven?.optedInAt.toISOString() ?? null,
      pending: waiting && {
        number: waiting.number,
        expires_at: waiting.expiresAt.toISOString(),
        attempts_left: whatsAppCodeAttempts - waiting.attempts,
      },
    },
  };
}

function offBecause(enabled: boolean): ChannelOffReason | null {
  return enabled ? null : 'not_configured';
}

function accountOf({ accounts }: Connections, platform: LinkedPlatform): LinkedAccountView | null {
  const account = accounts.find((one) => one.platform === platform);
  if (!account) return null;
  const { username, linkedAt, state } = account;
  return { username, linked_at: linkedAt.toISOString(), state };
}
