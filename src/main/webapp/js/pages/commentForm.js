import { html } from 'lit';
import { icons } from '../views/icons.js';
import { hasKeyboard } from '../views/screen.js';
import { View } from '../views/view.js';
import { keptDraft } from './formDraft.js';
import './pictureChoice.js';

const MOST = 2_000;
const TELL_LEFT_FROM = 200;
const EMPTY = { text: '', picture: null };

/**
 * Where a comment is written, or changed. What is not sent stays as a draft of this browser. Ends with an event
 * `written`, with the post as it is then, or `left`.
 */
class CommentForm extends View {
  static properties = {
    postID: {},
    /** The comment to be changed; null for a new one. */
    comment: { attribute: false },
    fields: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  #key = '';

  constructor() {
    super();
    this.comment = null;
    this.fields = EMPTY;
    this.problem = '';
    this.busy = false;
  }

  get #draftKey() {
    return this.comment ? '' : `comment:${this.postID}`;
  }

  willUpdate() {
    const key = this.comment ? `edit:${this.comment.id}` : this.#draftKey;
    if (this.#key === key) return;
    this.#key = key;
    const { content } = this.comment ?? {};
    this.fields = content ? { text: content.text, picture: content.image ? { address: content.image } : null } : { ...EMPTY, ...keptDraft(this.store.drafts, key) };
    this.problem = '';
  }

  firstUpdated() {
    if (!this.comment) return;
    const area = this.querySelector('textarea');
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }

  watches(topics) {
    return topics.has('connection');
  }

  render() {
    const { fields, comment, busy } = this;
    const left = MOST - fields.text.trim().length;
    const online = this.client.connection.state === 'online';
    const action = comment ? 'Save' : 'Send';
    return html`<form class="comment-form" data-testid=${comment ? 'comment-edit-form' : 'comment-form'} @submit=${this.#submit}>
      <div class="comment-row">
        <div class="compose-box">
          <parley-picture-choice small .client=${this.client} .picture=${fields.picture} @chosen=${({ detail }) => this.#change({ picture: detail })}></parley-picture-choice>
          <textarea rows="1" dir="auto" aria-label=${comment ? 'Change the comment' : 'Write a comment'} placeholder="Write a comment" data-testid="comment-input" .value=${fields.text} @input=${({ target }) => this.#change({ text: target.value })} @keydown=${this.#pressed}></textarea>
          ${left < TELL_LEFT_FROM ? html`<span class="left ${left < 0 ? 'over' : ''}" data-testid="comment-left">${left}</span>` : ''}
        </div>
        <button class="send" aria-label=${action} title=${online ? action : 'You’re offline'} data-testid="comment-send" ?disabled=${busy || !online || left < 0 || !fields.text.trim()}>${comment ? icons.check : icons.send}</button>
      </div>
      ${comment ? html`<button type="button" class="link" data-testid="comment-cancel" @click=${this.#leave}>Cancel</button>` : ''}
      ${this.problem ? html`<p class="note error" role="alert" data-testid="comment-problem">${this.problem}</p>` : ''}
      ${!online && fields.text ? html`<p class="note" role="status" data-testid="comment-offline">You’re offline. What you write is kept here.</p>` : ''}
    </form>`;
  }

  #change(change) {
    this.fields = { ...this.fields, ...change };
    this.problem = '';
    const { text, picture } = this.fields;
    if (this.#draftKey) this.store.drafts.set(this.#draftKey, text || picture ? JSON.stringify(this.fields) : '');
  }

  #pressed = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && hasKeyboard()) {
      event.preventDefault();
      this.querySelector('form').requestSubmit();
    } else if (event.key === 'Escape' && this.comment) {
      event.preventDefault();
      this.#leave();
    }
  };

  #submit = async (event) => {
    event.preventDefault();
    const { text, picture } = this.fields;
    if (this.busy || !text.trim() || text.trim().length > MOST) return;
    if (this.querySelector('parley-picture-choice').busy) {
      this.problem = 'The picture is still on its way';
      return;
    }
    this.busy = true;
    try {
      const post = await this.#send(text, picture);
      if (this.#draftKey) this.store.drafts.delete(this.#draftKey);
      this.fields = EMPTY;
      if (!this.comment && hasKeyboard()) this.querySelector('textarea').focus();
      this.dispatchEvent(new CustomEvent('written', { detail: post }));
    } catch ({ code, message }) {
      if (code === 'closed' || code === 'timeout') this.problem = 'The connection was lost. Look whether your comment is there before you send it again.';
      else this.problem = code === 'notFound' ? 'The post or the picture is not there any more.' : message;
    }
    this.busy = false;
  };

  #send(content, picture) {
    if (!this.comment) return this.client.request('newComment', { postID: this.postID, content, ...(picture && { pictureID: picture.id }) });
    const pictureID = picture ? picture.id : this.comment.content.image ? '' : undefined;
    return this.client.request('editComment', { commentID: this.comment.id, content, ...(pictureID !== undefined && { pictureID }) });
  }

  #leave = () => this.dispatchEvent(new Event('left'));
}

customElements.define('parley-comment-form', CommentForm);
