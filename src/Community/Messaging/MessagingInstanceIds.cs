namespace Community.Messaging;

/// <summary>Ids of this module's orchestrations. An id derives from what it serves, so that a second start is harmless.</summary>
public static class MessagingInstanceIds
{
    /// <summary><c>staff-task-{id}</c>.</summary>
    public static string StaffTask(string taskId) => $"staff-task-{taskId}";
}
