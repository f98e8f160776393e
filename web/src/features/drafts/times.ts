/** A moment as `<input type="datetime-local">` takes it, in the reader's time zone. */
export function asLocalInput(time: Date): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  const day = `${String(time.getFullYear())}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
  return `${day}T${pad(time.getHours())}:${pad(time.getMinutes())}`;
}

/** The next full hour that is at least half an hour away. */
export function nextHour(now: Date): Date {
  const time = new Date(now.getTime() + 30 * 60_000);
  time.setMinutes(0, 0, 0);
  time.setHours(time.getHours() + 1);
  return time;
}

/** The time to open a dialog with: the one that is set if it is to come, else the next full hour. */
export function timeToPropose(schedule: { publishAt: string } | null, now: Date): Date {
  const set = schedule === null ? null : new Date(schedule.publishAt);
  return set !== null && set > now ? set : nextHour(now);
}

/** Day and time in words. */
export function moment(time: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(time);
}
