using Community.Messaging.Channels.WeCom;
using FunctionsApp.Groups;

namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>Finds the chats of groups.</summary>
public sealed class GroupChatFinder(GroupStore groups, ChatStore chats)
{
    /// <summary>The chat of the group; null while none is bound, or its owner is not known yet.</summary>
    public async Task<Chat?> FindAsync(string groupId) =>
        await groups.FindAsync(groupId) is { Value.ChannelGroupId: { } chatId }
        && await chats.FindAsync(chatId) is { DismissedAt: null, OwnerId.Length: > 0 } chat
            ? chat
            : null;
}
