import { html } from 'lit';
import { focusError } from '../views/field.js';
import { formatted } from '../views/markdown.js';
import { View } from '../views/view.js';
import { audienceChoice, whoSees } from './audienceChoice.js';
import { categoryChoice } from './categoryChoice.js';
import { findPosted } from './findPosted.js';
import { keptDraft } from './formDraft.js';
import { whoIs } from './postParts.js';
import './pictureChoice.js';

const TITLE = 200;
const BODY = 10_000;
const EMPTY = { title: '', body: '', categories: [], postType: 0, picture: null };

/**
 * Where a post is written, and changed. What is not sent stays as a draft of this browser. Ends with an event
 * `written`, with the post, or `left`.
 */
class PostForm extends View {
  static properties = {
    /** The post to be changed; null for a new one. */
    post: { attribute: false },
    /** The group that it is for; null for none. */
    group: { attribute: false },
    /** `{categories, profile, friends}`; null while it is not known. */
    about: { attribute: false },
    fields: { state: true },
    errors: { state: true },
    busy: { state: true },
    shown: { state: true },
  };

  #key = '';
  /** The last try ended without an answer: perhaps the post is there. */
  #uncertain = false;

  constructor() {
    super();
    this.post = null;
    this.group = null;
    this.about = null;
    this.fields = EMPTY;
    this.errors = {};
    this.busy = false;
    this.shown = false;
  }

