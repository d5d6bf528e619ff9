import type { Request, RequestHandler, Response } from 'express';
import { type Language, languages, translatorTo } from '../language/languages.ts';
import { translateReply } from '../language/translateReply.ts';
import type { Translator } from '../language/translator.ts';
import { english, type Wording } from '../view/wording.ts';

/**
 * Replies in the language that the client asks for by `Accept-Language`, or, where it cannot say that, by `lang` in the address; in
 * English, where it asks for none of those that there are. What is kept, and what another client is told, does not depend on it.
 */
export const inAskedLanguage: RequestHandler = (request, response, next) => {
  response.setHeader('Vary', 'Accept-Language');
  const language = askedLanguage(request);
  if (language === 'en') return next();
  return translatorTo(language).then((translator) => {
    if (translator) tellBy(translator, response);
    next();
  });
};

function tellBy(translator: Translator, response: Response): void {
  response.locals['translator'] = translator;
  const json = response.json.bind(response);
  response.json = (body: unknown) => {
    response.set('Content-Language', translator.language);
    return json(translateReply(JSON.parse(JSON.stringify(body)), translator));
  };
}

/** What tells this reply in another language than the program's own. */
export function translatorOf(response: Response): Translator | undefined {
  return response.locals['translator'] as Translator | undefined;
}

/** What a document is written by, in the language that it is asked for in; the reply says which, where that is not English. */
export function wordingFor(response: Response): Wording {
  const translator = translatorOf(response);
  if (!translator) return english;
  response.setHeader('Content-Language', translator.language);
  return translator;
}

function askedLanguage(request: Request): Language {
  const chosen = request.url.includes('lang=') ? request.query['lang'] : undefined;
  const asked = chosen ?? (request.headers['accept-language'] !== undefined && request.acceptsLanguages(...languages));
  return languages.find((language) => language === asked) ?? 'en';
}
