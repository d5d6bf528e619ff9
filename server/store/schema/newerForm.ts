import { schemaVersion } from './schemaVersion.ts';

/** The store was made by a newer version: this one would not know what it keeps there. */
export class NewerForm extends Error {
  constructor(made: number) {
    super(`It was made by a newer version of mim-setup (its form is ${made}, this one knows ${schemaVersion}).`);
    this.name = 'NewerForm';
  }
}
