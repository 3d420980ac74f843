import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { personName } from '../state/names.js';
import { avatar } from '../views/avatar.js';
import { listTime } from '../views/times.js';
import { View } from '../views/view.js';

/** Who asks to be taken into a group, for its moderators. */
class GroupRequests extends View {
  static properties = {
    requests: { attribute: false },
    /** `(type, payload) => Promise`: does it and shows what became of it */
    act: { attribute: false },
    /** Whose request is being answered. */
    busy: { state: true },
  };

  watches(topics) {
    return topics.has('people');
  }

  render() {
    const { requests } = this;
    return html`<section class="box rows" data-testid="join-requests">
      <h2 class="list-title">${requests.length === 1 ? 'Somebody asks to join' : `${requests.length} people ask to join`}</h2>
      <ul>
        ${repeat(requests, ({ userID }) => userID, (request) => this.#row(request))}
      </ul>
    </section>`;
  }

  #row({ userID, userName, fullName, picture, dateCreate }) {
    const name = personName({ name: userName, fullName });
    return html`<li class="group-row" data-testid="join-request" data-user-id=${userID}>
      <a class="item" href=${`/profile/${userID}`}>
        ${avatar({ id: userID, name, picture, online: this.store.isOnline({ id: userID }) })}
        <span class="item-text">
          <b class="item-name">${name}</b>
          <span class="item-preview">${fullName ? `@${userName} · ` : ''}${listTime(dateCreate)}</span>
        </span>
      </a>
      <div class="group-actions">
        <button class="primary" ?disabled=${this.busy === userID} aria-label=${`Let ${name} in`} data-testid="accept-request" @click=${() => this.#answer(userID, true)}>Accept</button>
        <button ?disabled=${this.busy === userID} aria-label=${`Decline the request of ${name}`} data-testid="decline-request" @click=${() => this.#answer(userID, false)}>Decline</button>
      </div>
    </li>`;
  }

  async #answer(userID, accept) {
    const { groupID } = this.requests[0];
    this.busy = userID;
    await this.act('answerJoinRequest', { groupID, userID, accept });
    this.busy = null;
  }
}

customElements.define('parley-group-requests', GroupRequests);
