/**
 * A name of the chart in plain words: `registrationPortalUrl` is "registration portal URL". This file imports nothing, so that the
 * browser can take it as it is.
 */
export function words(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/\burl\b/g, 'URL')
    .replace(/\bshare point\b/g, 'SharePoint');
}

/** With a capital at its beginning, as a sentence or a title has it. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
