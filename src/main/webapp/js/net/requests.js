/** What a request ends with when it does not succeed. `code` is for programs, `message` for people. */
export class RequestError extends Error {
  /**
   * @param {string} code the server's code, or `closed` | `timeout` for what happened on the way
   * @param {string} message
   * @param {string} [field] the field the server complains about
   */
  constructor(code, message, field) {
    super(message.charAt(0).toUpperCase() + message.slice(1));
    this.code = code;
    this.field = field;
  }
}

/** Requests that wait for their reply, matched by the id the server echoes. */
export class Requests {
  #waiting = new Map();
  #count = 0;

  /**
   * @param {number} timeout milliseconds
   * @returns {{id: string, reply: Promise<any>}}
   */
  open(timeout) {
    const id = `r${++this.#count}`;
    const reply = new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#take(id)?.reject(new RequestError('timeout', 'The server did not answer in time')),
        timeout,
      );
      this.#waiting.set(id, { resolve, reject, timer });
    });
    return { id, reply };
  }

  /**
   * @param {{id?: string, payload?: object}} message a message of the server
   * @returns {boolean} whether it was the reply to one of ours
   */
  settle(message) {
    const request = message.id && this.#take(message.id);
    if (!request) return false;
    const { result, data, code, field } = message.payload ?? message.data ?? {};
    if (result === 'success') request.resolve(data);
    else request.reject(new RequestError(code ?? 'internal', textOf(data), field));
    return true;
  }

  /** The wire is gone: nobody will answer any more. */
  failAll() {
    for (const id of [...this.#waiting.keys()]) {
      this.#take(id).reject(new RequestError('closed', 'The connection was lost'));
    }
  }

  #take(id) {
    const request = this.#waiting.get(id);
    if (!request) return undefined;
    clearTimeout(request.timer);
    this.#waiting.delete(id);
    return request;
  }
}

const textOf = (data) => (typeof data === 'string' && data ? data : 'Something went wrong');
