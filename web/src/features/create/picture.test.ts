import { beforeEach, describe, expect, it, vi } from "vitest";
import { failure, success } from "$lib/api/problem";

const { calls } = vi.hoisted(() => ({ calls: { upload: vi.fn(), takeFrame: vi.fn(), remove: vi.fn() } }));
vi.mock("$lib/api/endpoints", () => ({ firstImages: calls }));

import { StartPicture } from "./picture.svelte";

const photo = new File(["x"], "beach.jpg", { type: "image/jpeg" });
const answer = (id: string) =>
  success({ id, url: `/api/first-images/${id}/file`, name: "beach", width: 9, height: 9 });

beforeEach(() => {
  for (const call of Object.values(calls)) call.mockReset();
  calls.remove.mockResolvedValue(success(undefined));
  URL.createObjectURL = () => "blob:here";
  URL.revokeObjectURL = vi.fn();
});

describe("the picture that a film starts from", () => {
  it("stays on the device until its rights are confirmed, and is sent then", async () => {
    calls.upload.mockResolvedValue(answer("a"));
    const picture = new StartPicture();

    picture.take(photo);
    expect([picture.url, picture.name, picture.id]).toEqual(["blob:here", "beach", null]);
    expect(calls.upload).not.toHaveBeenCalled();
    await picture.confirm(true);

    expect(calls.upload).toHaveBeenCalledWith(photo);
    expect(picture.id).toBe("a");
  });

  it("says that it is not confirmed only once somebody wants to go on", async () => {
    calls.upload.mockResolvedValue(answer("a"));
    const picture = new StartPicture();
    picture.take(photo);

    expect(picture.unconfirmed).toBe(false);
    picture.ask();
    expect(picture.unconfirmed).toBe(true);
    await picture.confirm(true);
    expect(picture.unconfirmed).toBe(false);
  });

  it("is taken back from the server when the confirmation is", async () => {
    calls.upload.mockResolvedValue(answer("a"));
    const picture = new StartPicture();
    picture.take(photo);
    await picture.confirm(true);

    await picture.confirm(false);

    expect(calls.remove).toHaveBeenCalledWith("a");
    expect(picture.id).toBeNull();
    expect(picture.url).toBe("blob:here");
  });

  it("does not come back when it was removed while it was sent", async () => {
    let arrive: (value: unknown) => void = () => undefined;
    calls.upload.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    const picture = new StartPicture();
    picture.take(photo);
    const sending = picture.confirm(true);

    picture.remove();
    arrive(answer("late"));
    await sending;

    expect([picture.url, picture.id, picture.sending]).toEqual([null, null, false]);
    expect(calls.remove).toHaveBeenCalledWith("late");
  });

  it("keeps the one that is there when another cannot be taken", () => {
    const picture = new StartPicture();
    picture.take(photo);

    picture.take(new File(["x"], "film.mp4", { type: "video/mp4" }));

    expect(picture.problem?.code).toBe("first_image_invalid");
    expect(picture.url).toBe("blob:here");
  });

  it("can be sent again after a refusal and after the server has lost it", async () => {
    calls.upload.mockResolvedValueOnce(failure("network")).mockResolvedValue(answer("b"));
    const picture = new StartPicture();
    picture.take(photo);
    await picture.confirm(true);
    expect(picture.problem?.code).toBe("network");

    await picture.send();
    expect([picture.id, picture.problem]).toEqual(["b", null]);
    picture.lost(failure("first_image_not_found").problem);
    expect([picture.id, picture.problem?.code]).toEqual([null, "first_image_not_found"]);
    await picture.send();
    expect(picture.id).toBe("b");
  });

  it("leaves the picture of an earlier film alone when it is removed here", () => {
    const picture = new StartPicture();
    picture.show({ id: "old", url: "/api/first-images/old/file" });
    expect([picture.id, picture.mayConfirm]).toEqual(["old", false]);

    picture.remove();

    expect(calls.remove).not.toHaveBeenCalled();
    expect(picture.id).toBeNull();
  });
});
