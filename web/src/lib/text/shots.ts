/** A shot of a storyboard, as a film's prompt tells it. */
export interface ToldShot {
  seconds: number;
  prompt: string;
}

/** A prompt as one reads it: without the marks of its shots. */
export function wordsOf(prompt: string): string {
  const laid = shotsOf(prompt);
  if (laid === null) return prompt;
  return [laid.world, ...laid.shots.map((shot) => shot.prompt)].filter((words) => words !== "").join(" · ");
}

const mark = /^\[(\d+(?:\.\d+)?)s\]\s+(.*)$/;

/** The shots of a prompt that a storyboard was written into ("[2.5s] the fox jumps", a line each), and the words before them; null for any other prompt. */
export function shotsOf(prompt: string): { world: string; shots: ToldShot[] } | null {
  const world: string[] = [];
  const shots: ToldShot[] = [];
  for (const line of prompt.split("\n")) {
    const found = mark.exec(line);
    const last = shots.at(-1);
    if (found?.[1] !== undefined && found[2] !== undefined) {
      shots.push({ seconds: Number(found[1]), prompt: found[2] });
    } else if (last) {
      last.prompt += `\n${line}`;
    } else {
      world.push(line);
    }
  }
  return shots.length === 0 ? null : { world: world.join("\n"), shots };
}
