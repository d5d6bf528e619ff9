import { type RequestHandler, Router } from 'express';
import { type ProblemKind, problems } from '../../../machines/vocabulary/problems.ts';
import { escapeText } from '../../drawing/escape.ts';
import type { Wording } from '../../view/wording.ts';
import { wordingFor } from '../inAskedLanguage.ts';
import { only } from '../problemReplies.ts';

/**
 * `/docs/errors`: where the `type` of a problem leads, each to its own place on one page. It needs no token: it says what can be wrong,
 * and nothing of what is.
 */
export function problemTypeRoutes(): Router {
  const router = Router();
  router
    .route('/docs/errors')
    .get(strict, (_request, response) => void response.type('html').send(pageIn(wordingFor(response))))
    .all(only('GET'));
  return router;
}

function pageIn({ language, tell }: Wording): string {
  const title = escapeText(tell('Problems of mim-setup'));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; }
main { font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; }
section:target { outline: 2px solid; outline-offset: 0.5rem; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeText(tell('What a reply can say is wrong, by its code, and what to do.'))}</p>
${Object.entries<ProblemKind>(problems)
  .map(([code, problem]) => sectionOf(code, problem, tell))
  .join('\n')}
</main>
</body>
</html>
`;
}

function sectionOf(code: string, { title, remedy, status }: ProblemKind, tell: Wording['tell']): string {
  const replied = status === null ? '' : ` (${status ?? 409})`;
  return `<section id="${code}"><h2>${escapeText(tell(title))}</h2><p><code>${code}</code>${replied}. ${escapeText(tell(remedy))}</p></section>`;
}

/** The page runs nothing and loads nothing. */
const strict: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  });
  next();
};
