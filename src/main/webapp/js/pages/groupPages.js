import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import './event.js';
import './group.js';
import './groupEvents.js';
import './groupMembers.js';
import './groupNew.js';
import './groups.js';

/** The pages about groups and their events; another group is another page. */
export const groupPages = {
  groups: (page) => html`<parley-groups .client=${page.client} .router=${page.router} .route=${page.route}></parley-groups>`,
  newGroup: (page) => html`<parley-group-new .client=${page.client} .router=${page.router} .route=${page.route}></parley-group-new>`,
  group: (page) => keyed(page.route.groupID, html`<parley-group .client=${page.client} .router=${page.router} .route=${page.route}></parley-group>`),
  groupMembers: (page) => keyed(page.route.groupID, html`<parley-group-members .client=${page.client} .router=${page.router} .route=${page.route}></parley-group-members>`),
  groupEvents: (page) => keyed(page.route.groupID, html`<parley-group-events .client=${page.client} .router=${page.router} .route=${page.route}></parley-group-events>`),
  event: (page) => keyed(page.route.eventID, html`<parley-event .client=${page.client} .router=${page.router} .route=${page.route}></parley-event>`),
};
