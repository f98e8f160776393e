export const dataProblems = {
  export_in_progress: "An export is already being made. Wait until it is ready, or delete it first.",
  export_not_found: "This export is gone: it has expired or was deleted. Ask for a new one.",
  export_not_ready: "This export is not ready yet. Wait a moment.",
};
