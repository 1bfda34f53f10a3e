using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Pushes.Sending;

/// <summary>A push is due, or its delivery or its end has to be looked at.</summary>
public sealed record DuePushWork(string PushId)
{
    public const string Kind = "push";
}

static class DuePushScheduling
{
    public static Task SchedulePushAsync(this DueWorkScheduler scheduler, string pushId, DateTimeOffset at) =>
        scheduler.ScheduleAsync(DuePushWork.Kind, at, new DuePushWork(pushId));
}

public sealed class DuePushHandler(PushSender sender) : DueWorkHandler<DuePushWork>(DuePushWork.Kind)
{
    protected override Task HandleAsync(DuePushWork data, DateTimeOffset at) => sender.ContinueAsync(data.PushId);
}
