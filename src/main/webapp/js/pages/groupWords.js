/** @param {number} count @returns {string} how many are in a group */
export const membersText = (count) => `${count} ${count === 1 ? 'member' : 'members'}`;

/** The last moderator can't leave alone: what the server means by its refusal, and what to do. */
const lastModerator = 'You are the only moderator. Make somebody else a moderator first, then you can leave.';

/**
 * @param {{code: string, message: string}} error why leaving was refused
 * @returns {string} for people
 */
export const leavingText = ({ code, message }) => (code === 'conflict' ? lastModerator : message);
