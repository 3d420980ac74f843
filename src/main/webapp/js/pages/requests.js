import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../views/icons.js';
import { goOn, rowOf } from './goOn.js';
import { Page } from './page.js';
import { nameOf, personRow } from './personRow.js';

/** Who has asked to follow oneself, and whom one has asked. */
class RequestsPage extends Page {
  watches(topics) {
    return topics.has('people') || topics.has('connection');
  }

  async load() {
    const [asked, sent] = await Promise.all([this.client.request('followRequests', {}), this.client.request('sentFollowRequests', {})]);
    return { asked, sent };
  }

  concerns({ type }) {
    return type === 'followChanged' || type === 'blocksChanged';
  }

  render() {
    if (!this.store.me) return '';
    return this.frame('Follow requests', () => this.#lists(), { back: `/profile/${this.store.me.id}` });
  }

  #lists() {
    const { asked, sent } = this.data;
    if (asked.length + sent.length === 0) {
      return html`<div class="empty" data-testid="requests-none">
        ${icons.people}
        <h2>No requests</h2>
        <p>With a private profile you decide here who may follow you. What you ask of others stands here, too, until they answer.</p>
      </div>`;
    }
    return html`${asked.length ? this.#list('They want to follow you', 'requests', asked, (person) => this.#answers(person)) : ''}
      ${sent.length ? this.#list('You have asked', 'requests-sent', sent, (person) => this.#withdraw(person)) : ''}`;
  }

  #list(title, testId, people, end) {
    return html`<h2>${title}</h2>
      <ul class="box rows people" data-testid=${testId}>${repeat(people, ({ id }) => id, (person) => personRow(person, this.store, end(person)))}</ul>`;
  }

  #answers(person) {
    const answer = (accept) => this.#change('answerFollowRequest', { userID: person.id, accept });
    return html`<button class="primary" aria-label=${`Accept ${nameOf(person)}`} data-testid="request-accept" @click=${() => answer(true)}>Accept</button>
      <button aria-label=${`Decline ${nameOf(person)}`} data-testid="request-decline" @click=${() => answer(false)}>Decline</button>`;
  }

  #withdraw(person) {
    return html`<button aria-label=${`Withdraw the request to ${nameOf(person)}`} data-testid="request-withdraw" @click=${() => this.#change('unFollowUser', { userID: person.id })}>Withdraw</button>`;
  }

  async #change(type, payload) {
    const at = rowOf(this, payload.userID);
    if ((await this.act(type, payload)) !== undefined) await this.reload();
    await goOn(this, '.person-row button:first-of-type', at);
  }
}

customElements.define('parley-requests-page', RequestsPage);
