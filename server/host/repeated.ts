/** A request with this key was remembered before: nothing was done, and what it was answered is the answer. */
export class Repeated extends Error {
  constructor() {
    super('This request was made before.');
    this.name = 'Repeated';
  }
}
