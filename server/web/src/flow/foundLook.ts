/** How the drawing fills its window, and how nodes look that were searched for. */
export const foundLook = `
svg { display: block; width: 100%; height: 100%; }
.node.found { opacity: 1; filter: drop-shadow(0 0 3px var(--here)) drop-shadow(0 0 3px var(--here)); }
.node.found.first { filter: drop-shadow(0 0 2px var(--here)) drop-shadow(0 0 6px var(--here)) drop-shadow(0 0 10px var(--here)); }
`;
