import { html } from 'lit';
import './feed.js';

/** The pages of posts, by the name of their route. */
export const feedPages = {
  feed: ({ client, router, route }) => html`<parley-feed .client=${client} .router=${router} .route=${route}></parley-feed>`,
};
