import { type Description, json } from '../openapi/operation.ts';
import {
  etag,
  idempotencyKey,
  ifMatch,
  ifNoneMatch,
  installationId,
  installationProblems,
  lang,
  lastEventId,
  prefer,
  queryOf,
} from '../openapi/parameters.ts';
import { checkList } from '../replySchemas/checks.ts';
import { history } from '../replySchemas/history.ts';
import { installationList } from '../replySchemas/installations.ts';
import { eventStream } from '../replySchemas/progress.ts';
import { view } from '../replySchemas/view.ts';
import { assigning, beginning, event, listing } from '../requests.ts';

const viewReply = json('The view.', view, etag);

export const describeInstallations: Description = {
  '/api/v1/installations': {
    get: {
      id: 'listInstallations',
      summary: 'List installations',
      description: 'Newest first.',
      parameters: queryOf(listing),
      replies: { 200: json('A part of the list.', installationList) },
      problems: ['invalid-request'],
    },
    post: {
      id: 'beginInstallation',
      summary: 'Begin an installation',
      description:
        'Live, or as a rehearsal in which nothing is changed; with `answers`, or those of the installation that it is a `copyOf`, it goes on at once as far as they lead.',
      parameters: [idempotencyKey],
      body: { 'application/json': beginning },
      replies: { 201: json('The view of its first page.', view, { ...etag, Location: 'Where it is.' }) },
      problems: ['invalid-request', 'invalid-answers', 'idempotency-key-reused'],
    },
  },
  '/api/v1/installations/{id}': {
    get: {
      id: 'getInstallation',
      summary: 'See where an installation is',
      description:
        'With `If-None-Match` and `Prefer: wait=N` it answers when something has changed, or after N seconds with 304.',
      parameters: [installationId, ifNoneMatch, prefer],
      replies: { 200: viewReply, 304: { description: 'It is still at that revision.', headers: etag } },
      problems: installationProblems,
    },
    patch: {
      id: 'assignInstallation',
      summary: 'Give an installation to a runner',
      description:
        'What depends on the server that is installed on is done by that runner from then on, and what was being checked is checked anew. Until the installer is begun.',
      parameters: [installationId, ifMatch, idempotencyKey, prefer],
      body: { 'application/json': assigning },
      replies: { 200: viewReply },
      problems: [...installationProblems, 'invalid-request', 'not-now', 'stale', 'idempotency-key-reused'],
    },
    delete: {
      id: 'deleteInstallation',
      summary: 'Forget an installation that has ended',
      description: 'Finished, failed and cancelled ones, and those that cannot be used any more. Its secrets go first.',
      parameters: [installationId, idempotencyKey],
      replies: { 204: { description: 'It is forgotten.' } },
      problems: ['not-found', 'not-ended', 'idempotency-key-reused'],
    },
  },
  '/api/v1/installations/{id}/events': {
    post: {
      id: 'sendEvent',
      summary: 'Send an event',
      description:
        '`can` in the view lists the types that are taken at this point. With `Prefer: wait=N` it waits for checks to end.',
      parameters: [installationId, ifMatch, idempotencyKey, prefer],
      body: { 'application/json': event },
      replies: { 200: viewReply },
      problems: [
        ...installationProblems,
        'unknown-event',
        'not-now',
        'not-overridable',
        'checks-failed',
        'conflict',
        'stale',
        'invalid-answers',
        'idempotency-key-reused',
      ],
    },
  },
  '/api/v1/installations/{id}/checks': {
    get: {
      id: 'listChecks',
      summary: 'See every check',
      description: 'Every check that has been made so far, on all pages, with its latest result.',
      parameters: [installationId],
      replies: { 200: json('Each check, with its last result.', checkList) },
      problems: installationProblems,
    },
  },
  '/api/v1/installations/{id}/history': {
    get: {
      id: 'getHistory',
      summary: 'Read the journal',
      description: 'Every step so far: its event, when it was taken, and where it led.',
      parameters: [installationId],
      replies: { 200: json('Each step, the first one first.', history) },
      problems: installationProblems,
    },
  },
  '/api/v1/installations/{id}/stream': {
    get: {
      id: 'followInstallation',
      summary: 'Follow an installation',
      description:
        "Server-sent events: `view` with the revision as its id, and without id `progress` (what a running call tells) and `log` (new lines of the installer's log).",
      parameters: [installationId, lastEventId, lang],
      replies: { 200: { description: 'The stream.', content: { 'text/event-stream': eventStream } } },
      problems: installationProblems,
    },
  },
};
