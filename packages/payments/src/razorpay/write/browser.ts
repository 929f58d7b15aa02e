import type { BrowserInput } from "@specie/razorpay";
import { given } from "../../gateway/given.ts";
import type { BrowserInfo } from "../../gateway/inputs.ts";

/** The customer's browser as 3-D Secure wants it; undefined when nothing of it is known. */
export function writeBrowser(browser: BrowserInfo | undefined): BrowserInput | undefined {
  if (browser === undefined) return undefined;
  const written = given({
    java_enabled: browser.javaEnabled,
    javascript_enabled: browser.javaScriptEnabled,
    timezone_offset: browser.timeZoneOffset,
    color_depth: browser.colorDepth,
    screen_width: browser.screenWidth,
    screen_height: browser.screenHeight,
    language: browser.language,
  });
  return Object.keys(written).length === 0 ? undefined : written;
}
