/** Sleeps until it is woken, or the time is over; a call that comes while nobody sleeps counts for the next sleep. */
export class WakeUps {
  #wake: (() => void) | undefined;
  #called = false;

  wake(): void {
    this.#called = true;
    this.#wake?.();
  }

  async sleep(milliseconds: number): Promise<void> {
    if (!this.#called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    this.#called = false;
  }
}
