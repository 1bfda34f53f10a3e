using Community.Messaging.StaffTasks;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Messaging.WeCom.StaffNotices;

/// <summary>
/// Tells staff of their tasks. A notice is stored and sent at the end of its minute, so that a platform that is away
/// delays the message and not the task.
/// </summary>
public sealed class StaffNoticeService(
    StaffNoticeStore notices, StaffStore staff, DueWorkScheduler scheduler, WeComSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Tells <paramref name="owner"/>, or the robot of staff where nobody owns the task or the platform does not know
    /// the person. Without that robot nobody is told. A repeat tells nothing.
    /// </summary>
    public async Task TellAsync(string? owner, string taskId, StaffNoticeKind kind, int number)
    {
        if (await FindRecipientAsync(owner) is not { } recipient) return;
        var now = clock.GetUtcNow();
        if (!await notices.AddAsync(recipient, new StaffNotice(taskId, kind, number, now))) return;
        await scheduler.ScheduleAsync(
            StaffNoticeWork.Kind, StaffOutbox.EndOfMinute(now), new StaffNoticeWork(recipient));
    }

    async Task<string?> FindRecipientAsync(string? owner)
    {
        if (owner is not null && await staff.FindAsync(owner) is { Value.WeComUserId: { } userId })
            return StaffRecipient.OfUser(userId);
        return settings.Robots.ContainsKey(StaffRecipient.Robot) ? StaffRecipient.OfRobot : null;
    }
}

/// <summary>Who gets a notice, as a partition of the table.</summary>
static class StaffRecipient
{
    /// <summary>The name of the robot in the group of the staff.</summary>
    public const string Robot = "staff";

    public const string OfRobot = $"robot-{Robot}";

    const string UserPrefix = "user-";

    public static string OfUser(string userId) => UserPrefix + userId;

    /// <summary>The platform's id of the person; null for the robot.</summary>
    public static string? UserIdOf(string recipient) =>
        recipient.StartsWith(UserPrefix, StringComparison.Ordinal) ? recipient[UserPrefix.Length..] : null;
}
