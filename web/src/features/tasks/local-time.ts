export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** `HH:MM` */
  readonly now: string;
}

/** The moment in the reader's own time zone. */
export function localTime(at: number): LocalTime {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    today: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    now: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}
