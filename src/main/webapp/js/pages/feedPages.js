import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import './feed.js';
import './post.js';
import './write.js';

/** The pages of posts, by the name of their route; another post is another page. */
export const feedPages = {
  feed: ({ client, router, route }) => html`<parley-feed .client=${client} .router=${router} .route=${route}></parley-feed>`,
  post: ({ client, router, route }) => keyed(route.postID, html`<parley-post .client=${client} .router=${router} .route=${route}></parley-post>`),
  write: ({ client, router, route }) => keyed(route.query.group, html`<parley-write .client=${client} .router=${router} .route=${route}></parley-write>`),
};
