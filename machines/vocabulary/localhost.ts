/**
 * Whether a name means whatever computer it is used on: localhost and what is below it, 127.0.0.0/8, and ::1 with brackets or without.
 *
 * @example isLocalhost(new URL('http://[::1]/').hostname) // true
 */
export function isLocalhost(host: string): boolean {
  return /^(localhost(\..*)?|127(\.\d+){3}|\[?::1\]?)$/i.test(host);
}
