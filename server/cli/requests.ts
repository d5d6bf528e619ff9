import { parsePrintable } from './printable.ts';
import { type ProblemDetails, Refused, Unreachable } from './problems.ts';

type Headers = Readonly<Record<string, string>>;

interface Sending {
  readonly body?: Blob | undefined;
  readonly headers?: Headers;
  readonly signal?: AbortSignal;
}

/** Requests to the REST API of one service, by one token. */
export class Requests {
  readonly #url: string;
  readonly #token: string | undefined;
  /** Ends every request when the user leaves. */
  readonly leave: AbortSignal;

  constructor(url: string, token: string | undefined, leave: AbortSignal) {
    this.#url = url.replace(/\/+$/, '');
    this.#token = token;
    this.leave = leave;
  }

  /** @param body what is sent as JSON, or as it is where it is a Blob. */
  async json<Reply>(method: string, path: string, body?: object, headers: Headers = {}): Promise<Reply> {
    return json(await this.send(method, path, { body: body && asJson(body), headers }));
  }

  async text(path: string, headers: Headers = {}): Promise<string> {
    return (await this.send('GET', path, { headers })).text();
  }

  /** @throws {Refused}, {Unreachable}, or the reason of the signal that aborted it. */
  async send(method: string, path: string, { body, headers = {}, signal = this.leave }: Sending = {}): Promise<Response> {
    const authorization = this.#token === undefined ? {} : { Authorization: `Bearer ${this.#token}` };
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: { Accept: 'application/json, text/*;q=0.9, */*;q=0.8', ...headers, ...authorization },
      ...(body && { body }),
      signal,
    }).catch((cause) => {
      throw signal.aborted ? signal.reason : new Unreachable(this.#url, { cause });
    });
    if (response.ok) return response;
    throw await refusalOf(response, this.#url);
  }
}

/** A Blob brings the type of its content with it. */
function asJson(body: object): Blob {
  return body instanceof Blob ? body : new Blob([JSON.stringify(body)], { type: 'application/json' });
}

async function json<Reply>(response: Response): Promise<Reply> {
  return parsePrintable<Reply>(await response.text());
}

/** What answers without problem details is not a service of ours. */
async function refusalOf(response: Response, url: string): Promise<Error> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return new Unreachable(url);
  return new Refused(await json<ProblemDetails>(response));
}