  get #draftKey() {
    if (this.post) return `edit:${this.post.id}`;
    return this.group ? `post:${this.group.id}` : 'post';
  }

  willUpdate() {
    if (this.#key === this.#draftKey) return;
    this.#key = this.#draftKey;
    this.fields = { ...EMPTY, ...(this.post && fieldsOf(this.post)), ...keptDraft(this.store.drafts, this.#key) };
    this.errors = {};
  }

  watches(topics) {
    return topics.has('connection');
  }

  get #online() {
    return this.client.connection.state === 'online';
  }

  render() {
    const { fields, errors, post, group, about } = this;
    return html`<form class="plain-card post-form" novalidate data-testid="post-form" @submit=${this.#submit}>
      ${this.#field('title', 'Title', TITLE, html`<input id="post-title" name="title" maxlength=${TITLE} dir="auto" autocomplete="off" data-testid="title-input" .value=${fields.title} aria-invalid=${Boolean(errors.title)} aria-describedby="title-note" @input=${this.#typed} />`)}
      ${this.#field('body', 'Text', BODY, this.#text())}
      <parley-picture-choice .client=${this.client} .picture=${fields.picture} @chosen=${({ detail }) => this.#change({ picture: detail })}></parley-picture-choice>
      ${about?.categories ? categoryChoice(about.categories, fields.categories, (categories) => this.#change({ categories }), errors.categories) : ''}
      ${group
        ? whoSees(`Only the members of ${group.name}${group.memberCount ? `: ${group.memberCount} ${group.memberCount === 1 ? 'person' : 'people'}` : ''}.`)
        : audienceChoice(fields.postType, about?.profile ? about : null, (postType) => this.#change({ postType }))}
      ${errors.form ? html`<p class="note error" role="alert" data-testid="post-error">${errors.form}</p>` : ''}
      <div class="form-actions">
        <button class="primary" ?disabled=${this.busy || !this.#online} data-testid="post-submit">${post ? 'Save' : 'Post'}</button>
        ${post ? html`<button type="button" data-testid="post-cancel" @click=${this.#leave}>Cancel</button>` : ''}
        ${this.#online ? '' : html`<span class="note" role="status" data-testid="post-offline">You’re offline. What you write is kept here.</span>`}
      </div>
    </form>`;
  }

  #field(name, label, most, input) {
    const length = this.fields[name].length;
    const error = this.errors[name];
    return html`<div class="field">
      <label for=${`post-${name}`}>${label}</label>
      ${input}
      <p class="note ${error ? 'error' : ''}" id=${`${name}-note`}>
        <span role=${error ? 'alert' : 'note'} data-testid=${`${name}-error`}>${error ?? (name === 'body' ? html`<b>**bold**</b> <em>*italic*</em> <code>\`code\`</code> &gt; quote` : '')}</span>
        <span class="count ${length > most ? 'error' : ''}" data-testid=${`${name}-count`}>${length.toLocaleString('en')} / ${most.toLocaleString('en')}</span>
      </p>
    </div>`;
  }

  #text() {
    const { fields, errors, shown } = this;
    return html`<div class="post-write">
      ${shown ? html`<div class="content post-text" data-testid="preview-text" dir="auto">${formatted(fields.body, whoIs(this.store))}</div>` : ''}
      <textarea id="post-body" name="body" rows="7" dir="auto" ?hidden=${shown} data-testid="body-input" .value=${fields.body} aria-invalid=${Boolean(errors.body)} aria-describedby="body-note" @input=${this.#typed}></textarea>
      ${fields.body.trim() ? html`<button type="button" class="link" aria-pressed=${shown} data-testid="preview" @click=${() => (this.shown = !shown)}>${shown ? 'Go on writing' : 'Preview'}</button>` : ''}
    </div>`;
  }

  #typed = ({ target }) => this.#change({ [target.name]: target.value });

  #change(change) {
    this.fields = { ...this.fields, ...change };
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([name]) => !(name in change) && name !== 'form'));
    const begun = JSON.stringify(this.fields) !== JSON.stringify({ ...EMPTY, ...(this.post && fieldsOf(this.post)) });
    this.store.drafts.set(this.#key, begun ? JSON.stringify(this.fields) : '');
  }

  #submit = async (event) => {
    event.preventDefault();
    if (this.busy) return;
    const { title, body } = this.fields;
    this.errors = {
      ...(!title.trim() && { title: 'A title, please' }),
      ...(!body.trim() ? { body: 'Some text, please' } : body.trim().length > BODY && { body: 'This is too long' }),
      ...(this.querySelector('parley-picture-choice').busy && { form: 'The picture is still on its way' }),
    };
    this.shown = false;
    if (Object.keys(this.errors).length === 0) await this.#send();
    await this.updateComplete;
    this.querySelector('textarea[aria-invalid="true"]')?.focus();
    focusError(this);
  };

  async #send() {
    this.busy = true;
    try {
      this.#written((this.#uncertain && (await findPosted(this.client, this.fields, this.group))) || (await this.#request()));
    } catch ({ code, field, message }) {
      const unanswered = code === 'closed' || code === 'timeout';
      this.#uncertain ||= unanswered && !this.post;
      if (unanswered) this.errors = { form: 'The connection was lost. What you wrote is kept here: try again when you’re back online.' };
      else if (code === 'notFound') this.errors = { form: this.post ? 'The post is not there any more.' : 'The picture is not there any more. Choose it again.' };
      else this.errors = { [['title', 'body', 'categories'].includes(field) ? field : 'form']: message };
    }
    this.busy = false;
  }

  #request() {
    const { picture, ...fields } = this.fields;
    if (!this.post) return this.client.request('newPost', { ...fields, ...(picture && { pictureID: picture.id }), ...(this.group && { groupID: this.group.id }) });
    const pictureID = picture ? picture.id : this.post.image ? '' : undefined;
    return this.client.request('editPost', { postID: this.post.id, ...fields, ...(pictureID !== undefined && { pictureID }) });
  }

  #written(post) {
    this.store.drafts.delete(this.#key);
    this.dispatchEvent(new CustomEvent('written', { detail: post }));
  }

  #leave = () => {
    this.store.drafts.delete(this.#key);
    this.dispatchEvent(new Event('left'));
  };
}

const fieldsOf = ({ theme, content, categories, postType, image }) => ({ title: theme, body: content.text, categories, postType, picture: image ? { address: image } : null });

customElements.define('parley-post-form', PostForm);
