import { html } from 'lit';
import './follows.js';
import './friends.js';
import './notifications.js';
import './profile.js';
import './requests.js';

const follows = (page) => html`<parley-follows-page .client=${page.client} .router=${page.router} .route=${page.route}></parley-follows-page>`;

/** The pages about people, what one is to them, and what one is told. */
export const peoplePages = {
  profile: (page) => html`<parley-profile-page .client=${page.client} .router=${page.router} .route=${page.route}></parley-profile-page>`,
  followers: follows,
  following: follows,
  requests: (page) => html`<parley-requests-page .client=${page.client} .router=${page.router} .route=${page.route}></parley-requests-page>`,
  friends: (page) => html`<parley-friends-page .client=${page.client} .router=${page.router} .route=${page.route}></parley-friends-page>`,
  notifications: (page) => html`<parley-notifications-page .client=${page.client} .router=${page.router} .route=${page.route}></parley-notifications-page>`,
};
