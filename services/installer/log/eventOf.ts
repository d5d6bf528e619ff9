import type { SeenActions } from './actionLine.ts';
import { engineEvent } from './engineEvent.ts';
import type { LogEvent } from './logEvent.ts';
import { textEvent } from './textEvent.ts';

/**
 * What a line tells; null where it tells nothing. It is read by Windows Installer's own marks, which are English on every Windows,
 * and by the form of the lines for people, whose words are not (Microsoft Learn, "Windows Installer Logging", "Logging of Action
 * Return Values").
 */
export function eventOf(line: string, seen?: SeenActions): LogEvent | null {
  const engine = engineLine.exec(line);
  return engine ? engineEvent(line.slice(engine[0].length), secondsOf(engine[1]!)) : textEvent(line, seen);
}

/** A line of the engine itself: client, server or custom action server, process and thread, time. */
const engineLine = /^MSI \([a-zA-Z]\) \([0-9A-F]{2}[:!][0-9A-F]{2}\) \[([\d:]{1,20})\]: /;

/** Seconds of the day. */
function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0, thousandths = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds + thousandths / 1000;
}
