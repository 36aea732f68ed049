import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsPhoneNumber,
  IsString,
  IsTimeZone,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { weekDays, type OpeningHours, type OrganisationView, type WeekDay } from '@calmness/contracts';
import { Clearable, PhoneInput } from '../../http/text-input';

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const twoShiftsADay = 14;

class OpeningHoursDto implements OpeningHours {
  @ApiProperty({ enum: weekDays }) @IsIn(weekDays) day!: WeekDay;
  @ApiProperty({ example: '09:00' }) @Matches(wallTime) opens!: string;
  @ApiProperty({ example: '18:30' }) @Matches(wallTime) closes!: string;
}

export class OrganisationDto implements OrganisationView {
  @ApiProperty({ description: 'IANA zone' })
  @IsTimeZone()
  timezone!: string;

  @ApiProperty({ type: String, nullable: true })
  @Clearable()
  @IsOptional()
  @IsEmail()
  contact_email!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'E.164' })
  @PhoneInput()
  @IsOptional()
  @IsPhoneNumber()
  contact_phone!: string | null;

  @ApiProperty({ type: String, nullable: true, maxLength: 300 })
  @Clearable()
  @IsOptional()
  @IsString()
  @MaxLength(300)
  address!: string | null;

  @ApiProperty({ type: [OpeningHoursDto], description: 'a day that is not listed is closed' })
  @IsArray()
  @ArrayMaxSize(twoShiftsADay)
  @ValidateNested({ each: true })
  @Type(() => OpeningHoursDto)
  opening_hours!: OpeningHoursDto[];

  @ApiProperty({ minimum: 0, maximum: 72, description: 'hours in the channels after the end of the access' })
  @IsInt()
  @Min(0)
  @Max(72)
  grace_hours!: number;

  @ApiProperty({ description: 'the version that was read; zero before the first save' })
  @IsInt()
  @Min(0)
  version!: number;
}
