import { MessageLog } from './messageLog.js';

/**
 * Puts a page of history where it belongs: into the log when it adjoins it, else into the stretch further
 * back. When the two meet they become one.
 *
 * @param {import('./chat.js').Chat} chat
 * @param {object[]} messages ascending by seq
 */
export function takePage(chat, messages) {
  const { log, past } = chat;
  if ((messages.at(-1)?.seq ?? 0) < log.first - 1) {
    chat.past = past ?? new MessageLog();
    chat.past.merge(messages);
    return;
  }
  log.merge([...(past?.items ?? []), ...messages]);
  chat.past = null;
}
