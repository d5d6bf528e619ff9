import { writeFileSync } from 'node:fs';
import { published } from './published.ts';

for (const { file, text } of await published()) writeFileSync(file, text);
