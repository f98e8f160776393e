export const shapes = ["any", "portrait", "landscape", "square"] as const;
export const windows = ["all", "day", "week", "month", "year"] as const;
export const orders = ["best", "newest"] as const;

/** Which of the films that are found are wanted, and in which order. The first of each is what holds unasked. */
export interface Filters {
  shape: (typeof shapes)[number];
  window: (typeof windows)[number];
  order: (typeof orders)[number];
}

/** What an address or a request says; what is absent or unknown holds unasked. */
export function filtersOf(query: URLSearchParams): Filters {
  return {
    shape: shapes.find((shape) => shape === query.get("shape")) ?? "any",
    window: windows.find((window) => window === query.get("window")) ?? "all",
    order: orders.find((order) => order === query.get("order")) ?? "best",
  };
}

/** What differs from what holds unasked, as an address or a request says it. */
export function queryOf(filters: Filters): { shape?: string; window?: string; order?: string } {
  return {
    ...(filters.shape === "any" ? {} : { shape: filters.shape }),
    ...(filters.window === "all" ? {} : { window: filters.window }),
    ...(filters.order === "best" ? {} : { order: filters.order }),
  };
}
