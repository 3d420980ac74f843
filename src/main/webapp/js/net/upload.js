import { RequestError } from './requests.js';

const PATH = '/api/v1/attachments';

/**
 * Sends a file to the server. Not by `fetch`, which tells nothing of how far it is.
 *
 * @param {Blob} file
 * @param {string} name
 * @param {{progress: (part: number) => void, signal: AbortSignal}} options `part` from 0 to 1
 * @returns {Promise<object>} the attachment; a RequestError otherwise, of code `aborted` when it was taken back
 */
export function upload(file, name, { progress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${PATH}?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => total > 0 && progress(loaded / total);
    request.onload = () => {
      const answer = request.response;
      if (request.status === 201) return resolve(answer);
      const text = request.status === 413 ? 'This file is too large' : answer?.detail || answer?.title || 'Something went wrong';
      reject(new RequestError(answer?.code ?? 'internal', text, answer?.field));
    };
    request.onerror = () => reject(new RequestError('closed', 'The server cannot be reached right now'));
    request.onabort = () => reject(new RequestError('aborted', 'Taken back'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
