// A plugin of Stryker: words for people are not behaviour, so nobody tests them letter by letter.
const hasSpace = (text) => / /.test(text);

export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "prose",
    value: {
      shouldIgnore: ({ node }) => {
        if (node.type === "StringLiteral" && hasSpace(node.value)) return "words for people";
        const isText = node.type === "TemplateLiteral" && node.quasis.some(({ value }) => hasSpace(value.raw));
        return isText ? "words for people" : undefined;
      },
    },
  },
];
