import { Global, Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { SubjectSources, type SubjectSource } from './subject-source';

/** The composition root lists the sources; whoever renders asks the one registry. */
@Global()
@Module({})
export class SubjectsModule {
  static of(composition: {
    imports: NonNullable<ModuleMetadata['imports']>;
    sources: Type<SubjectSource>[];
  }): DynamicModule {
    return {
      module: SubjectsModule,
      imports: composition.imports,
      providers: [
        {
          provide: SubjectSources,
          inject: composition.sources,
          useFactory: (...sources: SubjectSource[]) => new SubjectSources(sources),
        },
      ],
      exports: [SubjectSources],
    };
  }
}
