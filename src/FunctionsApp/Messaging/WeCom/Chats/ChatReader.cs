using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>Reads chats from the platform.</summary>
public sealed class ChatReader(WeComGroupChatClient platform)
{
    const int Staff = 1;

    public async Task<WeComReply<ChatRoster>> ReadAsync(string chatId) =>
        (await platform.GetAsync(chatId)).Map(RosterOf);

    static ChatRoster RosterOf(GroupChat chat) => new(
        chat.ChatId,
        string.IsNullOrEmpty(chat.MemberVersion) ? null : chat.MemberVersion,
        chat.Name ?? "",
        chat.Owner,
        [.. chat.MemberList.Select(MemberOf)]);

    static ChatMember MemberOf(GroupChatMember member) => new(
        member.UserId,
        member.Type == Staff,
        member.UnionId,
        member.JoinTime,
        member.State,
        member.Invitor?.UserId,
        member.GroupNickname,
        member.Name);
}
