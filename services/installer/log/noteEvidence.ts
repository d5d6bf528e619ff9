import type { LogEvent } from './logEvent.ts';
import type { LogStory } from './logStory.ts';
import type { Redact } from './redactor.ts';

/** Notes what a line tells of the run as a whole: of which product, to what purpose, by whom, and how long a service was waited for. */
export function noteEvidence(story: LogStory, event: LogEvent, redact: Redact): void {
  // A newer version removes the older one within its own installation.
  const isNested = story.open.includes('RemoveExistingProducts');
  switch (event.is) {
    case 'product':
      if (isNested) break;
      if (event.code !== undefined) story.productCode ??= event.code;
      if (event.name !== undefined) story.evidence.product = redact(event.name);
      if (event.package !== undefined) story.evidence.package = redact(event.package);
      if (event.isOurs) story.evidence.isOurs = true;
      break;
    case 'named':
      if (story.ended) story.evidence.product ??= redact(event.name);
      break;
    case 'purpose':
      if (isNested) break;
      story.evidence[event.by] = event.purpose;
      if (event.name !== undefined) story.evidence.product = redact(event.name);
      break;
    case 'account':
      story.accounts[event.of] ??= event.name.split('\\').at(-1)!.toLowerCase();
      break;
    case 'serviceStarting':
      story.starting.at = event.at;
      break;
    case 'message':
      if (event.code === serviceNotStarted && event.at !== undefined && story.starting.at !== null) {
        story.starting.waited = (event.at - story.starting.at + day) % day;
      }
      break;
  }
}

/** Microsoft Learn, "Windows Installer Error Messages", 1920. */
const serviceNotStarted = 1920;
/** Seconds. */
const day = 86_400;
