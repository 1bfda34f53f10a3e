using Azure.Storage.Queues.Models;
using Community.Platform;
using FunctionsApp.Acquisition.JoinWays;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Messaging.WeCom.GroupSends;
using FunctionsApp.Platform.PoisonedMessages;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Events.WeCom;

/// <summary>
/// A step of the hourly reconciliation: a page of the chats that the platform lists, and then of those that are known.
/// </summary>
public sealed record ChatListWork(bool IsOfPlatform, string? Cursor)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "chat-lists";
}

/// <summary>
/// Reads every chat once an hour, because callbacks may be lost, and what others sent to the chats. Join ways whose
/// groups or campaigns changed follow them. The reads of chats are spread over most of the hour, so that they stay
/// below the platform's limit of calls.
/// </summary>
public sealed class ReconcileChatsFunction(
    QueueConsumer<ChatListWork> consumer,
    MessageQueue<ChatListWork> lists,
    MessageQueue<ChatWork> work,
    ChatStore chats,
    IEnumerable<WeComGroupChatClient> platforms,
    IEnumerable<GroupSendReconciliation> groupSends,
    JoinWayService joinWays,
    TimeProvider clock)
{
    const int PageSize = 100;

    static readonly TimeSpan Spread = TimeSpan.FromMinutes(45);

    // Null where the app runs on another channel.
    readonly WeComGroupChatClient? platform = platforms.SingleOrDefault();

    [Function("ReconcileChats")]
    public async Task Start([TimerTrigger("0 35 * * * *")] TimerInfo timer)
    {
        if (platform is null) return;
        await lists.SendAsync(new ChatListWork(IsOfPlatform: true, Cursor: null));
        foreach (var sends in groupSends) await sends.StartAsync();
        await joinWays.StartPassAsync();
    }

    /// <summary>Takes one page. An exception returns the message to the queue.</summary>
    [Function("ListChatsToReconcile")]
    public Task Run([QueueTrigger(ChatListWork.QueueName)] QueueMessage message) =>
        consumer.RunAsync(message, page => page.IsOfPlatform ? NoteNewAsync(page.Cursor) : ReadAsync(page.Cursor));

    async Task NoteNewAsync(string? cursor)
    {
        // While the platform is away there is nothing to note; the next hour asks again.
        var reply = await platform!.ListAsync(cursor);
        var page = reply is WeComReply<GroupChatPage>.Success listed ? listed.Value : new GroupChatPage([], null);
        var now = clock.GetUtcNow();
        foreach (var chat in page.GroupChatList) await chats.EnsureAsync(chat.ChatId, now);
        var isLast = string.IsNullOrEmpty(page.NextCursor);
        await lists.SendAsync(new ChatListWork(IsOfPlatform: !isLast, isLast ? null : page.NextCursor));
    }

    async Task ReadAsync(string? cursor)
    {
        var page = await chats.PageAsync(PageSize, cursor);
        foreach (var chat in page.Items.Where(chat => chat.DismissedAt is null))
            await work.SendAsync(new ChatWork(chat.ChatId, IsHourly: true), DelayOf(chat.ChatId));
        if (page.Continuation is { } next)
            await lists.SendAsync(new ChatListWork(IsOfPlatform: false, next));
    }

    // The same instant of each hour for a chat.
    static TimeSpan DelayOf(string chatId) =>
        Spread * (Convert.ToInt32(EffectKey.Digest(chatId)[..4], 16) / (double)0x10000);
}
