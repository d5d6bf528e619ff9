import { writeFileSync } from 'node:fs';
import { published } from './published.ts';

for (const { file, text } of published()) writeFileSync(file, text);
