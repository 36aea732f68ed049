export { ProblemFilter } from './problem.filter';
export { toProblem } from './problem';
export { assertStorable, createValidationPipe, IdPipe } from './validation';
export { cursorAt, cursorOf, idFromCursor, PageQuery } from './paging';
export { HttpModule } from './http.module';
export { createHttpApplication } from './http-application';
export { createOpenApiDocument, serveOpenApi } from './openapi';
