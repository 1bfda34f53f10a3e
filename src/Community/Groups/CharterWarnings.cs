using Community.Platform.Texts;

namespace Community.Groups;

/// <summary>What a group lacks that keeps groups alive; <paramref name="Text"/> is Chinese.</summary>
public sealed record CharterWarning(string Field, string Text);

/// <summary>
/// Warns about what a group does without: nobody is kept from running it so. A group for people who have paid nothing
/// lives from what it sells that day, so a long-lived one is warned about.
/// </summary>
public static class CharterWarnings
{
    /// <summary>In the order of the fields of a charter; none for a dissolved group.</summary>
    public static IReadOnlyList<CharterWarning> Of(Group group) =>
        group.IsAlive ? [.. FieldsOf(group).Select(Warn)] : [];

    // A flash group is over the same night: it has no rhythm, no goal and no review.
    static IEnumerable<string> FieldsOf(Group group)
    {
        var charter = group.Charter;
        var isLasting = group.Kind is not GroupKind.Flash;
        if (group.Owner is null) yield return "owner";
        if (charter.Deputies.Count == 0) yield return "charter.deputies";
        if (!isLasting) yield break;
        if (charter.MembersHavePaid is not true)
            yield return charter.MembersHavePaid is null ? "charter.membersHavePaid" : "charter.membersHavePaid.no";
        if (charter.Rhythm is null) yield return "charter.rhythm";
        if (charter.Goal is null) yield return "charter.goal";
        if (charter.EndsAt is null && charter.ReviewAt is null) yield return "charter.reviewAt";
    }

    static CharterWarning Warn(string name) => new(
        name.Replace(".no", "", StringComparison.Ordinal), Phrasebook.Chinese.Template($"group.warning.{name}"));
}
