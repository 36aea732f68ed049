export { SubjectSource, SubjectSources, type SubjectDescription, type SubjectLine } from './subject-source';
export { SubjectsModule } from './subjects.module';
