import type { Floor } from '../floor';
import { CutAllLinks } from './application/cut-all-links';
import { ExternalAccountSubject } from './application/external-account-subject';
import { ExternalAccounts } from './application/external-accounts';
import { GiveLinkToken } from './application/give-link-token';
import { GiveUpWhatsApp } from './application/give-up-whatsapp';
import { LinkTelegram } from './application/link-telegram';
import { ProveByMessage } from './application/prove-by-message';
import { SealedGrants } from './application/sealed-grants';
import { UnlinkAccount } from './application/unlink-account';
import { VerifyWhatsApp } from './application/verify-whatsapp';
import { WhatsAppProofSubject } from './application/whatsapp-proof-subject';
import { WhatsAppProofs } from './application/whatsapp-proofs';
import { EndedGrantEntity } from './persistence/ended-grant.entity';
import { EndedGrantRepository } from './persistence/ended-grant.repository';
import { ExternalAccountEntity } from './persistence/external-account.entity';
import { ExternalAccountRepository } from './persistence/external-account.repository';
import { LinkTokenEntity } from './persistence/link-token.entity';
import { LinkTokenRepository } from './persistence/link-token.repository';
import { WhatsAppProofEntity } from './persistence/whatsapp-proof.entity';
import { WhatsAppProofRepository } from './persistence/whatsapp-proof.repository';

/**
 * Where a member is known by another name, with the proof: Telegram, Discord, WhatsApp. What asks a vendor stands
 * in the http and jobs modules, which are composed with vendors.
 */
export const linkingFloor: Floor = {
  entities: [EndedGrantEntity, ExternalAccountEntity, LinkTokenEntity, WhatsAppProofEntity],
  inside: [
    CutAllLinks,
    EndedGrantRepository,
    ExternalAccountRepository,
    ExternalAccounts,
    GiveLinkToken,
    GiveUpWhatsApp,
    LinkTelegram,
    LinkTokenRepository,
    ProveByMessage,
    SealedGrants,
    UnlinkAccount,
    VerifyWhatsApp,
    WhatsAppProofRepository,
    WhatsAppProofs,
  ],
  door: [ExternalAccountSubject, WhatsAppProofSubject],
};
