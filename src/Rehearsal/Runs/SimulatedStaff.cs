using System.Text.Json;
using Community.Messaging.Channels;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Extensions.DependencyInjection;

namespace Rehearsal.Runs;

/// <summary>
/// Staff who look at their tasks in the working day. Each task is done early, late or never, as its own draw says.
/// </summary>
sealed class SimulatedStaff(RehearsalWorld world, Platform platform)
{
    const string By = "rehearsal";
    const string Answer = "收到，已经处理";

    static readonly TimeSpan Look = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Early = TimeSpan.FromMinutes(15);

    /// <summary>Begins to look at the tasks.</summary>
    public void Begin() => world.At(world.Clock.Now + Look, LookAsync);

    async Task LookAsync()
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in world.App.ListAsync("/api/tasks?status=open")) open.Add(Take(item));
        if (world.Plans.IsOnWeCom) open.UnionWith(await LookAtPushesAsync());
        foreach (var task in world.Record.Tasks.Values)
            task.IsWithdrawn |= task.DoneAt is null && !open.Contains(task.Id);
        world.At(world.Clock.Now + Look, LookAsync);
    }

    string Take(JsonElement item)
    {
        var id = item.GetProperty("id").GetString()!;
        if (world.Record.Tasks.ContainsKey(id)) return id;
        var task = new RunTask(
            id,
            item.GetProperty("kind").GetString()!,
            item.GetProperty("title").GetString()!,
            item.GetProperty("groupId").GetString(),
            item.GetProperty("owner").GetString(),
            item.GetProperty("openedAt").GetDateTimeOffset(),
            item.GetProperty("dueAt").GetDateTimeOffset());
        world.Record.Tasks.Add(id, task);
        // A sheet lists pushes, which are done one by one.
        if (task.Kind != nameof(StaffTaskKind.SendPushes) && FindDoneAt(id, task.OpenedAt) is { } doneAt)
            world.At(doneAt, () => DoAsync(task));
        return id;
    }

    // Only on WeCom are there pushes that wait for a person.
    async Task<IReadOnlyList<string>> LookAtPushesAsync()
    {
        List<string> waiting = [];
        foreach (var group in world.Plans.Groups)
        {
            await foreach (var push in world.App.ListAsync($"/api/pushes?groupId={group.Id}&state=AwaitingStaff"))
            {
                var id = push.GetProperty("id").GetString()!;
                waiting.Add(id);
                if (world.Record.Tasks.ContainsKey(id)) continue;
                world.Record.Tasks.Add(id, new RunTask(
                    id,
                    RunTask.PushKind,
                    id,
                    group.Id,
                    group.Owner,
                    world.Clock.Now,
                    push.GetProperty("plannedAt").GetDateTimeOffset()));
                if (FindDoneAt(id, world.Clock.Now) is { } doneAt)
                    world.At(doneAt, () => ConfirmAsync(id, group.Id!, push.GetProperty("deliveryKey").GetString()));
            }
        }

        return waiting;
    }

    /// <summary>When somebody does what was asked for at an instant; null when nobody does.</summary>
    DateTimeOffset? FindDoneAt(string id, DateTimeOffset askedAt)
    {
        if (world.Draws.Next(id, "staff never") < world.Behaviour.StaffNever) return null;
        var delay = world.Draws.Next(id, "staff early") < world.Behaviour.StaffEarly
            ? Early * world.Draws.Next(id, "staff is early")
            : world.Draws.Delay(id, "staff is late", world.Behaviour.StaffDelay);
        return InWorkingDay(askedAt + delay, Early * world.Draws.Next(id, "begins"));
    }

    DateTimeOffset InWorkingDay(DateTimeOffset at, TimeSpan afterStart)
    {
        var local = TimeZoneInfo.ConvertTime(at, world.Plans.Zone);
        var (start, end) = world.Behaviour.WorkingDay;
        var hour = local.TimeOfDay.TotalHours;
        if (hour >= start && hour < end) return at;
        var midnight = at - local.TimeOfDay;
        return midnight + TimeSpan.FromHours(hour < start ? start : 24 + start) + afterStart;
    }

    async Task DoAsync(RunTask task)
    {
        var stored = await world.App.Services.GetRequiredService<StaffTaskStore>().FindAsync(task.Id);
        if (stored is not { Value: { Status: StaffTaskStatus.Open } open }) return;
        var answer = open.Kind is StaffTaskKind.AnswerFeedback or StaffTaskKind.EscalateFeedback
            ? await world.App.PostAsync($"/api/feedback/{FeedbackOf(open)}/answer", new { text = Answer, by = By })
            : await world.App.PostAsync(
                $"/api/tasks/{task.Id}/done",
                open.NeedsJoinUrl ? new { joinUrl = RehearsalChannel.JoinUrlOf(task.GroupId!) } : null);
        if (!answer.IsSuccess) return;
        task.DoneAt = world.Clock.Now;
        await TakeToPlatformAsync(open);
    }

    // The answer ends the task; to tick it off would not end the feedback.
    static string FeedbackOf(StaffTask task) =>
        task.Key["feedback-".Length..task.Key.LastIndexOf(':')];

    async Task ConfirmAsync(string pushId, string groupId, string? deliveryKey)
    {
        var answer = await world.App.PostAsync($"/api/pushes/{Uri.EscapeDataString(pushId)}/confirm", new { by = By });
        // The push may be over by now.
        if (!answer.IsSuccess || deliveryKey is null) return;
        world.Record.Tasks[pushId].DoneAt = world.Clock.Now;
        if (await FindDeliveryAsync(groupId, deliveryKey) is { } delivery)
            platform.Perform(delivery.Action, delivery.Key, groupId, delivery.MemberId, delivery.Text, pushId);
    }

    async Task TakeToPlatformAsync(StaffTask task)
    {
        if (task.DeliveryKey is { } key && await FindDeliveryAsync(task.GroupId!, key) is { } delivery)
        {
            // What the platform did not answer has happened all the same when a person looks.
            platform.Perform(delivery.Action, key, delivery.GroupId, delivery.MemberId, delivery.Text, task.Id);
            return;
        }

        if (ActionOf(task.Kind) is { } action && task.GroupId is { } groupId)
            platform.Perform(action, task.Key, groupId, memberId: null, task.Title, task.Id);
    }

    Task<Community.Messaging.Deliveries.Delivery?> FindDeliveryAsync(string groupId, string key) =>
        world.App.Services.GetRequiredService<Ledger>().FindByKeyAsync(groupId, key);

    static ChannelAction? ActionOf(StaffTaskKind kind) => kind switch
    {
        StaffTaskKind.CreateGroup => ChannelAction.CreateGroup,
        StaffTaskKind.OpenJoinCode => ChannelAction.OpenJoinCode,
        StaffTaskKind.DissolveGroup => ChannelAction.DissolveGroup,
        StaffTaskKind.RemoveMember => ChannelAction.RemoveMember,
        _ => null,
    };
}
