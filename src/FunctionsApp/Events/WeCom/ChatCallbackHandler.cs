using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Events.WeCom;

/// <summary>
/// Handles callbacks about customer groups. The platform loses, repeats and reorders them, so that each is only a
/// reason to read the chat, unless what is held contains it.
/// </summary>
public sealed class ChatCallbackHandler(
    ChatStore chats,
    ChatReconciler reconciler,
    CallbackArrivals arrivals,
    MessageQueue<ChatWork> work,
    StaffTaskService tasks,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    public async Task HandleAsync(ReceivedWeComCallback received)
    {
        await arrivals.RecordAsync();
        if (received.Callback.AffectedChatId is not { } chatId) return;
        var chat = await chats.EnsureAsync(chatId, clock.GetUtcNow());
        if (chat.GroupId is null) await KeepAsync(chat, received);
        else await HandleAsync(chat, received.Callback);
    }

    /// <summary>Reads the chat, with what the callbacks told that were kept until it was bound.</summary>
    public async Task ReconcileAsync(string chatId)
    {
        var chat = await chats.EnsureAsync(chatId, clock.GetUtcNow());
        if (chat.DismissedAt is not null) return;
        var kept = chat.GroupId is null ? [] : await chats.KeptAsync(chatId);
        await reconciler.ReconcileAsync(chat, NamedMembers.From(kept.Select(received => received.Callback)));
        if (kept.Count > 0) await chats.ForgetKeptAsync(chatId);
    }

    async Task HandleAsync(Chat chat, WeComCallback callback)
    {
        if (callback is WeComCallback.GroupDismissed)
        {
            await reconciler.DismissAsync(chat, callback.CreatedAt);
            return;
        }

        var versions = callback.Identity?.Versions;
        if (versions is not null
            && MemberVersionRules.Decide(chat.Versions, versions) is VersionedEventUse.Ignore) return;
        await reconciler.ReconcileAsync(chat, NamedMembers.From(callback), versions);
    }

    // A callback of a chat that is unknown needs nothing of the platform's API; its name is read afterwards.
    async Task KeepAsync(Chat chat, ReceivedWeComCallback received)
    {
        var now = clock.GetUtcNow();
        if (received.Callback is WeComCallback.GroupDismissed)
        {
            await reconciler.DismissAsync(chat, received.Callback.CreatedAt);
            return;
        }

        var rowKey = await chats.KeepAsync(chat.ChatId, received);
        await scheduler.ScheduleAsync(
            KeptCallback.Kind, now + KeptCallback.Retention, new KeptCallback(chat.ChatId, rowKey));
        await tasks.OpenAsync(NewStaffTasks.BindChat(chat.ChatId, chat.Name, now));
        if (chat.ReadAt is null) await work.SendAsync(new ChatWork(chat.ChatId, IsHourly: true));
    }
}
