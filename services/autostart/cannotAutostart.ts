/** Something stands against it that the user can mend; the message says what to do. */
export class CannotAutostart extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotAutostart';
  }
}
