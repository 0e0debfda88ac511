/** How a task repeats, in words. Pure, and without the library of rules: a rule of another kind is named as such. */

export interface RepeatChoice {
  readonly recurrence: string | null;
  readonly label: string;
}

/** What the open task offers. */
export const repeatChoices: readonly RepeatChoice[] = [
  { recurrence: null, label: 'Never' },
  { recurrence: 'FREQ=DAILY', label: 'Every day' },
  { recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', label: 'Every weekday' },
  { recurrence: 'FREQ=WEEKLY', label: 'Every week' },
  { recurrence: 'FREQ=WEEKLY;INTERVAL=2', label: 'Every 2 weeks' },
  { recurrence: 'FREQ=MONTHLY', label: 'Every month' },
  { recurrence: 'FREQ=MONTHLY;INTERVAL=6', label: 'Every 6 months' },
  { recurrence: 'FREQ=YEARLY', label: 'Every year' },
];

const UNITS: { readonly [frequency: string]: string } = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

export function repeatWords(recurrence: string | null): string {
  const known = repeatChoices.find((choice) => choice.recurrence === recurrence);
  if (known) return known.label;
  const rule = new Map(
    (recurrence ?? '')
      .replace(/^RRULE:/i, '')
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const unit = UNITS[rule.get('FREQ') ?? ''];
  const only = [...rule.keys()].every((key) => key === 'FREQ' || key === 'INTERVAL');
  if (!unit || !only) return 'A rhythm of its own';
  const interval = Number(rule.get('INTERVAL') ?? 1);
  return interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
}
