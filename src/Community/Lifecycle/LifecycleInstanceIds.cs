namespace Community.Lifecycle;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class LifecycleInstanceIds
{
    public static string FlashGroup(string groupId) => $"flash-group-{groupId}";

    public static string GroupEnd(string groupId) => $"group-end-{groupId}";

    public static string CharterDeadline(string groupId) => $"charter-deadline-{groupId}";
}
