export { SubjectSource, SubjectSources, type SubjectDescription } from './subject-source';
export { SubjectsModule } from './subjects.module';
