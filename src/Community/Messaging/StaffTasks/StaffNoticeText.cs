using System.Globalization;
using Community.Platform.Texts;

namespace Community.Messaging.StaffTasks;

/// <summary>
/// A notice as a message shows it: <paramref name="Group"/> is the name of the task's group, null without one, and
/// <paramref name="DueAt"/> the due time in local time. Texts of members have no place in it.
/// </summary>
public sealed record StaffNoticeLine(
    StaffNoticeKind Kind, int Number, StaffTaskKind Task, string? Group, string DueAt);

/// <summary>The text of a message that tells a person of tasks; the notices of a minute share one.</summary>
public static class StaffNoticeText
{
    const int MaxLines = 5;

    static readonly Phrasebook Texts = Phrasebook.Chinese;

    /// <summary>
    /// The text of at least one notice; it ends with <paramref name="link"/>, unless the app has no public address.
    /// </summary>
    public static string Compose(IReadOnlyList<StaffNoticeLine> notices, string? link)
    {
        var text = notices is [var only] ? LineOf(only) : Merge(notices);
        return link is null ? text : $"{text}\n{link}";
    }

    static string Merge(IReadOnlyList<StaffNoticeLine> notices)
    {
        var opened = notices.Count(notice => notice.Kind is StaffNoticeKind.Opened);
        List<string> counts = [];
        if (opened > 0) counts.Add(CountOf("notice.opened", opened));
        if (notices.Count > opened) counts.Add(CountOf("notice.reminders", notices.Count - opened));
        List<string> lines = [.. notices.Take(MaxLines).Select(LineOf)];
        if (notices.Count > MaxLines) lines.Add(CountOf("notice.more", notices.Count - MaxLines));
        return Texts.Format(
            "notice.merged", ("counts", string.Join('、', counts)), ("lines", string.Join('\n', lines)));
    }

    static string CountOf(string name, int count) =>
        Texts.Format(name, ("count", count.ToString(CultureInfo.InvariantCulture)));

    static string LineOf(StaffNoticeLine notice) => Texts.Format(
        $"notice.{notice.Kind}",
        ("task", TaskOf(notice)),
        ("due", notice.DueAt),
        ("number", notice.Number.ToString(CultureInfo.InvariantCulture)));

    static string TaskOf(StaffNoticeLine notice)
    {
        var kind = Texts.Template($"notice.task.{notice.Task}");
        return notice.Group is { } group
            ? Texts.Format("notice.task.ofGroup", ("task", kind), ("group", group))
            : kind;
    }
}
