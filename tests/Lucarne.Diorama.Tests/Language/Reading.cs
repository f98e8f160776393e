using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Language;

/// <summary>Short ways to read a prompt and to say what was found.</summary>
internal static class Reading
{
    public static Screenplay Of(string prompt, double seconds = 10, Func<string, bool>? canShow = null)
    {
        var reading = PromptReader.Read(prompt, seconds, canShow);
        reading.Refusal.ShouldBeNull();
        return reading.Screenplay!;
    }

    public static Shot Shot(string prompt)
    {
        var screenplay = Of(prompt);
        screenplay.Shots.Length.ShouldBe(1);
        return screenplay.Shots[0];
    }

    public static Subject Subject(this Shot shot, string id) =>
        shot.Subjects.SingleOrDefault(subject => subject.Id == id) ?? throw new ShouldAssertException($"no subject \"{id}\" among: {string.Join(", ", shot.Subjects.Select(subject => subject.Id))}");

    /// <summary>Each action as "subject verb direction target", with what is absent left out.</summary>
    public static string[] Deeds(this Shot shot) =>
        [.. shot.Actions.Select(action => string.Join(' ', new[] { action.SubjectId, action.Verb, action.Direction, action.TargetId }.Where(part => part is not null)))];

    public static string[] Places(this Shot shot) => [.. shot.Relations.Select(relation => $"{relation.SubjectId} {relation.Kind} {relation.TargetId}")];

    public static string[] Missed(this Screenplay screenplay) => [.. screenplay.NotUnderstood.Select(span => span.Text)];
}
