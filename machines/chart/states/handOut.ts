/** The client secret that was registered here is handed out where somebody may need it: to run the script, or to enter it. */
export const handOut = { guard: 'holdsSecret', actions: 'keepHandOut' } as const;
