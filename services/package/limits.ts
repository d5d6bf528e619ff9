const MiB = 2 ** 20;

/**
 * What the reader takes on. The real package is some tens of megabytes, with tables of less than ten; a file beyond these limits
 * is refused, so that none can exhaust the service. That must not be left to the heap of the reading thread: a thread that runs
 * out of it may take the process with it.
 */
export const limits = {
  /** Bytes of the file. */
  file: 256 * MiB,
  /** Bytes that the container library may copy while it puts the streams together. */
  copied: 384 * MiB,
  /** Entries of the container's directory: streams, storages and gaps; and how deep storages stand within each other. */
  entries: 10_000,
  depth: 8,
  /** Bytes of one table's stream, and of all strings. */
  table: 32 * MiB,
  strings: 32 * MiB,
  /** How many strings there are. */
  stringCount: 500_000,
  /** Columns and rows of one table. Windows Installer itself takes 32 columns at most. */
  columns: 32,
  rows: 100_000,
  /** Cells of all tables that are read. */
  cells: 1_000_000,
  /** Characters in all cells that are read: a string counts as often as it is referred to. */
  characters: 16 * MiB,
  /** Controls that set something, what they offer to choose from in all, and public properties. */
  dialogs: 10_000,
  choices: 20_000,
  properties: 20_000,
  /** Controls of one dialog for which the nearest text is looked for, and texts of a dialog that are kept. */
  controlsOfDialog: 200,
  textsOfDialog: 20,
  /** Characters of a label or of a choice. */
  label: 1000,
  /** Characters of a condition that are looked at. */
  condition: 10_000,
  /** Milliseconds for it all. */
  time: 20_000,
  /** Megabytes of the reading thread's heap. */
  heap: 512,
} as const;
