import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { WalletSection, type WalletPart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { errorFields, Log } from '@calmness/platform/observability';
import { WalletDto } from './wallet.dto';

export const walletSections = Symbol('wallet sections');

/** Puts the domains' sections into one statement; one that fails is absent, the others stand. */
@Injectable()
export class WalletComposer {
  constructor(
    @Inject(walletSections) private readonly sections: readonly WalletSection[],
    private readonly log: Log,
  ) {}

  async compose(memberId: Uuid): Promise<WalletPart> {
    const parts = await Promise.all(this.sections.map((section) => this.ask(section, memberId)));
    return Object.assign({}, ...parts) as WalletPart;
  }

  private async ask(section: WalletSection, memberId: Uuid): Promise<WalletPart> {
    try {
      return await section.read(memberId);
    } catch (error) {
      this.log.error('wallet section failed', { section: section.name, ...errorFields(error) });
      return {};
    }
  }
}

@ApiTags('billing')
@ApiBearerAuth()
@Controller('auth/user/wallet')
export class WalletController {
  constructor(private readonly composer: WalletComposer) {}

  /** What the academy owes the member, and what it gave back. */
  @Get()
  @ApiOkResponse({ type: WalletDto })
  async read(@CurrentMember() { memberId }: Identity): Promise<WalletDto> {
    return { sections: await this.composer.compose(memberId) };
  }
}
