import { asObject, entries, isList, type Json, type JsonObject, resolved } from "./json.ts";

/** Parameter values by place and name. */
export interface Values {
  readonly path: Readonly<Record<string, Json>>;
  readonly query: Readonly<Record<string, Json>>;
  readonly header: Readonly<Record<string, Json>>;
}

/** A value for every required parameter, and for every optional one that has an example. */
export function parameterValues(document: JsonObject, item: JsonObject, operation: JsonObject): Values {
  const values: Record<"path" | "query" | "header", Record<string, Json>> = { path: {}, query: {}, header: {} };
  for (const list of [item["parameters"], operation["parameters"]]) {
    for (const each of isList(list) ? list : []) {
      const parameter = resolved(document, each);
      const { name, in: place } = parameter;
      if (typeof name !== "string" || (place !== "path" && place !== "query" && place !== "header")) continue;
      const schema = resolved(document, parameter["schema"]);
      const shown = example(document, parameter, schema);
      const value = shown ?? (parameter["required"] === true ? invented(schema) : undefined);
      if (value !== undefined) values[place][name] = value;
    }
  }
  return values;
}

function example(document: JsonObject, parameter: JsonObject, schema: JsonObject): Json | undefined {
  if (parameter["example"] !== undefined) return parameter["example"];
  const [, first] = entries(parameter["examples"])[0] ?? [];
  if (first !== undefined) return resolved(document, first)["value"];
  const listed = schema["examples"];
  return isList(listed) ? listed[0] : undefined;
}

function invented(schema: JsonObject): Json {
  const values = schema["enum"];
  if (isList(values) && values[0] !== undefined) return values[0];
  if (schema["default"] !== undefined) return schema["default"];
  const type = isList(schema["type"]) ? schema["type"][0] : schema["type"];
  if (type === "integer" || type === "number") return typeof schema["minimum"] === "number" ? schema["minimum"] : 1;
  if (type === "boolean") return true;
  if (type === "array") return [invented(asObject(schema["items"]))];
  return "example_1";
}
