import { html, svg } from 'lit';

const icon = (paths) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;
const line = (d) => icon(svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"></path>`);

/** Every icon of the page, drawn by hand as strokes of one weight. */
export const icons = {
  back: line('M15 5l-7 7 7 7'),
  send: icon(svg`<path d="M4.200 19.600 20.500 12.700a.8.8 0 0 0 0-1.400L4.200 4.400a.7.7 0 0 0-1 .9L5.600 12l-2.400 6.700a.7.7 0 0 0 1 .9zM6.500 12h6.500" fill="currentColor" stroke="var(--on-accent)" stroke-width="1.6" stroke-linecap="round"></path>`),
  search: line('M10.500 17.500a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20.500 20.500l-5-5'),
  compose: line('M12 20h8M16.500 4.500a2.100 2.100 0 0 1 3 3L8 19l-4 1 1-4z'),
  dice: line('M6.500 3.500h11a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3v-11a3 3 0 0 1 3-3zM8.500 8.500h.01M15.500 15.500h.01M12 12h.01M15.500 8.500h.01M8.500 15.500h.01'),
  settings: line('M4 7h9M17 7h3M4 17h3M11 17h9M15 4.800v4.400M9 14.800v4.400'),
  info: line('M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01'),
  close: line('M6 6l12 12M18 6 6 18'),
  down: line('M12 5v14M6 13l6 6 6-6'),
  clock: line('M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500V12l3 2'),
  check: line('M5 12.500l4.500 4.500L19 7.500'),
  checks: line('M2.500 12.500 7 17l9.500-9.500M12.500 16l1 1 8.500-9.500'),
  warning: line('M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500v5M12 16h.01'),
  add: line('M12 5v14M5 12h14'),
  pen: line('M15.500 4.500a2.100 2.100 0 0 1 3 3L7 19l-4 1 1-4z'),
  leave: line('M10 4.500H6.500a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2H10M15.500 16l4-4-4-4M19.500 12H10'),
  bin: line('M4.500 7h15M9.500 7V4.500h5V7M6.500 7l1 12.500h9l1-12.500M10 11v5M14 11v5'),
  shield: line('M12 3.500l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6z'),
  laptop: line('M5 16V6.500A1.500 1.500 0 0 1 6.500 5h11A1.500 1.500 0 0 1 19 6.500V16M3 19h18'),
  copy: line('M9 8.500h9.500v11H9zM15.500 8.500V4.500H5.500v11H9'),
  next: line('M9 5l7 7-7 7'),
};
