using Community.Platform;

namespace Community.Messaging;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class MessagingInstanceIds
{
    public static string StaffTask(string taskId) => $"staff-task-{taskId}";

    public static string WaitingInvitation(string deliveryKey, string taskId) =>
        $"invitation-{EffectKey.Digest($"{deliveryKey}:{taskId}")}";
}
