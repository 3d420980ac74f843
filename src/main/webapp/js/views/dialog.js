import { html, render } from 'lit';

/**
 * Asks before something that can't be undone.
 *
 * @param {{title: string, text: string, action: string}} what `action` names the button
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, action }) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  render(
    html`<form method="dialog">
      <h2 id="dialog-title">${title}</h2>
      <p>${text}</p>
      <menu>
        <button value="" data-testid="dialog-cancel">Cancel</button>
        <button value="yes" class="primary danger" data-testid="dialog-confirm">${action}</button>
      </menu>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
  });
}
