import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsUrl, Matches, MaxLength, ValidateNested } from 'class-validator';
import type {
  PushKey,
  PushSubscriptionList,
  PushSubscriptionView,
  PushSubscriptionWrite,
} from '@calmness/contracts';

export class PushKeyDto implements PushKey {
  @ApiProperty({ type: String, nullable: true, description: 'VAPID, base64url; null while push is off' })
  public_key!: string | null;
}

/** An uncompressed point of P-256, and sixteen bytes (RFC 8291), as browsers write them. */
const publicKey = /^[A-Za-z0-9_-]{87}=?$/;
const secret = /^[A-Za-z0-9_-]{22}={0,2}$/;

class PushKeysDto {
  @ApiProperty({ pattern: publicKey.source }) @Matches(publicKey) p256dh!: string;
  @ApiProperty({ pattern: secret.source }) @Matches(secret) auth!: string;
}

export class PushSubscriptionWriteDto implements PushSubscriptionWrite {
  @ApiProperty({ description: 'https, of a public push service' })
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(2_000)
  endpoint!: string;
  @ApiProperty({ type: PushKeysDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => PushKeysDto)
  keys!: PushKeysDto;
}

export class PushSubscriptionDto implements PushSubscriptionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'browser and system' }) device!: string;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ description: 'SHA-256 of the endpoint, base64url' }) endpoint_hash!: string;
}

export class PushSubscriptionListDto implements PushSubscriptionList {
  @ApiProperty({ type: [PushSubscriptionDto] }) push_subscriptions!: PushSubscriptionDto[];
}
