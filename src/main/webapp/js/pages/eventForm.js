import { html } from 'lit';
import { field, focusError, valueOf } from '../views/field.js';
import { hasKeyboard } from '../views/screen.js';
import { View } from '../views/view.js';
import { area } from './area.js';
import { inputTime, typedTime, zoneName } from './eventTimes.js';
import { keepDraft, keptDraft } from './formDraft.js';

const PAST = 'That time has passed. Choose one that lies ahead.';
const NONE = 'When is it? Choose a day and a time.';
const FAR = 'That is too far ahead. Choose a time within the next ten years.';

/**
 * What an event is and when. Without an `event` it makes one; with it, it changes that one. When it is done it
 * fires `done` with the event in `detail`; `cancel` when nothing is to be done.
 */
class EventForm extends View {
  static properties = {
    groupID: {},
    event: { attribute: false },
    errors: { state: true },
    busy: { state: true },
  };

  /** What the fields begin with. */
  #begun;

  constructor() {
    super();
    this.event = null;
    this.errors = {};
    this.busy = false;
  }

  watches() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    const { event } = this;
    this.#begun = event
      ? { title: event.title, time: inputTime(new Date(event.dateEvent)), description: event.description }
      : { title: '', time: '', description: '', ...keptDraft(this.store.drafts, eventDraft(this.groupID)) };
  }

  firstUpdated() {
    if (hasKeyboard()) this.querySelector('input').focus();
  }

  render() {
    const { errors, event } = this;
    const { title, time, description } = this.#begun;
    return html`<form class="stacked" novalidate @submit=${this.#save} @input=${this.#typed} data-testid="event-form">
      ${field({ id: 'event-title', label: 'What is it?', maxlength: 200, value: title, error: errors.title })}
      ${field({
        id: 'event-time',
        label: 'When?',
        type: 'datetime-local',
        value: time,
        hint: `In your time zone, ${zoneName()}`,
        error: errors.dateEvent,
      })}
      ${area({ id: 'event-description', label: 'What should people know?', hint: 'Where to meet, what to bring', maxlength: 5000, value: description, error: errors.description })}
      ${errors.form ? html`<p class="note error" role="alert" data-testid="form-error">${errors.form}</p>` : ''}
      <div class="buttons">
        <button class="primary" ?disabled=${this.busy} data-testid="event-save">${event ? 'Save' : 'Create the event'}</button>
        <button type="button" data-testid="event-cancel" @click=${this.#cancel}>Cancel</button>
      </div>
    </form>`;
  }

  #typed({ currentTarget: form }) {
    const fields = { title: valueOf(form, 'event-title'), time: valueOf(form, 'event-time'), description: valueOf(form, 'event-description') };
    if (!this.event) keepDraft(this.store.drafts, eventDraft(this.groupID), fields);
    if (Object.keys(this.errors).length) this.errors = {};
  }

  async #save(submission) {
    submission.preventDefault();
    const form = submission.target;
    const time = typedTime(valueOf(form, 'event-time'));
    const fields = { title: valueOf(form, 'event-title'), description: valueOf(form, 'event-description') };
    if (this.#moved(form)) fields.dateEvent = time?.toISOString() ?? '';
    this.errors = {};
    this.busy = true;
    try {
      const [type, of] = this.event ? ['updateEvent', { eventID: this.event.id }] : ['CreateGroupEvent', { groupID: this.groupID }];
      const detail = await this.client.request(type, { ...of, ...fields });
      this.#forget();
      this.dispatchEvent(new CustomEvent('done', { detail }));
    } catch (error) {
      this.errors = problems(error, time);
      await this.updateComplete;
      focusError(this);
    }
    this.busy = false;
  }

  #cancel() {
    this.#forget();
    this.dispatchEvent(new Event('cancel'));
  }

  #forget() {
    if (!this.event) this.store.drafts.delete(eventDraft(this.groupID));
  }

  // A time of seconds that the field doesn't show, or one that has passed by now, stays as it was.
  #moved(form) {
    const { value, defaultValue } = form.elements['event-time'];
    return !this.event || value !== defaultValue;
  }
}

/** @param {string} groupID @returns {string} by which an event that was not made yet is kept */
export const eventDraft = (groupID) => `event:${groupID}`;

// The server decides; what it says about a time is for programs.
function problems({ field: place, message }, time) {
  if (place === 'dateEvent') return { dateEvent: !time ? NONE : time <= new Date() ? PAST : FAR };
  return { [place === 'title' || place === 'description' ? place : 'form']: message };
}

customElements.define('parley-event-form', EventForm);
