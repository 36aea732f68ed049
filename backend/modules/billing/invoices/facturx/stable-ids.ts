import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

interface Named {
  element: PDFDict;
  ref: PDFRef;
}

/**
 * Gives the cells of tables identifiers of our own, in the order they are read. The browser takes its own
 * from a counter that never starts again, and two prints of one page would differ by nothing else.
 */
export function stabiliseIds(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!root) return;
  const elements = [...elementsOf(root)];
  const named = elements.filter(({ element }) => element.has(name('ID')));
  const newIds = new Map<string, string>();
  named.forEach(({ element }, index) => {
    const id = `cell${String(index + 1).padStart(5, '0')}`;
    newIds.set(String(element.get(name('ID'))), id);
    element.set(name('ID'), PDFString.of(id));
  });
  for (const { element } of elements) renameHeaders(element, newIds);
  const old = root.get(name('IDTree'));
  root.set(name('IDTree'), idTree(document, named));
  forget(document.context, old);
}

/** Every element of the structure, in reading order. */
function* elementsOf(parent: PDFDict): Generator<Named> {
  for (const kid of kidsOf(parent)) {
    if (!(kid instanceof PDFRef)) continue;
    const element = parent.context.lookup(kid);
    if (!(element instanceof PDFDict) || !element.has(name('S'))) continue;
    yield { element, ref: kid };
    yield* elementsOf(element);
  }
}

function kidsOf(parent: PDFDict): PDFObject[] {
  const kids = parent.get(name('K'));
  const found = kids instanceof PDFRef ? parent.context.lookup(kids) : kids;
  if (found instanceof PDFArray) return found.asArray();
  return kids ? [kids] : [];
}

/** A cell names the heads of its row and column. */
function renameHeaders(element: PDFDict, newIds: ReadonlyMap<string, string>): void {
  const attributes = element.lookup(name('A'));
  const dictionaries = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  for (const dictionary of dictionaries) {
    const headers = dictionary instanceof PDFDict && dictionary.lookup(name('Headers'));
    if (!(headers instanceof PDFArray)) continue;
    const renamed = headers.asArray().map((id) => newIds.get(String(id)) ?? '');
    renamed.forEach((id, index) => headers.set(index, PDFString.of(id)));
  }
}

/** One leaf: identifiers in order, each with its element. */
function idTree(document: PDFDocument, named: readonly Named[]): PDFRef {
  const { context } = document;
  const names = PDFArray.withContext(context);
  for (const { element, ref } of named) {
    names.push(element.get(name('ID')) ?? PDFString.of(''));
    names.push(ref);
  }
  const tree = context.obj({});
  tree.set(name('Names'), names);
  return context.register(tree);
}

/** What nothing points at any more would still be written into the file. */
function forget(context: PDFDocument['context'], node: PDFObject | undefined): void {
  if (!(node instanceof PDFRef)) return;
  const tree = context.lookup(node);
  const kids = tree instanceof PDFDict ? tree.lookupMaybe(name('Kids'), PDFArray) : undefined;
  for (const kid of kids?.asArray() ?? []) forget(context, kid);
  context.delete(node);
}
