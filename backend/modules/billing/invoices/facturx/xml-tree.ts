/** One kind of XML element: how a value of it is written under a name. */
export interface Field<T> {
  write(name: string, value: T): string;
}
type ValueOf<F> = F extends Field<infer T> ? T : never;
/** The values a field writes. */
export type TreeOf<F> = ValueOf<F>;
type Fields = Record<string, Field<never>>;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: undefined extends ValueOf<F[K]> ? K : never;
}[keyof F];
/** The values of an aggregate: what is optional may be left out, nothing may be added. */
export type Tree<F extends Fields> = { [K in Exclude<keyof F, OptionalKeys<F>>]: ValueOf<F[K]> } & {
  [K in OptionalKeys<F>]?: ValueOf<F[K]>;
};

/** Text of an element. */
export const text: Field<string> = {
  write: (name, value) => element(name, escapeXml(value)),
};

export const optional = <T>(field: Field<T>): Field<T | null | undefined> => ({
  write: (name, value) => (value === null || value === undefined ? '' : field.write(name, value)),
});

/** The element once for each value, in their order. */
export const many = <T>(field: Field<T>): Field<readonly T[]> => ({
  write: (name, values) => values.map((value) => field.write(name, value)).join(''),
});

/**
 * An element made of others. They are written in the order of `fields`, whatever the order a value was built
 * in: a tree cannot come out in an order the schema refuses. Elements without a prefix are `ram:`.
 */
export function aggregate<F extends Fields>(fields: F): Field<Tree<F>> {
  const names = Object.keys(fields) as (keyof F & string)[];
  return {
    write: (name, value) =>
      element(
        name,
        names
          .map((child) => fields[child]?.write(child, (value as Record<string, never>)[child] as never))
          .join(''),
      ),
  };
}

/** An element with attributes around something already written. */
export function element(name: string, content: string, attributes: Record<string, string> = {}): string {
  const tag = name.includes(':') ? name : `ram:${name}`;
  const listed = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${tag}${listed.join('')}>${content}</${tag}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters XML 1.0 cannot say at all, escaped or not. */
const unsayable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text made harmless inside XML, attributes included; what XML cannot say is left out. */
export function escapeXml(value: string): string {
  return value.replaceAll(unsayable, '').replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}
