using System.Collections.Immutable;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

/// <summary>Reads an English or French prompt into a <see cref="Screenplay"/>.</summary>
/// <remarks>
/// Deterministic, thread-safe, and linear in the length of the prompt. No input makes it throw: what cannot be read is refused with a
/// code, and what is not understood is listed in <see cref="Screenplay.NotUnderstood"/>.
/// <para>Shots: "[0-3s] … [3-6s] …" gives ranges; "[5.0s] … [5.0s] …" gives lengths, unless the first is 0, then starts; "cut to" and
/// "Shot 2:" cut into equal parts. Ranges beyond the film are scaled to it; the last shot lasts to its end.</para>
/// <para>Changes: a line that begins with "Change:" or "Changement :" takes the place of what the other lines say on the same matter, in every
/// shot; see <see cref="Revision"/>.</para>
/// </remarks>
public static class PromptReader
{
    /// <summary>Longest prompt that is read, in UTF-16 code units.</summary>
    public const int MaxCharacters = 32_000;

    /// <summary>Longest film, in seconds.</summary>
    public const double MaxSeconds = 3_600;

    /// <summary>Most of one subject: "1,000 balloons" gives 200.</summary>
    public const int MaxCount = 200;

    /// <summary>Most shots; what follows is read into the last one.</summary>
    public const int MaxShots = 24;

    /// <summary>Most subjects, actions and relations that one shot keeps, in order of mention.</summary>
    public const int MaxPerShot = 64;

    /// <summary>Reads a prompt.</summary>
    /// <param name="prompt">Any text. Control characters, bidirectional overrides and lone surrogates are removed first; line feeds end a sentence; HTML tags are skipped.</param>
    /// <param name="seconds">Length of the film: above 0, at most <see cref="MaxSeconds"/>.</param>
    /// <param name="canShow">Whether a noun's concept can be shown; asked for the concept and then for each more general one, one yes is enough. Null: all can. What cannot is reported as <c>not-shown</c>.</param>
    /// <param name="placeShows">Whether the place and the weather of a shot show a concept by themselves, asked for what <paramref name="canShow"/> denies: what they show is a quality of the setting, and counts as understood. Null: none.</param>
    public static PromptReading Read(string prompt, double seconds, Func<string, bool>? canShow = null, Func<Shot, string, bool>? placeShows = null)
    {
        if (prompt is null || prompt.Length > MaxCharacters)
        {
            return prompt is null
                ? PromptReading.Refused("prompt_empty", "Write what the video should show.")
                : PromptReading.Refused("prompt_too_long", $"The prompt has {prompt.Length:N0} characters; shorten it to {MaxCharacters:N0} at most.");
        }

        if (!(seconds > 0 && seconds <= MaxSeconds))
        {
            return PromptReading.Refused("seconds_out_of_range", $"Ask for more than 0 and at most {MaxSeconds:N0} seconds.");
        }

        var text = Characters.Clean(prompt);
        if (text.Length == 0)
        {
            return PromptReading.Refused("prompt_empty", "Write what the video should show.");
        }

        var tokens = Tokenizer.Tokenize(text);
        var language = LanguageDetector.Detect(tokens) ?? "en";
        var items = ItemsOf(tokens, language);
        var (rest, changes) = Revision.Take(BriefLabels.Without(items, text), text);
        var (opening, parts) = ShotList.Split(rest, seconds);
        var drafts = ReadShots(text, language, opening, parts, changes, new SubjectRegistry(canShow), placeShows);
        return PromptReading.Of(new Screenplay
        {
            Prompt = text,
            Language = language,
            Seconds = seconds,
            World = WorldOf(text, opening, parts.Count),
            Shots =
            [
                .. drafts.Select((draft, i) =>
                {
                    var (start, length) = parts.Count == 1 ? (0, text.Length) : TextOf(text, parts[i].Items);
                    return Build(draft, language) with { TextStart = start, TextLength = length };
                }),
            ],
            Understood = Understood(items),
            NotUnderstood = NotUnderstood(text, items),
        });
    }

