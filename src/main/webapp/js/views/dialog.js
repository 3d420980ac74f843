import { html, render } from 'lit';

/**
 * Asks before something that can't be undone.
 *
 * @param {{title: string, text: string, action: string}} what `action` names the button
 * @returns {Promise<boolean>}
 */
export const ask = async (what) => (await open(what, '')).confirmed;

/**
 * Asks for the password before something that can't be undone.
 *
 * @param {{title: string, text: string, action: string}} what `action` names the button
 * @returns {Promise<string|null>} null: not to be done
 */
export async function askPassword(what) {
  const input = html`<input type="password" name="password" required autocomplete="current-password" aria-label="Your password" placeholder="Your password" data-testid="dialog-password" />`;
  const { confirmed, dialog } = await open(what, input);
  return confirmed ? dialog.querySelector('input').value : null;
}

function open({ title, text, action }, input) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  render(
    html`<form method="dialog">
      <h2 id="dialog-title">${title}</h2>
      <p>${text}</p>
      ${input}
      <menu>
        <button value="" formnovalidate data-testid="dialog-cancel">Cancel</button>
        <button value="yes" class="primary danger" data-testid="dialog-confirm">${action}</button>
      </menu>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('input')?.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve({ confirmed: dialog.returnValue === 'yes', dialog });
      dialog.remove();
    });
  });
}
