// Everything in the reader's own time zone; the clock (12 or 24 hours) is the one of the reader's locale.
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const shortDay = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const fullDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** @returns {number} whole calendar days between a time and now, for the reader */
function daysAgo(time, now = new Date()) {
  // rounded: a day of 23 or 25 hours is one day
  return Math.round((midnight(now) - midnight(new Date(time))) / 86_400_000);
}

/** @param {string} time RFC 3339 @returns {string} such as 14:05 */
export const clockTime = (time) => clock.format(new Date(time));

/** @param {string} time @returns {string} everything there is to say, for tooltips */
export const exactTime = (time) => exact.format(new Date(time));

/** @param {string} time @returns {string} a day that two times share exactly when they are of one day */
export const dayKey = (time) => new Date(time).toDateString();

/** @param {string} time @returns {string} for a day separator */
export function dayName(time) {
  const days = daysAgo(time);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days > 1 && days < 7) return weekday.format(new Date(time));
  return (days < 300 ? fullDay : withYear).format(new Date(time));
}

/** @param {string} time @returns {string} short, for a list */
export function listTime(time) {
  if (!time) return '';
  const days = daysAgo(time);
  if (days <= 0) return clockTime(time);
  if (days === 1) return 'Yesterday';
  return (days < 7 ? shortDay : dayMonth).format(new Date(time));
}

/** @param {string} time @returns {string} day and clock, for the middle of a sentence */
export const longTime = (time) => `${dayName(time).replace(/^(Today|Yesterday)$/, (day) => day.toLowerCase())}, ${clockTime(time)}`;