    /// <summary>Reads a storyboard: each shot's prompt by itself, all in one world.</summary>
    /// <param name="storyboard">Within the bounds of <see cref="Storyboard"/>.</param>
    /// <param name="canShow">As for a prompt.</param>
    /// <param name="placeShows">As for a prompt.</param>
    /// <param name="placeFor">Chooses the place of a shot that names none; shots after it stay there. Null leaves it to Staging, shot by shot.</param>
    /// <returns>A screenplay of one shot a storyboard shot. Its <see cref="Screenplay.Prompt"/> is <see cref="Storyboard.ToPrompt"/>, in which positions are.</returns>
    /// <exception cref="ArgumentException">The storyboard is out of its bounds.</exception>
    public static Screenplay Read(Storyboard storyboard, Func<string, bool>? canShow = null, Func<Shot, string, bool>? placeShows = null, Func<Shot, string?>? placeFor = null)
    {
        ArgumentNullException.ThrowIfNull(storyboard);
        if (storyboard.Shots.IsDefaultOrEmpty || storyboard.Shots.Length > Storyboard.MaxShots
            || storyboard.Shots.Any(shot => !(shot.Seconds is >= Storyboard.MinShotSeconds and <= Storyboard.MaxShotSeconds) || shot.Prompt.Length > Storyboard.MaxShotCharacters))
        {
            throw new ArgumentException("PromptReader: the storyboard has too few, too many, too long or too short shots", nameof(storyboard));
        }

        storyboard = storyboard with { World = Characters.Clean(storyboard.World), Shots = [.. storyboard.Shots.Select(shot => shot with { Prompt = Characters.Clean(shot.Prompt) })] };
        var (text, starts) = storyboard.Lay();
        var world = TokensAt(storyboard.World, 0);
        var shots = storyboard.Shots.Select((shot, i) => TokensAt(shot.Prompt, starts[i])).ToList();
        var language = LanguageDetector.Detect([.. world, .. shots.SelectMany(tokens => tokens)]) ?? "en";
        var worldItems = ItemsOf(world, language);
        var (opening, changes) = Revision.Take(BriefLabels.Without(worldItems, text), text);
        double start = 0;
        var parts = shots.ConvertAll(tokens => new ShotList.Part(ItemsOf(tokens, language), 0, 0));
        for (var i = 0; i < parts.Count; i++)
        {
            var end = start + storyboard.Shots[i].Seconds;
            parts[i] = parts[i] with { Start = start, End = end };
            start = end;
        }

        var drafts = ReadShots(text, language, opening, parts, changes, new SubjectRegistry(canShow), placeShows, placeFor);
        List<Item> items = [.. worldItems, .. parts.SelectMany(part => part.Items)];
        return new Screenplay
        {
            Prompt = text,
            Language = language,
            Seconds = start,
            World = storyboard.World,
            Shots =
            [
                .. drafts.Select((draft, i) => Build(draft, language) with
                {
                    TextStart = starts[i],
                    TextLength = storyboard.Shots[i].Prompt.Length,
                    Seed = storyboard.Shots[i].Seed,
                }),
            ],
            Understood = Understood(items),
            NotUnderstood = NotUnderstood(text, items),
        };

        // A mark of time within a shot's prompt cuts nothing: the storyboard says where shots end.
        static List<Token> TokensAt(string part, int at) =>
            [.. Tokenizer.Tokenize(part).Where(token => token.Kind != TokenKind.ShotMark).Select(token => token with { Start = token.Start + at })];
    }

