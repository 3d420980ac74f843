const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** @param {number} bytes @returns {string} such as 1.4 MB */
export function sizeText(bytes) {
  let unit = 0;
  let size = bytes;
  for (; size >= 1000 && unit < UNITS.length - 1; unit++) size /= 1000;
  return `${unit > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}
