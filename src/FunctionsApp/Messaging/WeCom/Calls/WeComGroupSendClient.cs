using System.Text.Json.Serialization;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Calls;

/// <summary>Group sends, which the owner of the groups confirms by hand.</summary>
public sealed class WeComGroupSendClient(WeComApi api)
{
    const string Group = "group";
    const int PageSize = 100;
    const int ResultPageSize = 500;

    /// <summary>Asks the owner to send a message to groups; a lost answer may have asked.</summary>
    public Task<WeComReply<NewGroupSend>> AddAsync(GroupSendRequest send) =>
        api.PostAsync<NewGroupSend>("externalcontact/add_msg_template", new
        {
            ChatType = Group,
            send.ChatIdList,
            send.Sender,
            AllowSelect = false,
            Text = send.Text is null ? null : new WeComText(send.Text),
            send.Attachments,
        });

    /// <summary>
    /// A page of the group sends of everybody, the app's own and those of staff, that were made in at most one month.
    /// </summary>
    public Task<WeComReply<GroupSendPage>> ListAsync(
        DateTimeOffset from, DateTimeOffset until, string? cursor = null) =>
        api.QueryAsync<GroupSendPage>("externalcontact/get_groupmsg_list_v2", new
        {
            ChatType = Group,
            StartTime = from,
            EndTime = until,
            Limit = PageSize,
            Cursor = cursor,
        });

    /// <summary>A page of the people who are asked to send.</summary>
    public Task<WeComReply<GroupSendTaskPage>> GetTasksAsync(string messageId, string? cursor = null) =>
        api.QueryAsync<GroupSendTaskPage>(
            "externalcontact/get_groupmsg_task", new { Msgid = messageId, Limit = ResultPageSize, Cursor = cursor });

    /// <summary>A page of the groups of one sender with what became of the message there.</summary>
    public Task<WeComReply<GroupSendResultPage>> GetResultsAsync(
        string messageId, string senderId, string? cursor = null) =>
        api.QueryAsync<GroupSendResultPage>(
            "externalcontact/get_groupmsg_send_result",
            new { Msgid = messageId, Userid = senderId, Limit = ResultPageSize, Cursor = cursor });

    /// <summary>Everybody who is asked to send.</summary>
    /// <exception cref="PlatformUnavailableException">The platform does not show a page.</exception>
    public IAsyncEnumerable<GroupSendTask> AllTasksAsync(string messageId) => WeComPages.AllAsync(
        cursor => GetTasksAsync(messageId, cursor), page => page.TaskList, page => page.NextCursor);

    /// <summary>What became of the message in each group of one sender.</summary>
    /// <exception cref="PlatformUnavailableException">The platform does not show a page.</exception>
    public IAsyncEnumerable<GroupSendResult> AllResultsAsync(string messageId, string senderId) => WeComPages.AllAsync(
        cursor => GetResultsAsync(messageId, senderId, cursor), page => page.SendList, page => page.NextCursor);

    /// <summary>Reminds those who have not sent; at most three times in 24 hours.</summary>
    public Task<WeComReply<Done>> RemindAsync(string messageId) =>
        api.PostAsync<Done>("externalcontact/remind_groupmsg_send", new { Msgid = messageId });

    /// <summary>Ends the request to those who have not sent. What is sent is not recalled.</summary>
    public Task<WeComReply<Done>> CancelAsync(string messageId) =>
        api.PostAsync<Done>("externalcontact/cancel_groupmsg_send", new { Msgid = messageId });
}

/// <summary>A message of <paramref name="Sender"/>, who owns the groups.</summary>
public sealed record GroupSendRequest(
    string Sender, IReadOnlyList<string> ChatIdList, string? Text, IReadOnlyList<WeComAttachment>? Attachments);

/// <summary>The id of a group send, and the groups that get nothing.</summary>
public sealed record NewGroupSend(
    [property: JsonPropertyName("msgid")] string MessageId, IReadOnlyList<string>? FailList);

public sealed record GroupSendPage(IReadOnlyList<GroupSendSummary> GroupMsgList, string? NextCursor);

/// <summary>A group send; <c>CreateType</c> is 0 for the corporation or an app, 1 for a member of staff.</summary>
public sealed record GroupSendSummary(
    [property: JsonPropertyName("msgid")] string MessageId,
    string? Creator,
    DateTimeOffset CreateTime,
    int CreateType);

public sealed record GroupSendTaskPage(IReadOnlyList<GroupSendTask> TaskList, string? NextCursor);

/// <summary><c>Status</c> is 0 for unsent and 2 for sent.</summary>
public sealed record GroupSendTask(
    [property: JsonPropertyName("userid")] string UserId, int Status, DateTimeOffset? SendTime);

public sealed record GroupSendResultPage(IReadOnlyList<GroupSendResult> SendList, string? NextCursor);

/// <summary>What became of the message in one group.</summary>
public sealed record GroupSendResult(
    string ChatId,
    [property: JsonPropertyName("userid")] string UserId,
    GroupSendStatus Status,
    DateTimeOffset? SendTime);

public enum GroupSendStatus
{
    Unsent = 0,

    Sent = 1,

    NotFriend = 2,

    /// <summary>The group has had as many sends as the limit allows.</summary>
    OverLimit = 3,
}
