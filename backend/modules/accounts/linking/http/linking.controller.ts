import { Controller, Delete, Get, HttpCode, HttpStatus, Post, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiFoundResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentMember, Public, type Identity } from '@calmness/platform/auth';
import { FinishDiscord } from '../application/finish-discord';
import { OfferTelegramLink } from '../application/offer-telegram-link';
import { ReadConnections } from '../application/read-connections';
import { StartDiscord } from '../application/start-discord';
import { UnlinkAccount } from '../application/unlink-account';
import { telegramLinkMinutes } from '../domain/link-token';
import { ConnectionsDto, DiscordConnectDto, TelegramLinkDto } from './linking.dto';
import { presentConnections } from './linking.presenter';
import { StateCookie } from './state-cookie';

@ApiTags('accounts')
@Controller('community')
export class LinkingController {
  constructor(
    private readonly readConnections: ReadConnections,
    private readonly offerTelegramLink: OfferTelegramLink,
    private readonly startDiscord: StartDiscord,
    private readonly finishDiscord: FinishDiscord,
    private readonly unlinkAccount: UnlinkAccount,
    private readonly stateCookie: StateCookie,
  ) {}

  /** What is linked and since when, what waits, and why a channel cannot be linked. */
  @Get('connections')
  @ApiBearerAuth()
  @ApiOkResponse({ type: ConnectionsDto })
  async connections(@CurrentMember() { memberId }: Identity): Promise<ConnectionsDto> {
    return presentConnections(await this.readConnections.execute(memberId));
  }

  /** A link that opens the bot and says who the member is: fifteen minutes, once. */
  @Post('telegram/link')
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: TelegramLinkDto })
  async linkTelegram(@CurrentMember() { memberId }: Identity): Promise<TelegramLinkDto> {
    const { url, qrSvg, expiresAt } = await this.offerTelegramLink.execute(memberId);
    const seconds = telegramLinkMinutes * 60;
    return { url, qr_svg: qrSvg, expires_at: expiresAt.toISOString(), expires_in: seconds };
  }

  @Delete('telegram/link')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiBearerAuth()
  @ApiNoContentResponse()
  async unlinkTelegram(@CurrentMember() { memberId }: Identity): Promise<void> {
    await this.unlinkAccount.execute(memberId, 'telegram');
  }

  /** The browser goes to the answered address, and comes back to the callback. */
  @Post('discord/connect')
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: DiscordConnectDto })
  async connectDiscord(
    @CurrentMember() { memberId }: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiscordConnectDto> {
    const { authorizeUrl, state } = await this.startDiscord.execute(memberId);
    this.stateCookie.write(reply, state);
    return { authorize_url: authorizeUrl };
  }

  /** Where Discord sends the browser back to. The state says whose it is: a redirect carries no login. */
  @Public()
  @Get('discord/callback')
  @ApiQuery({ name: 'code', required: false })
  @ApiQuery({ name: 'state', required: false })
  @ApiQuery({ name: 'error', required: false })
  @ApiFoundResponse({ description: 'to /user/settings?linked=discord, or there with failed=' })
  async discordCallback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const failed = await this.finishDiscord.execute({
      code: textIn(request, 'code'),
      state: textIn(request, 'state'),
      error: textIn(request, 'error'),
      cookie: this.stateCookie.read(request),
    });
    this.stateCookie.clear(reply);
    await reply.redirect(
      `/user/settings?linked=discord${failed ? `&failed=${failed}` : ''}`,
      HttpStatus.FOUND,
    );
  }

  @Delete('discord')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiBearerAuth()
  @ApiNoContentResponse()
  async unlinkDiscord(@CurrentMember() { memberId }: Identity): Promise<void> {
    await this.unlinkAccount.execute(memberId, 'discord');
  }
}

/** Discord may add parameters of its own: what is not asked for is not looked at. */
function textIn(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
