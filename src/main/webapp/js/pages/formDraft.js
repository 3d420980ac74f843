/**
 * What stands in a form that was not sent, across reloads; forgotten at log-out as all drafts are.
 *
 * @param {import('../state/drafts.js').Drafts} drafts @param {string} key
 * @returns {Record<string, string>|null}
 */
export function keptDraft(drafts, key) {
  try {
    return JSON.parse(drafts.get(key) ?? 'null');
  } catch {
    return null; // of an older build
  }
}

/** @param {import('../state/drafts.js').Drafts} drafts @param {string} key @param {Record<string, string>} fields */
export function keepDraft(drafts, key, fields) {
  drafts.set(key, Object.values(fields).some((text) => text.trim()) ? JSON.stringify(fields) : '');
}
