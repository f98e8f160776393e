import { client, settle } from "../client";

export const instance = {
  get: () => settle(client.GET("/api/instance")),
};
