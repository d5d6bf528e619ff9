import type { Identity } from '../authority.ts';
import { startWebServer, type WebServer } from './webServer.ts';

/** A stand-in for Exchange Web Services: without a sign-in it answers 401 with the schemes that it takes. */
export function startExchange(identity: Identity, schemes: readonly string[]): Promise<WebServer> {
  return startWebServer(
    {
      '/EWS/Exchange.asmx': {
        status: 401,
        headers: { 'WWW-Authenticate': schemes, 'X-FEServer': 'MAIL', Server: 'Microsoft-IIS/10.0' },
      },
    },
    identity,
  );
}
