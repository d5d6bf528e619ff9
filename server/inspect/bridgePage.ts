import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/**
 * The page that holds the viewer in a frame and hands it the events, as the viewer expects them: each by `postMessage`, from when
 * it has said that it is there. Only the viewer's own site is listened to and spoken to, and the page may load nothing else.
 */
export function bridgePage(response: ServerResponse, viewer: string): void {
  const nonce = randomBytes(16).toString('base64');
  const { protocol, host } = new URL(viewer);
  const site = `${protocol}//${host}`;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `frame-src ${site} ${protocol}//*.${host}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  response
    .writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
    .end(page(viewer, nonce));
}

function page(viewer: string, nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>mim-setup in Stately's inspector</title>
<style nonce="${nonce}">html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 100%; border: 0; display: block }</style>
</head>
<body>
<iframe title="Stately's inspector" src="${viewer}" referrerpolicy="no-referrer"></iframe>
<script nonce="${nonce}">
const frame = document.querySelector('iframe');
const { protocol, host } = new URL(frame.src);
const waiting = [];
let site;
addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || data?.type !== '@statelyai.connected') return;
  const from = new URL(origin);
  if (from.protocol !== protocol || (from.host !== host && !from.host.endsWith('.' + host))) return;
  site = origin;
  for (const event of waiting.splice(0)) frame.contentWindow.postMessage(event, site);
});
new WebSocket(new URL('events', location.href.replace(/^http/, 'ws'))).onmessage = ({ data }) => {
  const event = JSON.parse(data);
  if (site === undefined) waiting.push(event);
  else frame.contentWindow.postMessage(event, site);
};
</script>
</body>
</html>
`;
}
