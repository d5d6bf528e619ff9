import type { ServerResponse } from 'node:http';
import type { Verify } from './bearer.ts';
import { bodyOf, type Handler } from './listener.ts';

/** Exchange Web Services of Office 365, as far as opening an inbox goes: as an application, in the name of a mailbox. */
export function mailAt({ verify }: { readonly verify: Verify }): Handler {
  return async (request, response) => {
    if (request.url === '/EWS/Exchange.asmx' && request.headers.authorization === undefined) {
      response.writeHead(401, { 'www-authenticate': offered });
      response.end();
      return;
    }
    if (request.method !== 'POST' || request.url !== '/EWS/Exchange.asmx') {
      response.writeHead(404);
      response.end();
      return;
    }
    const bearer = await verify(request).catch(() => undefined);
    if (!bearer)
      return turnAway(
        response,
        401,
        '2000008;reason="The token contains no permissions, or permissions cannot be understood.";error_category="invalid_grant"',
      );
    const role = bearer.tenant.mailboxRoles.get(bearer.who);
    const opensAll = bearer.permissions.includes('full_access_as_app');
    if (!opensAll && !role) {
      return turnAway(
        response,
        403,
        '2000012;reason="The application lacks the role that the operation needs.";error_category="invalid_grant"',
      );
    }
    const envelope = await bodyOf(request);
    const mailbox = /<t:PrimarySmtpAddress>([^<]*)</.exec(envelope)?.[1];
    if (mailbox === undefined) {
      return fault(
        response,
        'ErrorInvalidExchangeImpersonationHeaderData',
        'ExchangeImpersonation SOAP header must be present for this type of OAuth token.',
      );
    }
    if (!opensAll && !role?.has(mailbox)) return fault(response, 'ErrorAccessDenied', 'Access is denied.');
    if (!bearer.tenant.mailboxes.has(mailbox)) {
      return fault(response, 'ErrorNonExistentMailbox', 'The SMTP address has no mailbox associated with it.');
    }
    if (request.headers['x-anchormailbox'] !== mailbox) {
      return fault(response, 'ErrorIncorrectSchemaVersion', 'The anchor mailbox does not fit.');
    }
    soap(
      response,
      200,
      `<m:GetFolderResponse xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><m:ResponseMessages><m:GetFolderResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><m:Folders><t:Folder><t:FolderId Id="AAMk" ChangeKey="AQ"/></t:Folder></m:Folders></m:GetFolderResponseMessage></m:ResponseMessages></m:GetFolderResponse>`,
    );
  };
}

/** What Office 365 offers to somebody who has not signed in. */
const offered =
  'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", token_types="app_asserted_user_v1 service_asserted_app_v1", authorization_uri="https://login.windows.net/common/oauth2/authorize"';

function fault(response: ServerResponse, code: string, text: string): void {
  soap(
    response,
    500,
    `<s:Fault><faultcode xmlns:a="http://schemas.microsoft.com/exchange/services/2006/types">a:${code}</faultcode><faultstring xml:lang="en-US">${text}</faultstring><detail><e:ResponseCode xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors">${code}</e:ResponseCode><e:Message xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors">${text}</e:Message></detail></s:Fault>`,
  );
}

function soap(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' });
  response.end(
    `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`,
  );
}

function turnAway(response: ServerResponse, status: number, diagnostics: string): void {
  response.writeHead(status, { 'x-ms-diagnostics': diagnostics });
  response.end();
}
