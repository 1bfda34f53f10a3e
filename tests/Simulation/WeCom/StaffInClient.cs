using System.Text.Json;
using Community.Messaging.StaffTasks;
using Simulation.Runs;

namespace Simulation.WeCom;

/// <summary>What staff do in the client of WeCom for a task before they report it.</summary>
static class StaffInClient
{
    static readonly TimeSpan CallbackDelay = TimeSpan.FromSeconds(1);

    /// <summary>True when the task is done and can be reported.</summary>
    public static async Task<bool> TryDoAsync(World world, WeComPlatform platform, JsonElement task)
    {
        var (id, title) = (task.GetProperty("id").GetString()!, task.GetProperty("title").GetString()!);
        var kind = Enum.Parse<StaffTaskKind>(task.GetProperty("kind").GetString()!);
        var groupId = task.TryGetProperty("groupId", out var group) ? group.GetString() : null;
        switch (kind)
        {
            case StaffTaskKind.SendMessage:
                platform.Posts.PostForTask(groupId!, id, title);
                return true;
            case StaffTaskKind.ConfirmMessage:
                // The owner confirms it, who may do so late or never.
                return platform.GroupSends.KeyOfTask(id, kind) is { } prepared
                    && platform.Posts.HasReached(groupId!, prepared);
            case StaffTaskKind.CheckMessage when platform.GroupSends.KeyOfTask(id, kind) is { } uncertain:
                return platform.Posts.PostMissing(groupId!, uncertain, title);
            case StaffTaskKind.CheckMessage:
                platform.Posts.PostForTask(groupId!, id, title);
                return true;
            case StaffTaskKind.CreateGroup:
                await BindAsync(world, platform, groupId!);
                return true;
            case StaffTaskKind.DissolveGroup:
                platform.Dismiss(groupId!);
                await world.Clock.DelayAsync(CallbackDelay);
                await platform.DeliverCallbacksAsync();
                // The callback ends the task, and the hourly pass where it is lost.
                return false;
            default:
                return true;
        }
    }

    static async Task BindAsync(World world, WeComPlatform platform, string groupId)
    {
        platform.EnsureChat(groupId);
        var answer = await world.Sender.SendUntilAcknowledgedAsync(
            $"binding of {groupId}", () => platform.Binding(groupId));
        if (answer.Status != 200)
            world.Violate(
                "the app accepts the operator's requests",
                $"the binding of {groupId} was answered {answer.Status}: {answer.Text}");
    }
}
