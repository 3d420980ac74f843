/**
 * The button is gone that was pressed: who uses the keyboard goes on from what came in its place. Whoever has the
 * focus somewhere else keeps it.
 *
 * @param {import('lit').LitElement} page @param {string} selector of what may have it @param {number} [at] which of them; the last one when there are fewer
 */
export async function goOn(page, selector, at = 0) {
  await page.updateComplete;
  if (document.activeElement !== document.body) return;
  const there = [...page.querySelectorAll(selector)];
  (there[Math.min(at, there.length - 1)] ?? page.querySelector('a, button'))?.focus();
}

/** @param {HTMLElement} page @param {string} id of a person @returns {number} in which row of the page's lists they stand */
export const rowOf = (page, id) => [...page.querySelectorAll('.person-row')].findIndex(({ dataset }) => dataset.userId === id);
