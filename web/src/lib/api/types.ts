import type { components } from "./schema";

/** The shapes of the HTTP API, under the names that the pages use. */
type Schemas = components["schemas"];

export type AdministeredAccount = Schemas["AdministeredAccount"];
export type AuditEntry = Schemas["AuditEntry"];
export type Case = Schemas["Case"];
export type Decision = NonNullable<Schemas["Decision"]>;
export type Overview = Schemas["Overview"];
export type Report = Schemas["Report"];
export type ReportReason = Schemas["ReportReason"];
export type ReportTargetKind = Schemas["ReportTargetKind"];
export type DecisionNotice = Schemas["DecisionNotice"];
export type AccountSettings = Schemas["AccountSettings"];
export type Author = Schemas["Author"];
export type Comment = Schemas["Comment"];
export type CommentRules = Schemas["CommentRules"];
export type CommentTerms = Schemas["CommentTerms"];
export type CommentThread = Schemas["CommentThread"];
export type Draft = Schemas["Draft"];
export type Engine = Schemas["Engine"];
export type Generation = Schemas["Generation"];
export type GenerationRequest = Schemas["CreateGenerationRequest"];
export type GenerationStatus = Schemas["GenerationState"];
export type Instance = Schemas["Instance"];
export type Me = Schemas["Me"];
export type Post = Schemas["Post"];
export type PublishRequest = Schemas["PublishDraftRequest"];
export type Screenplay = Schemas["Screenplay"];
export type TextFacet = Schemas["TextFacet"];
export type UnderstoodSpan = Schemas["UnderstoodSpan"];
export type Video = Schemas["Video"];
