import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { FileStorage } from './file-storage';
import { FilesController } from './files.controller';
import { LocalFileStorage } from './local-file-storage';
import { SignedFileUrls } from './signed-url';
import { StoredFiles } from './stored-files';

@Global()
@Module({
  providers: [
    {
      provide: FileStorage,
      inject: [Config],
      useFactory: (config: Config) => new LocalFileStorage(join(config.dataDir, 'files')),
    },
    StoredFiles,
    SignedFileUrls,
  ],
  exports: [StoredFiles, SignedFileUrls],
})
export class FilesModule {}

@Module({ controllers: [FilesController] })
export class FilesHttpModule {}
