import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MemberRowDto } from '@calmness/accounts';
import {
  activityKinds,
  channelObstacles,
  type ChannelObstacle,
  type ChannelView,
  type QuietHoursText,
  deviceKinds,
  externalAccountStates,
  invoiceDocumentStates,
  linkedPlatforms,
  paymentStatuses,
  subscriptionStatuses,
  type ActivityKind,
  type BilingualText,
  type DeviceKind,
  type ExternalAccountState,
  type InvoiceDocumentState,
  type LinkedPlatform,
  type MemberCard,
  type MemberFileSections,
  type MemberFileView,
  type PaymentStatus,
  type SubscriptionStatus,
  deliveryStates,
  notificationCategories,
  notificationChannels,
  type ChannelStory,
  type DeliveryState,
  type NewsLine,
  type NotificationCategory,
  type NotificationChannel,
} from '@calmness/contracts';

class LockDto {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() reason!: string;
}

class MemberCardDto extends MemberRowDto implements MemberCard {
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
  @ApiProperty({ type: String, nullable: true }) telegram_username!: string | null;
  @ApiProperty({ type: String, nullable: true }) discord_username!: string | null;
  @ApiProperty({ type: String, nullable: true }) whatsapp_number!: string | null;
  @ApiProperty({ type: String, nullable: true }) country!: string | null;
  @ApiProperty({ type: String, nullable: true }) city!: string | null;
  @ApiProperty() locale!: string;
  @ApiProperty() timezone!: string;
  @ApiProperty({ type: String, nullable: true }) avatar_url!: string | null;
  @ApiProperty() initials!: string;
  @ApiProperty({ type: LockDto, nullable: true }) lock!: LockDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) erasure_at!: string | null;
  @ApiProperty({ type: [String] }) missing_fields!: string[];
  @ApiProperty() two_factor!: boolean;
  @ApiProperty() version!: number;
}

class BilingualDto implements BilingualText {
  @ApiProperty() fr!: string;
  @ApiProperty() en!: string;
}
class FileSessionDto {
  @ApiProperty({ enum: deviceKinds }) device!: DeviceKind;
  @ApiProperty({ type: String, nullable: true }) browser!: string | null;
  @ApiProperty({ type: String, nullable: true }) country!: string | null;
  @ApiProperty({ format: 'date-time' }) last_seen_at!: string;
}
class FileConnectionDto {
  @ApiProperty({ enum: [...linkedPlatforms, 'whatsapp'] }) channel!: LinkedPlatform | 'whatsapp';
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ format: 'date-time' }) since!: string;
  @ApiProperty({ enum: externalAccountStates }) state!: ExternalAccountState;
}
class FileActivityDto {
  @ApiProperty({ enum: activityKinds }) kind!: ActivityKind;
  @ApiProperty({ type: String, nullable: true }) subject!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: string;
}
class FileSubscriptionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: BilingualDto }) plan_name!: BilingualDto;
  @ApiProperty({ enum: subscriptionStatuses }) status!: SubscriptionStatus;
  @ApiProperty({ format: 'date' }) starts_on!: string;
  @ApiProperty({ format: 'date', description: 'exclusive' }) ends_on!: string;
}
class FilePaymentDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() reference!: string;
  @ApiProperty({ type: BilingualDto }) label!: BilingualDto;
  @ApiProperty({ enum: paymentStatuses }) status!: PaymentStatus;
  @ApiProperty() amount_cents!: number;
  @ApiProperty({ format: 'date-time' }) declared_at!: string;
}
class FileInvoiceDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) issue_date!: string;
  @ApiProperty() total_cents!: number;
  @ApiProperty({ enum: invoiceDocumentStates }) document!: InvoiceDocumentState;
}
class FileChannelStoryDto implements ChannelStory {
  @ApiProperty({ enum: notificationChannels }) channel!: NotificationChannel;
  @ApiProperty() decision!: string;
  @ApiProperty({ enum: deliveryStates, nullable: true }) state!: DeliveryState | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changed_at!: string | null;
}
class FileNewsDto implements NewsLine {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() announcement!: string;
  @ApiProperty({ enum: notificationCategories }) category!: NotificationCategory;
  @ApiProperty({ format: 'date-time' }) decided_at!: string;
  @ApiProperty({ type: [FileChannelStoryDto] }) channels!: FileChannelStoryDto[];
}

class FileCellDto {
  @ApiProperty({ enum: notificationCategories }) category!: NotificationCategory;
  @ApiProperty({ enum: notificationChannels }) channel!: NotificationChannel;
}
class FileQuietHoursDto implements QuietHoursText {
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty({ type: [Number] }) days!: number[];
}
class FileChannelDto implements ChannelView {
  @ApiProperty({ enum: notificationChannels }) channel!: NotificationChannel;
  @ApiProperty({ enum: channelObstacles, nullable: true }) obstacle!: ChannelObstacle | null;
}
class FileWishesDto {
  @ApiProperty({ type: [FileCellDto] }) refused!: FileCellDto[];
  @ApiProperty({ type: FileQuietHoursDto, nullable: true }) quiet_hours!: FileQuietHoursDto | null;
  @ApiProperty({ type: [FileChannelDto] }) channels!: FileChannelDto[];
}

class MemberFileSectionsDto implements MemberFileSections {
  @ApiPropertyOptional({ type: [FileSessionDto] }) sessions?: FileSessionDto[];
  @ApiPropertyOptional({ type: [FileConnectionDto] }) connections?: FileConnectionDto[];
  @ApiPropertyOptional({ type: [FileActivityDto] }) activity?: FileActivityDto[];
  @ApiPropertyOptional({ type: [FileSubscriptionDto] }) subscriptions?: FileSubscriptionDto[];
  @ApiPropertyOptional({ type: [FilePaymentDto] }) payments?: FilePaymentDto[];
  @ApiPropertyOptional({ type: [FileInvoiceDto] }) invoices?: FileInvoiceDto[];
  @ApiPropertyOptional({ type: [FileNewsDto] }) messages?: FileNewsDto[];
  @ApiPropertyOptional({ type: FileWishesDto }) wishes?: FileWishesDto;
}

export class MemberFileDto implements MemberFileView {
  @ApiProperty({ type: MemberCardDto }) member!: MemberCardDto;
  @ApiProperty({ type: MemberFileSectionsDto }) sections!: MemberFileSectionsDto;
}
