import type { ChartEdge } from './edges.ts';

/** The drawing without its looks: where everything is, in units that are pixels at a scale of 1. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** By the id of the phase, or of the node. */
  readonly phases: ReadonlyMap<string, Box>;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly lines: readonly Line[];
}

/** From the upper left corner of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Its point is the upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** An arrow as it runs, and what is written beside it. Two arrows between the same nodes, there and back, are one line. */
export interface Line {
  readonly edges: readonly ChartEdge[];
  readonly points: readonly Point[];
  readonly caption: Caption | null;
}

/** Lines of words; the point is where the first of them begins, or ends. */
export interface Caption extends Point {
  readonly lines: readonly string[];
  readonly align: 'start' | 'end';
}
