const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}(?<![0-9#*])|\s){1,24}$/u;

/** @param {string} text @returns {boolean} nothing but a few emoji: worth showing large */
export const isEmojiOnly = (text) =>
  EMOJI.test(text) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text) &&
  [...new Intl.Segmenter().segment(text.replace(/\s/g, ''))].length <= 4;
