import { html } from 'lit';
import { icons } from './icons.js';
import { View } from './view.js';

const count = (number) => (number > 99 ? '99+' : number);

/** Which part of the application a route belongs to. */
const SECTION = {
  feed: 'feed',
  write: 'feed',
  post: 'feed',
  groups: 'groups',
  newGroup: 'groups',
  group: 'groups',
  groupMembers: 'groups',
  groupEvents: 'groups',
  event: 'groups',
  notifications: 'notifications',
  requests: 'notifications',
  profile: 'you',
  followers: 'you',
  following: 'you',
  settings: 'you',
  sessions: 'you',
  blocked: 'you',
  friends: 'you',
};

/** The way between the parts of the application: at the edge of a desk's screen, at the bottom of a phone's. */
class Navigation extends View {
  static properties = { route: { attribute: false } };

  watches(topics) {
    return topics.has('chats') || topics.has('notifications') || topics.has('me');
  }

  render() {
    const { store, route } = this;
    if (!store.me) return '';
    const here = SECTION[route.name] ?? 'chats';
    const own = !route.userID || route.userID === store.me.id;
    const to = (id, label, path, icon, number = 0) => html`<li>
      <a href=${path} aria-current=${here === id && (id !== 'you' || own) ? 'true' : 'false'} data-testid=${`nav-${id}`} title=${label}>
        ${icon}<span>${label}</span>
        ${number ? html`<b class="badge" aria-label=${`${number} unread`} data-testid=${`nav-${id}-count`}>${count(number)}</b>` : ''}
      </a>
    </li>`;
    return html`<nav class="navigation" aria-label="Parts of Parley" data-section=${here}>
      <ul>
        ${to('chats', 'Chats', '/', icons.chats, store.unread)}
        ${to('feed', 'Feed', '/feed', icons.feed)}
        ${to('groups', 'Groups', '/groups', icons.people)}
        ${to('notifications', 'Activity', '/notifications', icons.bell, store.notices.size)}
        ${to('you', 'You', `/profile/${store.me.id}`, icons.person)}
      </ul>
    </nav>`;
  }
}

customElements.define('parley-navigation', Navigation);
