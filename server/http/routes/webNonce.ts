/** Stands in the built index.html where the server writes the nonce of each reply (Content-Security-Policy). */
export const noncePlaceholder = 'MIM-SETUP-NONCE';
