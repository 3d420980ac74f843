import { RequestError } from './net/requests.js';

/**
 * The REST side: what is about cookies (accounts, sessions) or wants no socket.
 * Each function resolves with the answer's JSON and rejects with a RequestError of the problem document.
 */
async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
      body: body && JSON.stringify(body),
      cache: 'no-store',
    });
  } catch {
    throw new RequestError('closed', 'The server cannot be reached right now');
  }
  const answer = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer;
  const text = answer?.detail || answer?.title || 'Something went wrong';
  throw new RequestError(answer?.code ?? 'internal', text, answer?.field);
}

/** @returns {Promise<{account: object|null, session: object|null}>} never an error for "not logged in" */
export const currentSession = () => call('GET', '/sessions/current');

/** @param {{name: string, password?: string, fullName?: string}} fields no password: a guest */
export const register = (fields) => call('POST', '/accounts', fields);

/** @param {{name: string, password: string}} fields the name may be an e-mail address */
export const logIn = (fields) => call('POST', '/sessions', fields);

export const logOut = () => call('DELETE', '/sessions/current');

export const sessions = async () => (await call('GET', '/sessions')).items;

export const endSession = (id) => call('DELETE', `/sessions/${encodeURIComponent(id)}`);

/** @param {{oldPassword?: string, newPassword: string}} fields a guest gives no old one */
export const setPassword = (fields) => call('PUT', '/accounts/me/password', fields);

/** @param {string} query part of a name */
export const findPeople = async (query) =>
  (await call('GET', `/people?limit=50&query=${encodeURIComponent(query)}`)).items;

/** @param {string} query part of a name @returns {Promise<object[]>} groups that everybody can find, own ones among them */
export const findGroups = (query) => call('GET', `/groups?query=${encodeURIComponent(query)}`);

/** @param {string} id @returns {Promise<object>} */
export const person = (id) => call('GET', `/people/${encodeURIComponent(id)}`);

/** @returns {Promise<{guests: boolean}>} what this server offers */
export const serverInfo = () => call('GET', '/server');

/** @param {string} chatID @returns {Promise<object[]>} the members of a conversation, also of a large one */
export const members = async (chatID) =>
  (await call('GET', `/conversations/${encodeURIComponent(chatID)}/members?limit=500`)).items;
