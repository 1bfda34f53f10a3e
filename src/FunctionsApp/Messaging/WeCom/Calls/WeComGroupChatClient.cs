using System.Text.Json.Serialization;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Calls;

/// <summary>Customer groups.</summary>
public sealed class WeComGroupChatClient(WeComApi api)
{
    const int PageSize = 1000;

    /// <summary>
    /// A page of the groups whose owners the app may see, of these owners only where any are given; null
    /// <paramref name="cursor"/> is the first page.
    /// </summary>
    public Task<WeComReply<GroupChatPage>> ListAsync(string? cursor = null, IReadOnlyList<string>? ownerIds = null) =>
        api.QueryAsync<GroupChatPage>("externalcontact/groupchat/list", new
        {
            StatusFilter = 0,
            OwnerFilter = ownerIds is null ? null : new { UseridList = ownerIds },
            Cursor = cursor,
            Limit = PageSize,
        });

    /// <summary>A group with its members and their names.</summary>
    public async Task<WeComReply<GroupChat>> GetAsync(string chatId)
    {
        var body = new { ChatId = chatId, NeedName = 1 };
        var reply = await api.QueryAsync<GroupChatDetails>("externalcontact/groupchat/get", body);
        return reply.Map(details => details.GroupChat);
    }

    /// <summary>
    /// Figures by owner of the days from <paramref name="from"/> to <paramref name="until"/>, which lie in the past;
    /// the platform has a day's figures on the next day.
    /// </summary>
    public Task<WeComReply<GroupChatStatistics>> GetStatisticsAsync(
        DateTimeOffset from, DateTimeOffset until, IReadOnlyList<string> ownerIds, int offset = 0) =>
        api.QueryAsync<GroupChatStatistics>("externalcontact/groupchat/statistic", new
        {
            DayBeginTime = from,
            DayEndTime = until,
            OwnerFilter = new { UseridList = ownerIds },
            OrderBy = 1,
            OrderAsc = 0,
            Offset = offset,
            Limit = PageSize,
        });

    sealed record GroupChatDetails(GroupChat GroupChat);
}

/// <summary>A page of groups; <c>NextCursor</c> is null or empty at the end.</summary>
public sealed record GroupChatPage(IReadOnlyList<GroupChatSummary> GroupChatList, string? NextCursor);

/// <summary><c>Status</c> is 0, or 1 to 3 while the group of an owner who left is handed over.</summary>
public sealed record GroupChatSummary(string ChatId, int Status);

/// <summary>A customer group.</summary>
public sealed record GroupChat(
    string ChatId,
    string? Name,
    string Owner,
    DateTimeOffset? CreateTime,
    string? Notice,
    IReadOnlyList<GroupChatMember> MemberList,
    string? MemberVersion);

/// <summary>
/// A member: <c>Type</c> is 1 for staff and 2 for an external contact, <c>JoinScene</c> 1 for invited by a member, 2 by
/// a link, 3 by scan, <c>State</c> the text of the join way.
/// </summary>
public sealed record GroupChatMember(
    [property: JsonPropertyName("userid")] string UserId,
    int Type,
    [property: JsonPropertyName("unionid")] string? UnionId,
    DateTimeOffset JoinTime,
    int JoinScene,
    GroupChatInvitor? Invitor,
    string? GroupNickname,
    string? Name,
    string? State);

public sealed record GroupChatInvitor([property: JsonPropertyName("userid")] string UserId);

public sealed record GroupChatStatistics(int Total, int NextOffset, IReadOnlyList<OwnerStatistics> Items);

public sealed record OwnerStatistics(string Owner, OwnerFigures Data);

/// <summary>Figures of the groups of an owner; <c>HasMsg</c> counts those with a message on the day.</summary>
public sealed record OwnerFigures(
    int NewChatCnt, int ChatTotal, int ChatHasMsg, int NewMemberCnt, int MemberTotal, int MemberHasMsg, int MsgTotal);
