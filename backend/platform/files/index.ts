export { FileStorage } from './file-storage';
export { LocalFileStorage } from './local-file-storage';
export { StoredFiles, type FileDraft, type StoredFile } from './stored-files';
export { SignedFileUrls } from './signed-url';
export { FilesHttpModule, FilesModule } from './files.module';
