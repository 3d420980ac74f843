/** @returns {boolean} whether list and conversation stand side by side (the same width as in shell.css) */
export const isWide = () => matchMedia('(min-width: 768px)').matches;

/** @returns {boolean} whether focusing a field does not bring up a keyboard over half the screen */
export const hasKeyboard = () => matchMedia('(hover: hover) and (pointer: fine)').matches;

/** @returns {boolean} whether somebody is looking at this page */
export const isAttended = () => document.visibilityState === 'visible' && document.hasFocus();