    /// <summary>Reads what happens after a film's end: in its world, of its subjects and of others that come in.</summary>
    /// <param name="film">The film; its <see cref="Screenplay.Prompt"/> names its subjects.</param>
    /// <param name="words">Any text, English or French.</param>
    /// <param name="startSeconds">Moment of the film from which it holds.</param>
    /// <param name="endSeconds">Moment until which it is told; above <paramref name="startSeconds"/>.</param>
    /// <param name="canShow">As for a prompt.</param>
    /// <returns>What was understood; null where the words name nothing that could happen.</returns>
    public static Sequel? ReadSequel(Screenplay film, string words, double startSeconds, double endSeconds, Func<string, bool>? canShow = null)
    {
        ArgumentNullException.ThrowIfNull(film);
        ArgumentNullException.ThrowIfNull(words);
        var said = Characters.Clean(words.Length > MaxCharacters ? words[..MaxCharacters] : words);
        var registry = new SubjectRegistry(canShow);
        var (rest, changes) = Revision.Take(BriefLabels.Without(ItemsOf(Tokenizer.Tokenize(film.Prompt), film.Language), film.Prompt), film.Prompt);
        var (opening, parts) = ShotList.Split(rest, film.Seconds);
        ReadShots(film.Prompt, film.Language, opening, parts, changes, registry, placeShows: null);

        // Whom an earlier sequel brought in is known, too.
        var text = film.Prompt;
        var shot = new Shot { StartSeconds = startSeconds, EndSeconds = endSeconds };
        foreach (var part in film.Sequels.Select(earlier => earlier.Words).Append(said))
        {
            var offset = text.Length + 1;
            text = $"{text}\n{part}";
            var tokens = Tokenizer.Tokenize(part).Where(token => token.Kind != TokenKind.ShotMark).Select(token => token with { Start = token.Start + offset }).ToList();
            var language = LanguageDetector.Detect(tokens) ?? film.Language;
            var next = new ShotDraft { Start = startSeconds, End = endSeconds };
            ShotParser.Parse(text, ItemsOf(tokens, language), language == "fr", registry, next);
            shot = Build(next, language);
        }

        bool says = shot.Subjects.Length > 0 || shot.Actions.Length > 0 || shot.Dialogue.Length > 0 || shot.Weather is not null || shot.TimeOfDay is not null || shot.Camera != new CameraDirection();
        return says ? new Sequel(startSeconds, said, shot) : null;
    }

    /// <summary>What is said of the whole film of several shots: the words before the first one, then every change.</summary>
    private static string WorldOf(string text, List<Item> opening, int shots)
    {
        if (shots == 1)
        {
            return "";
        }

        var (start, length) = TextOf(text, opening);
        var world = Revision.Split(text.Substring(start, length)).Words;
        var changes = Revision.Split(text).Changes;
        return changes.Length == 0 ? world : $"{world}\n{changes}".Trim();
    }

