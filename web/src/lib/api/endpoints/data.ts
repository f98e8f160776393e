import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const data = {
  exports: () => settle(client.GET("/api/me/exports")),
  requestExport: () => settle(client.POST("/api/me/exports")),
  deleteExport: (id: string) => settle(client.DELETE("/api/me/exports/{id}", { params: { path: { id } } })),
  close: (body: Schemas["CloseAccountRequest"]) => settle(client.POST("/api/me/close", { body })),
  reopen: () => settle(client.POST("/api/me/reopen")),
  checkReceipt: (document: string) => settle(client.POST("/api/receipts/check", { body: { document } })),
  erasure: (link: string) => settle(client.GET("/api/erasures/{link}", { params: { path: { link } } })),
};
