export { problemsOf } from "./checks.ts";
export { type Packed, pack } from "./pack.ts";
export { inOrder, type Manifest, type PublishedPackage, publishedPackages } from "./packages.ts";