    /// <summary>Where the items are in the text, from the first to the last that is no mark of punctuation at either end.</summary>
    private static (int Start, int Length) TextOf(string text, List<Item> items)
    {
        if (items.Count == 0)
        {
            return (0, 0);
        }

        var (start, end) = (items[0].Start, items[^1].End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ':' or ',' or ';' or '.' or '-' or '–' or '—'))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end - start);
    }

    private static List<Item> ItemsOf(List<Token> tokens, string language) =>
        language == "fr" ? ItemReader.Read(tokens, Lexicon.French, Lexicon.English) : ItemReader.Read(tokens, Lexicon.English, Lexicon.French);

    private static List<ShotDraft> ReadShots(
        string text, string language, List<Item> opening, List<ShotList.Part> parts, List<List<Item>> changes, SubjectRegistry registry,
        Func<Shot, string, bool>? placeShows, Func<Shot, string?>? placeFor = null)
    {
        var french = language == "fr";
        var drafts = new List<ShotDraft>(parts.Count);
        ShotDraft? earlier = null;
        if (opening.Count > 0)
        {
            earlier = new ShotDraft();
            ShotParser.Parse(text, opening, french, registry, earlier);
        }

        foreach (var part in parts)
        {
            var shot = new ShotDraft { Start = part.Start, End = part.End };
            ShotParser.Parse(text, part.Items, french, registry, shot);
            if (earlier is not null)
            {
                shot.Inherit(earlier);
                if (shot.Subjects.Count == 0 && drafts.Count == 0)
                {
                    earlier.Subjects.ForEach(shot.Add);
                    shot.Actions.AddRange(earlier.Actions);
                    shot.Relations.AddRange(earlier.Relations);
                }
            }

            shot.Setting ??= placeFor?.Invoke(Build(shot, language));
            if (placeShows is not null)
            {
                GiveToPlace(shot, [.. opening, .. part.Items], Build(shot, language), placeShows);
            }

            drafts.Add(shot);
            earlier = shot;
        }

        foreach (var change in changes)
        {
            Revision.Apply(text, change, french, registry, drafts);
        }

        return drafts;
    }

    /// <summary>"Warm windows", "big waves": what the place shows by itself becomes a quality of the setting.</summary>
    private static void GiveToPlace(ShotDraft draft, List<Item> items, Shot shot, Func<Shot, string, bool> placeShows)
    {
        foreach (var subject in draft.Subjects.Where(subject => subject.Hidden && placeShows(shot, subject.Concept)).ToList())
        {
            subject.OfPlace = true;
            draft.SettingAttributes.Qualities.Add(subject.Concept);
            draft.SettingAttributes.Qualities.AddRange(subject.Attributes.Qualities);
            if (subject.Attributes.SizeScale is { } scale && scale != 1)
            {
                draft.SettingAttributes.Qualities.Add(scale > 1 ? "big" : "calm");
            }

            foreach (var item in items.Where(item => item.NotShown && item.Concept == subject.Concept))
            {
                item.NotShown = false;
                item.MarkAs("setting", subject.Concept);
            }
        }
    }

    private static Shot Build(ShotDraft draft, string language)
    {
        var subjects = draft.Subjects.Where(subject => !subject.Hidden).Take(MaxPerShot).ToList();
        var shown = subjects.ToHashSet();
        foreach (var action in draft.Actions.Where(action => action.Subject is { Hidden: true, OfPlace: false }))
        {
            action.Item.NotShown = true;
        }

        return new Shot
        {
            StartSeconds = draft.Start,
            EndSeconds = draft.End,
            Setting = draft.Setting,
            SettingAttributes = draft.SettingAttributes.Build(),
            TimeOfDay = draft.TimeOfDay,
            Weather = draft.Weather,
            WeatherStrength = draft.WeatherStrength ?? 0.6f,
            Wind = draft.Wind ?? 0.2f,
            Subjects = [.. subjects.Select(subject => subject.Build())],
            Actions =
            [
                .. draft.Actions.Where(action => action.Subject is null || shown.Contains(action.Subject)).Take(MaxPerShot).Select(action => new ActionClause
                {
                    Verb = action.Verb,
                    SubjectId = action.Subject?.Id ?? action.Place!,
                    Direction = action.Direction,
                    TargetId = action.Target is { } target && shown.Contains(target) ? target.Id : action.TargetPlace,
                    Speed = action.Speed,
                    Manner = [.. action.Manner.Distinct(StringComparer.Ordinal)],
                }),
            ],
            Relations =
            [
                .. draft.Relations.Where(relation => shown.Contains(relation.Subject) && (relation.Target is null || shown.Contains(relation.Target)))
                    .Take(MaxPerShot).Select(relation => new Relation(relation.Subject.Id, relation.Kind, relation.Target?.Id ?? relation.Place!)),
            ],
            Dialogue =
            [
                .. draft.Dialogue.Take(MaxPerShot).Select(line => new DialogueLine(
                    line.Speaker is { Hidden: false } speaker ? speaker.Id : null, line.Text, LanguageDetector.Detect(Tokenizer.Tokenize(line.Text)) ?? language)),
            ],
            Camera = draft.Camera,
            Styles = [.. draft.Styles],
            TimeScale = draft.TimeScale ?? 1,
            Excluded = [.. draft.Excluded],
        };
    }

    private static ImmutableArray<UnderstoodSpan> Understood(List<Item> items) =>
        [.. items.Where(item => item is { SpanKind: not null, NotShown: false }).Select(item => new UnderstoodSpan(item.Start, item.End - item.Start, item.SpanKind!, item.Concept))];

    private static ImmutableArray<NotUnderstoodSpan> NotUnderstood(string text, List<Item> items) =>
    [
        .. items.Where(item => item.NotShown || (item.SpanKind is null && !item.Ignored)).Select(item => new NotUnderstoodSpan(
            item.Start,
            item.End - item.Start,
            text[item.Start..item.End],
            item.Senses.Length == 0 && item.Token.Kind is not (TokenKind.Quote or TokenKind.Number) ? "unknown" : "not-shown")),
    ];
}
