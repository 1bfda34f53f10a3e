using System.Globalization;
using Community.Platform.Texts;

namespace Community.Groups;

/// <summary>The fields of a charter as texts, for the history of its edits.</summary>
static class CharterFields
{
    // No item of a list holds it.
    const char Separator = '\u001f';

    /// <summary>The fields that differ, with their texts; null for an empty one.</summary>
    public static IEnumerable<(string Field, string? Before, string? After)> Differences(
        Charter before, Charter after) =>
        TextsOf(before)
            .Zip(TextsOf(after), (old, present) => (old.Field, Before: old.Text, After: present.Text))
            .Where(field => field.Before != field.After)
            .Select(field => (field.Field, Show(field.Before), Show(field.After)));

    static IEnumerable<(string Field, string? Text)> TextsOf(Charter charter) =>
    [
        ("audience", charter.Audience),
        ("service", charter.Service),
        ("benefits", List(charter.Benefits)),
        ("rules", List(charter.Rules)),
        ("endsAt", Instant(charter.EndsAt)),
        ("ending", charter.Ending),
        ("membersHavePaid", NameOf(charter.MembersHavePaid)),
        ("deputies", List(charter.Deputies.Select(deputy => $"{deputy.StaffId}（{deputy.Expertise}）"))),
        ("rhythm", charter.Rhythm),
        ("goal", charter.Goal is { } goal ? List([goal.Text, goal.Measure]) : null),
        ("reviewAt", Instant(charter.ReviewAt)),
        ("consequence", NameOf(charter.Consequence)),
    ];

    static string? List(IEnumerable<string> items) =>
        string.Join(Separator, items) is { Length: > 0 } list ? list : null;

    static string? Show(string? text) => text?.Replace(Separator, '、');

    static string? Instant(DateTimeOffset? at) =>
        at?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    static string? NameOf<T>(T? value)
        where T : struct => value is { } named
        ? Phrasebook.Chinese.Template($"group.charter.{typeof(T).Name}.{named}")
        : null;
}
