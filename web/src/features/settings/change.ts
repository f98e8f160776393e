import type { AccountSettings } from "$lib/api/types";
import { i18n } from "$lib/i18n/index.svelte";
import { sentenceFor } from "$lib/i18n/problems";
import { preferences } from "$lib/session/preferences.svelte";
import { toasts } from "$lib/ui/toasts.svelte";

/** Changes a setting, and says so where the server refuses. */
export async function change(wanted: Partial<AccountSettings>): Promise<void> {
  const result = await preferences.change(wanted);
  if (!result.ok) toasts.trouble(sentenceFor(result.problem, i18n.t));
}
