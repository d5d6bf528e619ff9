import type { Call, Progress } from '../../../machines/ports/call.ts';

/**
 * Makes calls that share their work: a second call with the same key joins the one that is under way, and hears its progress from
 * then on. The work is called off once every caller has called off; who asks again then waits until it is over, so that two are
 * never at the same job.
 */
export function joinedCalls<T>(): (key: string, call: Call, work: (call: Call) => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Shared<T>>();
  return async (key, call, work) => {
    call.signal.throwIfAborted();
    let shared = underWay.get(key);
    if (!shared || shared.controller.signal.aborted) {
      shared = begin(work, shared?.result);
      underWay.set(key, shared);
      const begun = shared;
      const forget = () => underWay.get(key) === begun && underWay.delete(key);
      begun.result.then(forget, forget);
    }
    return await join(shared, call);
  };
}

interface Shared<T> {
  readonly controller: AbortController;
  readonly callers: Set<Call>;
  readonly result: Promise<T>;
}

function begin<T>(work: (call: Call) => Promise<T>, before: Promise<T> | undefined): Shared<T> {
  const controller = new AbortController();
  const callers = new Set<Call>();
  const progress = (news: Progress) => {
    for (const caller of callers) caller.progress(news);
  };
  const { signal } = controller;
  const result = (async () => {
    await before?.catch(() => {});
    signal.throwIfAborted();
    return await work({ signal, progress });
  })();
  return { controller, callers, result };
}

async function join<T>({ controller, callers, result }: Shared<T>, call: Call): Promise<T> {
  callers.add(call);
  const { promise: calledOff, reject } = Promise.withResolvers<never>();
  const leave = () => {
    callers.delete(call);
    if (callers.size === 0) controller.abort(call.signal.reason);
    reject(call.signal.reason);
  };
  call.signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([result, calledOff]);
  } finally {
    call.signal.removeEventListener('abort', leave);
    callers.delete(call);
  }
}
