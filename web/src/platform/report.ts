/** What a developer should see, without any text of a task. Nothing is sent anywhere. */
export function reportToConsole(what: string, detail: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the one place that writes to the console
  console.warn(`holdfast: ${what}`, detail);
}
