// Events lie ahead, where days have names like tomorrow. Everything in the reader's own time zone.
import { clockTime } from '../views/times.js';

const full = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short' });

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** @param {string} time @returns {number} whole calendar days from today, for the reader; negative in the past */
function daysUntil(time, now = new Date()) {
  return Math.round((midnight(new Date(time)) - midnight(now)) / 86_400_000); // a day of 23 or 25 hours is one day
}

/** @param {string} time @returns {boolean} */
export const isPast = (time) => new Date(time) <= new Date();

/** @param {string} time @returns {string} such as "Saturday 14 March, 18:00" */
export function whenText(time) {
  const date = new Date(time);
  const thisYear = date.getFullYear() === new Date().getFullYear();
  return `${(thisYear ? full : withYear).format(date)}, ${clockTime(time)}`;
}

/** @param {string} time @returns {string} how far away it is, such as "tomorrow" */
export function distanceText(time) {
  const minutes = Math.round((new Date(time) - Date.now()) / 60_000);
  if (minutes >= 0 && minutes < 60) return minutes < 2 ? 'now' : `in ${minutes} minutes`;
  const days = daysUntil(time);
  if (days === 0) return minutes < 0 ? 'earlier today' : 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  const far = Math.abs(days);
  const text = far < 14 ? `${far} days` : far < 60 ? `${Math.round(far / 7)} weeks` : far < 700 ? `${Math.round(far / 30.4)} months` : `${Math.round(far / 365)} years`;
  return days > 0 ? `in ${text}` : `${text} ago`;
}

/** @param {string} time @returns {{day: number, month: string}} for the leaf of a calendar */
export const leafOf = (time) => ({ day: new Date(time).getDate(), month: shortMonth.format(new Date(time)) });

/** @param {Date} date @returns {string} as an input of type datetime-local has it */
export function inputTime(date) {
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @param {string} value of an input of type datetime-local @returns {Date|null} null: nothing whole was typed */
export function typedTime(value) {
  const date = new Date(value); // without a zone it is the reader's
  return Number.isNaN(date.getTime()) ? null : date;
}

/** @returns {string} such as Europe/Kyiv */
export const zoneName = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
