export { type SearchWindow, searchQuery } from "./search-query.ts";
