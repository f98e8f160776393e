const dayMs = 86_400_000;

/** Views by day of the week, Monday first. Dates are days in UTC, `YYYY-MM-DD`, as the server counts them. */
export function byWeekday(days: readonly { date: string; views: number }[]): number[] {
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const day of days) {
    const weekday = (new Date(day.date).getUTCDay() + 6) % 7;
    sums[weekday] = (sums[weekday] ?? 0) + day.views;
  }
  return sums;
}

/** Names of the days of the week, Monday first. */
export function weekdayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const monday = Date.UTC(2026, 0, 5);
  return [0, 1, 2, 3, 4, 5, 6].map((day) => format.format(monday + day * dayMs));
}
