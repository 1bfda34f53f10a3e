namespace Community.Messaging;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class MessagingInstanceIds
{
    public static string StaffTask(string taskId) => $"staff-task-{taskId}";
}
