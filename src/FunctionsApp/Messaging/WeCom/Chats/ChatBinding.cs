using Community.Groups;
using Community.Messaging.Channels.WeCom;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>
/// Binds groups to chats. The chat is claimed first, so that two groups never get one chat; a group that refuses gives
/// the claim back. Each step may be repeated.
/// </summary>
public sealed class ChatBinding(
    ChatStore chats,
    ChatReader reader,
    GroupStore groups,
    StaffTaskService tasks,
    MessageQueue<ChatWork> work,
    TimeProvider clock)
{
    public async Task<ChatBindingResult> BindAsync(string groupId, string chatId, string by)
    {
        if (await groups.FindAsync(groupId) is null) return new ChatBindingResult.UnknownGroup();
        if (await chats.FindAsync(chatId) is null && await FindFaultAsync(chatId) is { } fault) return fault;
        var claim = await chats.DecideAsync(chatId, new ChatCommand.Bind(groupId));
        if (claim.Events is [ChatEvent.Refused taken]) return new ChatBindingResult.Refused(taken.Refusal);
        var decided = (await groups.ChangeAsync(groupId, new GroupCommand.Bind(chatId, by, clock.GetUtcNow())))!;
        if (decided.Events is [GroupEvent.Refused refused])
        {
            await chats.DecideAsync(chatId, new ChatCommand.Unbind(groupId));
            return new ChatBindingResult.Refused(refused.Refusal);
        }

        await work.SendAsync(new ChatWork(chatId));
        await tasks.CompleteAsync(NewStaffTasks.BindChatId(chatId), new CompleteTaskRequest(null));
        return new ChatBindingResult.Bound(decided.After);
    }

    // A chat that no callback told of yet.
    async Task<ChatBindingResult?> FindFaultAsync(string chatId)
    {
        switch (await reader.ReadAsync(chatId))
        {
            case WeComReply<ChatRoster>.Success:
                await chats.EnsureAsync(chatId, clock.GetUtcNow());
                return null;
            case WeComReply<ChatRoster>.Refused { Kind: WeComErrorKind.NotCustomerGroup }:
                return new ChatBindingResult.UnknownChat();
            default:
                return new ChatBindingResult.Unanswered();
        }
    }
}

/// <summary>The outcome of a binding.</summary>
public abstract record ChatBindingResult
{
    ChatBindingResult()
    {
    }

    public sealed record Bound(Group Group) : ChatBindingResult;

    public sealed record Refused(Refusal Refusal) : ChatBindingResult;

    public sealed record UnknownGroup : ChatBindingResult;

    /// <summary>The platform has no such customer group, or does not show it to the app.</summary>
    public sealed record UnknownChat : ChatBindingResult;

    /// <summary>The platform could not be asked.</summary>
    public sealed record Unanswered : ChatBindingResult;
}
