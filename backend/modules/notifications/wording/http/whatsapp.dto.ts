import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import {
  locales,
  notificationCategories,
  whatsAppApprovals,
  whatsAppObstacles,
  type Locale,
  type NotificationCategory,
  type WhatsAppApproval,
  type WhatsAppConfiguration,
  type WhatsAppObstacle,
  type WhatsAppSender,
  type WhatsAppTemplateView,
  type WhatsAppTemplateWrite,
  type WordVariable,
} from '@calmness/contracts';

const contentSid = /^HX[0-9a-f]{32}$/;

export class WordVariableDto implements WordVariable {
  @ApiProperty() name!: string;
  @ApiProperty() sample!: string;
  @ApiProperty({ description: 'the words must name it' }) required!: boolean;
  @ApiProperty({ description: 'may be empty: its paragraph is left out then' }) optional!: boolean;
}

class SenderDto implements WhatsAppSender {
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ type: String, nullable: true }) sender_last4!: string | null;
  @ApiProperty({ description: 'Twilio’s shared test number' }) sandbox!: boolean;
}
class PreviewDto {
  @ApiProperty() title!: string;
  @ApiProperty() body!: string;
}
class TemplateDto implements WhatsAppTemplateView {
  @ApiProperty() announcement!: string;
  @ApiProperty({ enum: locales }) locale!: Locale;
  @ApiProperty({ enum: notificationCategories }) category!: NotificationCategory;
  @ApiProperty({ type: String, nullable: true }) content_sid!: string | null;
  @ApiProperty({ enum: whatsAppApprovals, nullable: true }) approval!: WhatsAppApproval | null;
  @ApiProperty({ type: [String] }) variables!: string[];
  @ApiProperty({ type: [WordVariableDto] }) known_variables!: WordVariableDto[];
  @ApiProperty({ type: PreviewDto }) preview!: PreviewDto;
  @ApiProperty({ enum: whatsAppObstacles, nullable: true }) obstacle!: WhatsAppObstacle | null;
  @ApiProperty({ description: 'members with a proven number who read this language' }) people!: number;
  @ApiProperty({ description: 'zero while there is none' }) version!: number;
}

export class WhatsAppConfigurationDto implements WhatsAppConfiguration {
  @ApiProperty({ type: SenderDto }) sender!: SenderDto;
  @ApiProperty({ type: [TemplateDto] }) templates!: TemplateDto[];
}

export class TemplateKeyParams {
  @ApiProperty() @IsString() @MaxLength(80) announcement!: string;
  @ApiProperty({ enum: locales }) @IsIn(locales) locale!: Locale;
}

export class TemplateVersionQuery {
  @ApiProperty({ description: 'the version that was read' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version!: number;
}

export class WhatsAppTemplateWriteDto implements WhatsAppTemplateWrite {
  @ApiProperty({ pattern: contentSid.source }) @IsString() @Matches(contentSid) content_sid!: string;
  @ApiProperty({ enum: whatsAppApprovals }) @IsIn(whatsAppApprovals) approval!: WhatsAppApproval;

  @ApiProperty({ type: [String], description: 'in the order of the placeholders' })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  variables!: string[];

  @ApiProperty({ description: 'the version that was read; zero for the first' })
  @IsInt()
  @Min(0)
  version!: number;
}
