/** Marks where something is typed in a program. */
export const cursor = "/*cursor*/";
