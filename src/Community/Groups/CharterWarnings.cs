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
    public static IReadOnlyList<CharterWarning> Of(Group group) => group.IsAlive ? [.. Find(group)] : [];

    // A flash group is over the same night: it has no rhythm, no goal and no review.
    static IEnumerable<CharterWarning> Find(Group group)
    {
        var charter = group.Charter;
        if (group.Owner is null) yield return Warn("owner");
        if (charter.Deputies.Count == 0) yield return Warn("charter.deputies");
        if (group.Kind is GroupKind.Flash) yield break;
        if (charter.MembersHavePaid is null) yield return Warn("charter.membersHavePaid");
        if (charter.MembersHavePaid is false) yield return Warn("charter.membersHavePaid", ".no");
        if (charter.Rhythm is null) yield return Warn("charter.rhythm");
        if (charter.Goal is null) yield return Warn("charter.goal");
        if (charter.EndsAt is null && charter.ReviewAt is null) yield return Warn("charter.reviewAt");
    }

    static CharterWarning Warn(string field, string variant = "") =>
        new(field, Phrasebook.Chinese.Template($"group.warning.{field}{variant}"));
}
