export interface PageQuery {
  pageSize?: string;
  pageNumber?: string;
}

/** One page of a listing, with the counts that every listing of the platform carries. */
export function pageOf<Entity>(entities: readonly Entity[], query: PageQuery, defaultSize = 25) {
  const pageSize = Math.min(Math.max(Number(query.pageSize) || defaultSize, 1), 500);
  const pageNumber = Math.max(Number(query.pageNumber) || 1, 1);
  return {
    entities: entities.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
    pageSize,
    pageNumber,
    total: entities.length,
    pageCount: Math.ceil(entities.length / pageSize)
  };
}
