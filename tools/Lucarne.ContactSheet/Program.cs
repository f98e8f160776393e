using System.Diagnostics;
using System.Globalization;
using Lucarne.Diorama.Tests.Support;
using Lucarne.Diorama;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;

// Renders prompts to contact sheets for looking at: dotnet run -c Release --project tools/Lucarne.ContactSheet -- OUT [options] PROMPT...
// A prompt may be given as a number: line N of --prompts FILE ("N. text"). Prints what was understood, what is not shown, and times.
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: OUT-DIR [--prompts FILE] [--seconds 8] [--frames 8] [--size portrait|landscape|both|WxH] [--scale 0.5] [--seed 1] [--together NAME] PROMPT-OR-NUMBER...");
    return 2;
}

Dictionary<string, string> options = new(StringComparer.Ordinal);
List<string> wanted = [];
for (int i = 1; i < args.Length; i++)
{
    if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
    {
        options[args[i][2..]] = args[++i];
    }
    else
    {
        wanted.Add(args[i]);
    }
}

double Number(string name, double usual) => options.TryGetValue(name, out string? text) ? double.Parse(text, CultureInfo.InvariantCulture) : usual;
string[] listed = options.TryGetValue("prompts", out string? file) ? File.ReadAllLines(file) : [];
double seconds = Number("seconds", 8);
int frames = (int)Number("frames", 8);
int step = Math.Max(1, (int)Math.Round(1 / Number("scale", 0.5)));
ulong seed = (ulong)Number("seed", 1);
string size = options.GetValueOrDefault("size", "both");
(int Width, int Height)[] sizes = size switch
{
    "portrait" => [(360, 640)],
    "landscape" => [(640, 360)],
    "both" => [(360, 640), (640, 360)],
    _ => [(int.Parse(size.Split('x')[0], CultureInfo.InvariantCulture), int.Parse(size.Split('x')[1], CultureInfo.InvariantCulture))],
};
Directory.CreateDirectory(args[0]);
List<(byte[] Rgb, int Width, int Height)> rows = [];
foreach (string want in wanted)
{
    string prompt = want, name = string.Concat(want.Take(24).Select(c => char.IsLetterOrDigit(c) ? c : '-'));
    if (int.TryParse(want, CultureInfo.InvariantCulture, out int number) && listed.FirstOrDefault(line => line.StartsWith($"{number}. ", StringComparison.Ordinal)) is { } found)
    {
        prompt = found[(found.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace("[fr] ", "", StringComparison.Ordinal);
        name = number.ToString("00", CultureInfo.InvariantCulture);
    }

    Console.WriteLine($"== {want}: {prompt}");
    PromptReading reading = PromptReader.Read(prompt, seconds, DioramaVocabulary.CanShow, DioramaVocabulary.PlaceShows);
    if (reading.Screenplay is not { } screenplay)
    {
        Console.WriteLine($"   refused: {reading.Refusal?.Message}");
        continue;
    }

    foreach (Shot shot in screenplay.Shots)
    {
        Console.WriteLine($"   [{shot.StartSeconds:0.0}-{shot.EndSeconds:0.0}] {shot.Setting ?? "?"} {shot.TimeOfDay} {shot.Weather} x{shot.TimeScale} | {string.Join(", ", shot.Subjects.Select(s => $"{s.Id}×{s.Count}({string.Join('/', s.Attributes.Colours)} {s.Attributes.Material} {s.Attributes.SizeScale} {string.Join('/', s.Attributes.Qualities)})"))} | {string.Join(", ", shot.Actions.Select(a => $"{a.SubjectId}.{a.Verb}({a.Direction} {a.TargetId} {a.Speed})"))} | {string.Join(", ", shot.Relations.Select(r => $"{r.SubjectId} {r.Kind} {r.TargetId}"))} | {shot.Camera.Move} {shot.Camera.Size} {shot.Camera.Angle} | {string.Join(',', shot.Styles)} | no {string.Join(',', shot.Excluded)}");
    }

    Console.WriteLine($"   not understood: {string.Join(", ", screenplay.NotUnderstood.Select(span => $"{span.Text}:{span.Reason}"))}");
    foreach ((int width, int height) in sizes)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using Film film = Film.Stage(screenplay, new FilmOptions { Width = width, Height = height, FramesPerSecond = 24, FrameCount = (int)(seconds * 24), Seed = seed });
        double staged = watch.Elapsed.TotalMilliseconds;
        if (options.ContainsKey("actors"))
        {
            foreach (var shot in film.Shots)
            {
                Console.WriteLine($"   camera {shot.CameraAt(0).Position} -> {shot.CameraAt(0).Target}, field {shot.CameraAt(0).FieldOfViewDegrees}, set {shot.Stage.PlayArea}");
            }

            foreach ((int at, var actor) in film.Shots.SelectMany((shot, at) => shot.Actors.Where(actor => actor.Weight > 0).Select(actor => (at, actor))))
            {
                Console.WriteLine($"   shot {at}: {actor.Prop.Concept} {actor.Prop.Rig} {actor.SizeM} {actor.Track.GetType().Name} {actor.Track.At(0).Position} -> {actor.Track.At(seconds).Position}");
            }
        }

        FrameBuffer buffer = new(width, height);
        int columns = width > height ? (frames + 1) / 2 : frames;
        int tileWidth = width / step, tileHeight = height / step, tileRows = (frames + columns - 1) / columns;
        byte[] sheet = new byte[tileWidth * columns * tileHeight * tileRows * 3];
        double first = 0;
        watch.Restart();
        for (int i = 0; i < frames; i++)
        {
            film.RenderFrame((int)((i + 0.5) * film.FrameCount / frames), buffer);
            first = i == 0 ? watch.Elapsed.TotalMilliseconds : first;
            Place(buffer.ToRgb(), width, height, sheet, tileWidth * columns, i % columns * tileWidth, i / columns * tileHeight, step);
        }

        Console.WriteLine($"   {width}x{height}: staged in {staged:0} ms, first frame {first:0} ms, then {(watch.Elapsed.TotalMilliseconds - first) / Math.Max(1, frames - 1):0} ms a frame");
        rows.Add((sheet, tileWidth * columns, tileHeight * tileRows));
        if (width == sizes[0].Width)
        {
            Console.WriteLine($"   shown: {string.Join(", ", film.Report.Shown)} | instead: {string.Join(", ", film.Report.Substituted.Select(s => $"{s.Asked}→{s.Shown}"))} | not: {string.Join(" ", film.Report.NotShown.Select(n => $"[{n.Concept}: {n.Reason}]"))}");
        }
    }

    if (!options.ContainsKey("together"))
    {
        Save(Path.Combine(args[0], name + ".png"), rows);
        rows.Clear();
    }
}

if (rows.Count > 0)
{
    Save(Path.Combine(args[0], options["together"] + ".png"), rows);
}

return 0;

// One sheet below the other.
static void Save(string path, List<(byte[] Rgb, int Width, int Height)> rows)
{
    int wide = rows.Max(row => row.Width), tall = rows.Sum(row => row.Height);
    byte[] all = new byte[wide * tall * 3];
    int top = 0;
    foreach ((byte[] rgb, int width, int height) in rows)
    {
        for (int y = 0; y < height; y++)
        {
            rgb.AsSpan(y * width * 3, width * 3).CopyTo(all.AsSpan((top + y) * wide * 3));
        }

        top += height;
    }

    PngWriter.Write(path, wide, tall, all);
}

// Box-averages a picture down by a whole factor into its place on the sheet.
static void Place(byte[] rgb, int width, int height, byte[] sheet, int sheetWidth, int left, int top, int step)
{
    for (int y = 0; y < height / step; y++)
    {
        for (int x = 0; x < width / step; x++)
        {
            for (int c = 0; c < 3; c++)
            {
                int sum = 0;
                for (int k = 0; k < step * step; k++)
                {
                    sum += rgb[(((((y * step) + (k / step)) * width) + (x * step) + (k % step)) * 3) + c];
                }

                sheet[((((top + y) * sheetWidth) + left + x) * 3) + c] = (byte)(sum / (step * step));
            }
        }
    }
}
