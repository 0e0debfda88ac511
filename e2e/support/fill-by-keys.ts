/**
 * Filling a field in Firefox: Playwright's script there shares the page's own properties, so React's record of a
 * field's value changes with the field, and React sees no change. A person's keys do what they always do.
 */
import type { Locator, Page } from '@playwright/test';

export function fillByKeys(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('body')) as Locator;
  locators.fill = async function (this: Locator, value: string) {
    await this.focus();
    await this.press('Control+a');
    await this.press('Delete');
    await this.pressSequentially(value);
  };
}
