import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { type Description, json } from '../openapi/operation.ts';
import { only } from '../problemReplies.ts';

/**
 * The OpenAPI document, and a page to browse it by. They need no token: they say what the API is, and nothing of what is
 * installed with it; a browser could not send a token for a page.
 */
export function openApiRoutes(document: object): Router {
  const router = Router({ strict: true });
  // In English alone, whoever asks: it is for programs, and for who writes them.
  const text = JSON.stringify(document);
  router
    .route('/openapi.json')
    .get((_request, response) => void response.type('json').send(text))
    .all(only('GET'));
  router
    .route('/docs')
    .get((request, response) => response.redirect(308, `${request.baseUrl}/docs/`))
    .all(only('GET'));
  router
    .route('/docs/')
    .get(strict, (_request, response) => void response.type('html').send(page))
    .all(only('GET'));
  router
    .route('/docs/:asset')
    .get(strict, (request, response, next) => {
      const { asset } = request.params;
      if (asset === 'start.js') response.type('js').send(start);
      else if (assets.includes(asset)) response.sendFile(asset, { root, maxAge: '1h' });
      else next('route');
    })
    .all(only('GET'));
  return router;
}

const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const assets: readonly string[] = ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png'];

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mim-setup API</title>
<link rel="icon" href="favicon-32x32.png">
<link rel="stylesheet" href="swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="swagger-ui-bundle.js"></script>
<script src="start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '../openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null, queryConfigEnabled: false });
`;

/** The page may use what comes from here, and nothing else. */
const strict: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  });
  next();
};

export const describeOpenApi: Description = {
  '/api/v1/openapi.json': {
    get: {
      id: 'getOpenApi',
      summary: 'Read this document',
      description: 'As it is published with the release.',
      open: true,
      replies: { 200: json('OpenAPI 3.1.', z.record(z.string(), z.unknown())) },
    },
  },
  '/api/v1/docs': {
    get: {
      id: 'browseOpenApi',
      summary: 'Browse this document',
      description: 'Swagger UI with this document, from which calls can be tried.',
      open: true,
      replies: {
        200: { description: 'A page for people.', content: { 'text/html': z.string() } },
        308: { description: 'To the same with a slash at its end, where its files are.' },
      },
    },
  },
};
