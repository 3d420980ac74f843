import { toast } from '../views/toast.js';

/**
 * Tells who goes that an event is near, whatever page is open.
 *
 * @param {import('../net/connection.js').Connection} connection
 */
export function tellReminders(connection) {
  connection.addEventListener('push', ({ detail: { type, data } }) => {
    if (type === 'eventReminder') toast(`“${data.title}” begins ${data.hours === 1 ? 'within the hour' : 'within a day'}`, { href: `/event/${data.eventID}`, action: 'Open' });
  });
}
