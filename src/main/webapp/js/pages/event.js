import { html } from 'lit';
import { knownName, personName } from '../state/names.js';
import { avatar } from '../views/avatar.js';
import { ask } from '../views/dialog.js';
import { icons } from '../views/icons.js';
import { formatted } from '../views/markdown.js';
import { openMenu } from '../views/menu.js';
import { exactTime, longTime } from '../views/times.js';
import { toast } from '../views/toast.js';
import { distanceText, isPast, leafOf, whenText, zoneName } from './eventTimes.js';
import { Page } from './page.js';
import { whoIs } from './postParts.js';
import './eventForm.js';

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;

/** An event of a group: what and when it is, who goes, and the own answer. */
class EventPage extends Page {
  static properties = { editing: { state: true } };

  constructor() {
    super();
    this.editing = false;
  }

  watches(topics) {
    return topics.has('people') || topics.has('chats');
  }

  concerns({ type, data }) {
    if (type === 'eventChanged' || type === 'eventReminder') return data.eventID === this.route.eventID;
    return type.startsWith('conversation') && data.chatID === this.data?.groupID;
  }

  load() {
    return this.client.request('getGroupEvent', this.route.eventID);
  }

  render() {
    const event = this.data;
    const more = html`<button class="round" aria-label="What to do with this event" aria-haspopup="menu" data-testid="event-more" @click=${this.#menu}>${icons.more}</button>`;
    return this.frame('Event', () => this.#body(event), {
      back: event ? `/group/${event.groupID}/events` : '/groups',
      actions: event?.mayChange && !this.missing ? more : '',
    });
  }

  #body(event) {
    if (this.editing) {
      const done = ({ detail }) => {
        this.editing = false;
        this.shows(detail);
      };
      return html`<section class="plain-card">
        <h2 class="card-title">Change the event</h2>
        <parley-event-form .client=${this.client} .event=${event} @done=${done} @cancel=${() => (this.editing = false)}></parley-event-form>
      </section>`;
    }
    const going = event.userOptions.filter(({ option }) => option === 1);
    const not = event.userOptions.filter(({ option }) => option === 0);
    return html`${this.#head(event)} ${this.#answer(event)}
      ${this.#people('Going', going, 'event-going', isPast(event.dateEvent) ? 'Nobody said so.' : 'Nobody yet. Be the first.')}
      ${not.length ? this.#people('Not going', not, 'event-not-going', '') : ''} ${this.#silent(event)}`;
  }

  #head(event) {
    const { day, month } = leafOf(event.dateEvent);
    const group = this.store.chats.get(event.groupID);
    return html`<section class="plain-card event-head">
      <div class="event-top">
        <span class="leaf large" aria-hidden="true"><small>${month}</small><b>${day}</b></span>
        <div>
          <h2 data-testid="event-title" dir="auto">${event.title}</h2>
          <p class="event-when"><time datetime=${event.dateEvent} title=${`${exactTime(event.dateEvent)}, ${zoneName()}`} data-testid="event-when">${whenText(event.dateEvent)}</time> <span class="subtitle">${distanceText(event.dateEvent)}</span></p>
        </div>
      </div>
      ${event.description ? html`<div class="content written" data-testid="event-description" dir="auto">${formatted(event.description, whoIs(this.store))}</div>` : ''}
      <p class="subtitle">In <a href=${`/group/${event.groupID}`} data-testid="event-group">${group?.name || 'the group'}</a>, made by <a href=${`/profile/${event.creatorID}`} data-testid="event-creator">${knownName(this.store, event.creatorID, event.creatorName)}</a> ${longTime(event.dateCreate)}</p>
      <p><a class="button with-icon" href=${`/api/v1/events/${event.id}/ics`} download=${`event-${event.id}.ics`} data-testid="event-ics">${icons.calendar} Add to my calendar</a></p>
    </section>`;
  }

  #answer(event) {
    const past = isPast(event.dateEvent);
    const choice = (option, label, testId) => html`<label>
      <input type="radio" name="answer" value=${option} ?disabled=${past} .checked=${event.myOption === option} data-testid=${testId} @change=${() => this.#choose(option)} /><span>${label}</span>
    </label>`;
    return html`<section class="plain-card stacked">
      <h2 class="card-title" id="answer">${past ? 'This event has begun' : 'Are you going?'}</h2>
      <div class="segments" role="radiogroup" aria-labelledby="answer">${choice(1, 'Going', 'answer-going')} ${choice(0, 'Not going', 'answer-not-going')}</div>
      <p class="lead" role="status" data-testid="event-reminder">${reminder(event)}</p>
    </section>`;
  }

  #people(title, options, testId, none) {
    return html`<section class="box rows">
      <h2 class="list-title"><span>${title}</span> <span data-testid=${`${testId}-count`}>${options.length}</span></h2>
      ${options.length ? html`<ul data-testid=${testId}>${options.map((option) => this.#person(option))}</ul>` : html`<p class="list-empty">${none}</p>`}
    </section>`;
  }

  #silent({ groupID, userOptions, dateEvent }) {
    const count = (this.store.chats.get(groupID)?.memberCount ?? 0) - userOptions.length;
    if (count <= 0 || isPast(dateEvent)) return '';
    return html`<p class="subtitle centred" data-testid="event-silent">${count === 1 ? 'One member hasn’t' : `${count} members haven’t`} answered yet.</p>`;
  }

  #person({ userID, userName }) {
    const { store } = this;
    const own = userID === store.me.id;
    const person = own ? store.me : (store.people.get(userID) ?? { id: userID, name: userName });
    return html`<li>
      <a class="item" href=${`/profile/${userID}`} data-testid="event-person" data-user-id=${userID}>
        ${avatar({ id: userID, name: personName(person), picture: person.picture, online: store.isOnline(person) })}
        <span class="item-text"><b class="item-name">${personName(person)}${own ? ' (you)' : ''}</b></span>
      </a>
    </li>`;
  }

  // Shown before the server has agreed: nothing is lost when it doesn't.
  async #choose(option) {
    const before = this.data;
    const { me } = this.store;
    const others = before.userOptions.filter(({ userID }) => userID !== me.id);
    this.shows({ ...before, myOption: option, userOptions: [...others, { userID: me.id, userName: me.name, option }] });
    const answer = await this.act('setUserOptionForEvent', { eventID: before.id, option });
    this.shows(answer ?? before);
  }

  #menu = ({ currentTarget }) => {
    openMenu({
      label: 'This event',
      at: currentTarget.getBoundingClientRect(),
      testId: 'event-menu',
      items: [
        { icon: icons.pen, label: 'Change', testId: 'event-edit', run: () => (this.editing = true) },
        { icon: icons.bin, label: 'Delete', testId: 'event-delete', danger: true, run: () => this.#delete() },
      ],
    });
  };

  async #delete() {
    const { id, title, groupID } = this.data;
    const text = 'Everybody’s answers are deleted with it. There is no way back.';
    if (!(await ask({ title: `Delete “${title}”?`, text, action: 'Delete' }))) return;
    if (!(await this.act('deleteEvent', id))) return;
    this.router.go(`/group/${groupID}/events`, { replace: true });
    toast(`“${title}” was deleted`);
  }
}

// What the server will do: see its reminders of events.
function reminder({ dateEvent, myOption }) {
  const left = new Date(dateEvent) - Date.now();
  if (left <= 0) return myOption === 1 ? 'You said that you were going.' : myOption === 0 ? 'You said that you were not going.' : 'It can’t be answered any more.';
  if (myOption === 0) return 'You won’t be reminded.';
  const when = left > DAY ? 'a day before and an hour before' : left > HOUR ? 'an hour before' : '';
  if (myOption === 1) return when ? `You’ll be reminded ${when}.` : 'It begins within the hour.';
  return when ? `Whoever is going is reminded ${when}.` : 'It begins within the hour.';
}

customElements.define('parley-event', EventPage);
