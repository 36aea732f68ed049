/**
 * Pages of rows, one after the other: the next one travels while the caller works on this one. Nothing is left
 * under way when the caller stops early.
 * @param fetch the rows after the given one; none is the end
 */
export async function* pagesAhead<Row>(
  fetch: (last: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row[], void, undefined> {
  const start = (last: Row | undefined) => {
    const page = fetch(last);
    // Whoever awaits it is told; until then nobody is.
    page.catch(() => undefined);
    return page;
  };
  let page = start(undefined);
  try {
    for (let rows = await page; rows.length > 0; rows = await page) {
      page = start(rows.at(-1));
      yield rows;
    }
  } finally {
    await page.catch(() => undefined);
  }
}
