import type { Progress } from '../../../machines/ports/call.ts';
import { mergeProgress } from '../mergeProgress.ts';

/** What the calls under way have told, by installation. */
export class CallProgressStore {
  readonly #told = new Map<string, { readonly calls: Set<string>; readonly progress: Progress }>();

  tell(installation: string, call: string, progress: Progress): void {
    const before = this.#told.get(installation);
    const calls = new Set(before?.calls).add(call);
    this.#told.set(installation, { calls, progress: mergeProgress(before?.progress, progress) });
  }

  of(installation: string): Progress | undefined {
    return this.#told.get(installation)?.progress;
  }

  /** What one call has told stays while another one of the same installation still runs. */
  forget(installation: string, call: string): void {
    const told = this.#told.get(installation);
    told?.calls.delete(call);
    if (told?.calls.size === 0) this.#told.delete(installation);
  }

  forgetAll(installation: string): void {
    this.#told.delete(installation);
  }
}
