import { Module, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GeoModule } from '@calmness/platform/geo';
import { accessFloor } from './access/access.floor';
import { AccountsDashboardSlice } from './application/accounts-dashboard-slice';
import { AccountsDemoData } from './application/accounts-demo-data';
import { AccountsReferenceData } from './application/accounts-reference-data';
import { DemoPeople } from './application/demo-people';
import { directoryFloor } from './directory/directory.floor';
import type { Floor } from './floor';
import { legalFloor } from './legal/legal.floor';
import { linkingFloor } from './linking/linking.floor';
import { privacyFloor } from './privacy/privacy.floor';
import { profileFloor } from './profile/profile.floor';
import { settingsFloor } from './settings/settings.floor';

const floors: readonly Floor[] = [
  accessFloor,
  directoryFloor,
  legalFloor,
  linkingFloor,
  privacyFloor,
  profileFloor,
  settingsFloor,
];
const every = (room: keyof Floor): Type[] => floors.flatMap((floor) => [...floor[room]]);

/** What concerns all floors. */
const house = [AccountsDashboardSlice, AccountsDemoData, AccountsReferenceData, DemoPeople];

/** People: use cases and persistence of every floor, for all processes. */
@Module({
  imports: [TypeOrmModule.forFeature(every('entities')), GeoModule],
  providers: [...every('inside'), ...every('door'), ...house],
  exports: [...every('inside'), ...every('door'), ...house],
})
export class AccountsModule {}
