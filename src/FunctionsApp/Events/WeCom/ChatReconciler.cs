using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Events.WeCom;

/// <summary>
/// Brings groups to what their chats are on the platform: what the group lacks is told as events of the channel, each
/// under an id that a repeat has too.
/// </summary>
public sealed class ChatReconciler(
    ChatStore chats,
    ChatReader reader,
    GroupStore groups,
    ChatFactFollowing facts,
    StaffTaskService tasks,
    MessageQueue<ReceivedEvent> channelEvents,
    IdSource ids,
    TimeProvider clock)
{
    /// <summary>
    /// Reads the chat. One that no group is bound to is asked about by a staff task, one that the platform no longer
    /// has is dissolved. Throws when the platform cannot be asked, or does not show <paramref name="change"/> yet, so
    /// that the work is repeated.
    /// </summary>
    public async Task ReconcileAsync(Chat chat, NamedMembers named, WeComVersions? change = null)
    {
        switch (await reader.ReadAsync(chat.ChatId))
        {
            case WeComReply<ChatRoster>.Success { Value: var roster }:
                await FollowAsync(chat, roster, named, change);
                return;
            case WeComReply<ChatRoster>.Refused { Kind: WeComErrorKind.NotCustomerGroup }:
                await DismissAsync(chat, clock.GetUtcNow());
                return;
            case WeComReply<ChatRoster>.Refused refused:
                throw new PlatformUnavailableException($"The platform refused to show a chat: {refused.Code}.");
            default:
                throw new PlatformUnavailableException("The platform did not show a chat.");
        }
    }

    /// <summary>The chat is gone, and so is its group.</summary>
    public async Task DismissAsync(Chat chat, DateTimeOffset at)
    {
        await chats.DecideAsync(chat.ChatId, new ChatCommand.Dismiss(at));
        if (chat.GroupId is { } groupId)
            await TellAsync($"wecom-{chat.ChatId}-dismissed", new ChannelEvent.GroupDissolved(at, groupId));
        else
            await tasks.WithdrawAsync(NewStaffTasks.BindChatId(chat.ChatId), "the chat is gone");
    }

    async Task FollowAsync(Chat chat, ChatRoster roster, NamedMembers named, WeComVersions? change)
    {
        if (change is not null && ChatRules.IsBefore(roster, change))
            throw new PlatformUnavailableException("The platform does not show yet what it told of a chat.");
        if (ChatRules.IsStale(chat, roster)) return;
        var now = clock.GetUtcNow();
        if (chat.GroupId is { } groupId)
        {
            var known = await groups.AllMembersAsync(groupId);
            foreach (var happened in ChatRosterRules.Compare(groupId, known, roster, named, now))
                await TellAsync(IdOf(chat.ChatId, happened), happened);
            await facts.FollowAsync(groupId, chat, roster);
        }
        else if (roster.Name != chat.Name)
        {
            // A task that a callback opened has no name of the chat yet.
            var bind = NewStaffTasks.BindChat(chat.ChatId, roster.Name, now);
            await tasks.OpenOrReviseAsync(bind, itemReminders: 0, reopens: false);
        }
        else
        {
            await tasks.OpenAsync(NewStaffTasks.BindChat(chat.ChatId, roster.Name, now));
        }

        await chats.DecideAsync(chat.ChatId, new ChatCommand.Read(roster, now, change));
    }

    Task TellAsync(string webhookId, ChannelEvent happened) =>
        channelEvents.SendAsync(new ReceivedEvent(webhookId, happened, ids.NewId()));

    // Two reads that overlap tell the same join; a leave without a callback has the instant of its read.
    static string IdOf(string chatId, ChannelEvent happened) => happened switch
    {
        ChannelEvent.MemberJoined e => $"wecom-{chatId}-joined-{e.MemberId}-{e.Timestamp.UtcTicks}-{e.State}",
        ChannelEvent.MemberLeft e => $"wecom-{chatId}-left-{e.MemberId}-{e.Timestamp.UtcTicks}",
        ChannelEvent.MemberRenamed e => $"wecom-{chatId}-renamed-{e.MemberId}-{e.Timestamp.UtcTicks}",
        _ => throw new InvalidOperationException($"A read of a chat tells no {happened.GetType().Name}."),
    };
}
