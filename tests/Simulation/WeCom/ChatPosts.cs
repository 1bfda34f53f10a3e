using System.Text.Json;
using Community.Messaging.Channels;
using Community.Messaging.StaffTasks;
using Simulation.Channel;
using Simulation.Invariants;
using Simulation.Runs;

namespace Simulation.WeCom;

/// <summary>The messages that persons post in chats of WeCom by hand.</summary>
sealed class ChatPosts(World world, WeComPlatform platform)
{
    readonly GroupSendRegistry sends = platform.GroupSends;
    readonly List<PerformedAction> byHand = [];

    public IReadOnlyList<PerformedAction> All => byHand;

    /// <summary>
    /// The owner sends a push that waits: by its group send where there is one, unless the chat has had its group
    /// sends, or by hand.
    /// </summary>
    public SentPush SendPush(JsonElement push)
    {
        var (groupId, key) = (push.GetProperty("groupId").GetString()!, push.GetProperty("deliveryKey").GetString()!);
        if (sends.Find(key) is { SentAt: null, IsCancelled: false } send) sends.Confirm(send);
        if (sends.Find(key)?.StatusOf(platform.Chats[groupId].Id) == 1) return SentPush.ByGroupSend;
        PostMissing(groupId, key, push.GetProperty("contentId").GetString()!);
        return SentPush.ByHand;
    }

    /// <summary>
    /// A person posts the message of a delivery in the chat, unless it is there or waits as a group send of its owner.
    /// True when it is there now.
    /// </summary>
    public bool PostMissing(string groupId, string deliveryKey, string text)
    {
        if (HasReached(groupId, deliveryKey)) return true;
        if (sends.IsWaiting(deliveryKey)) return false;
        Post(new PerformedAction(ChannelAction.SendToGroup, deliveryKey, groupId, text, world.Clock.Now));
        return true;
    }

    /// <summary>
    /// A person posts a message in the chat for a staff task, unless another person is doing it, or it is there already
    /// where the task is to check that.
    /// </summary>
    public void PostForTask(string groupId, string taskId, string text)
    {
        if (byHand.Exists(action => action.TaskId == taskId || IsCheckedBy(taskId, action))) return;
        Post(new PerformedAction(ChannelAction.SendToGroup, Key: null, groupId, text, world.Clock.Now)
        {
            TaskId = taskId,
        });
    }

    /// <summary>True when the message of the delivery is in the chat.</summary>
    public bool HasReached(string groupId, string deliveryKey) =>
        sends.Find(deliveryKey)?.StatusOf(platform.Chats[groupId].Id) == 1
        || byHand.Exists(action => action.Key == deliveryKey
            || action.TaskId == DeliveryTasks.IdOf(deliveryKey, StaffTaskKind.SendMessage));

    static bool IsCheckedBy(string taskId, PerformedAction action) =>
        action.Key is { } key && DeliveryTasks.IdOf(key, StaffTaskKind.CheckMessage) == taskId;

    void Post(PerformedAction message)
    {
        byHand.Add(message);
        world.Trace.Add($"a person posts in {message.GroupId}: {message.Key ?? message.TaskId}");
    }
}
