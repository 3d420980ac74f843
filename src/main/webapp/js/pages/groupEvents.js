import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../views/icons.js';
import { eventCard } from './eventCard.js';
import { eventDraft } from './eventForm.js';
import { isPast } from './eventTimes.js';
import { outside } from './groupOutside.js';
import { Page } from './page.js';

/** The events of a group: those to come and those that were, and making one. */
class GroupEvents extends Page {
  static properties = { making: { state: true } };

  constructor() {
    super();
    this.making = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.making = Boolean(this.store.drafts.get(eventDraft(this.route.groupID))); // one goes on where one was
  }

  concerns({ type, data }) {
    const { groupID } = this.route;
    return (type === 'eventChanged' && data.groupID === groupID) || (type.startsWith('conversation') && data.chatID === groupID);
  }

  async load() {
    const { groupID } = this.route;
    const group = await this.client.request('getGroupProfile', groupID);
    return { group, events: group.status === 'member' ? await this.client.request('getGroupEventsList', groupID) : null };
  }

  render() {
    const { groupID } = this.route;
    const title = this.data ? `Events of ${this.data.group.name}` : 'Events';
    const may = this.data?.events && !this.making;
    const actions = may ? html`<button class="primary" data-testid="new-event" @click=${() => (this.making = true)}>New event</button>` : '';
    return this.frame(title, () => this.#body(), { back: `/group/${groupID}`, actions });
  }

  #body() {
    const { events, group } = this.data;
    if (!events) return outside(group, 'Events are for members.');
    const past = events.filter(({ dateEvent }) => isPast(dateEvent));
    const ahead = events.filter((event) => !past.includes(event));
    return html`${this.making ? this.#form() : ''}
      ${events.length === 0 && !this.making ? this.#none() : ''}
      ${ahead.length ? this.#list('To come', ahead, 'events-ahead') : ''}
      ${past.length ? this.#list('Past', past, 'events-past') : ''}`;
  }

  #list(title, events, testId) {
    return html`<section class="box rows">
      <h2 class="list-title">${title}</h2>
      <ul data-testid=${testId}>${repeat(events, ({ id }) => id, eventCard)}</ul>
    </section>`;
  }

  #none() {
    return html`<div class="empty" data-testid="no-events">
      ${icons.calendar}
      <h2>Nothing is planned yet</h2>
      <p>Make an event, and everybody in the group is told of it and can say whether they come.</p>
      <button class="primary" @click=${() => (this.making = true)}>New event</button>
    </div>`;
  }

  #form() {
    const done = ({ detail }) => this.router.go(`/event/${detail.id}`);
    return html`<section class="plain-card">
      <h2 class="card-title">New event</h2>
      <parley-event-form .client=${this.client} .groupID=${this.route.groupID} @done=${done} @cancel=${() => (this.making = false)}></parley-event-form>
    </section>`;
  }
}

customElements.define('parley-group-events', GroupEvents);
