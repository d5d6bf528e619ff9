/** A program can't be started with the computer, or nobody can tell whether it is; the message says what to do about it. */
export class CannotAutostart extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotAutostart';
  }
}
