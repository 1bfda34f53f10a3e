namespace Community.Lifecycle;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class LifecycleInstanceIds
{
    /// <summary>The beginnings of the ids of what ends groups.</summary>
    public static IReadOnlyList<string> EndingPrefixes { get; } =
        [FlashGroupPrefix, GroupEndPrefix, CharterDeadlinePrefix];

    const string FlashGroupPrefix = "flash-group-";
    const string GroupEndPrefix = "group-end-";
    const string CharterDeadlinePrefix = "charter-deadline-";

    public static string FlashGroup(string groupId) => $"{FlashGroupPrefix}{groupId}";

    public static string GroupEnd(string groupId) => $"{GroupEndPrefix}{groupId}";

    public static string CharterDeadline(string groupId) => $"{CharterDeadlinePrefix}{groupId}";
}
