/**
 * Times as people read them, in UTC, of an instant as ISO 8601 with a `Z`.
 *
 * @example moment('2026-05-04T12:30:15.250Z') // 2026-05-04 12:30:15 UTC
 */
export function moment(at: string): string {
  return `${toTheSecond(at)} UTC`;
}

/** As in a table whose head says what it is: `2026-05-04 12:30:15`. */
export function toTheSecond(at: string): string {
  return at.slice(0, 19).replace('T', ' ');
}

/** `2026-05-04 12:30` */
export function toTheMinute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** For what is over within the hour: `12:30 UTC`. */
export function timeOfDay(at: string): string {
  return `${at.slice(11, 16)} UTC`;
}
