import { toast } from './toast.js';

/** @param {string} text @param {string} done what to tell afterwards */
export async function copy(text, done) {
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copyByCommand(text);
    toast(done);
  } catch {
    toast('Copying is not allowed here');
  }
}

// Without TLS there is no clipboard but this one.
function copyByCommand(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr';
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (!copied) throw new Error('refused');
}
