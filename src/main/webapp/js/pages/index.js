import { feedPages } from './feedPages.js';
import { groupPages } from './groupPages.js';
import { peoplePages } from './peoplePages.js';

/**
 * The pages of the social network, by the name of their route in `router.js`.
 *
 * @type {Record<string, (with: {client: object, router: object, route: object}) => import('lit').TemplateResult>}
 */
export const pages = {
  ...feedPages,
  ...groupPages,
  ...peoplePages,
};
