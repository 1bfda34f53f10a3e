using System.Globalization;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>The customer groups that the platform told of, each with the callbacks that wait for its binding.</summary>
public sealed class ChatStore(ChatsTable table, IdCatalog catalog, KeyedLock locks)
{
    const string CatalogKind = "chats";
    const string ChatRow = "chat";
    const string KeptPrefix = "kept-";

    readonly DecidedDocument<Chat, ChatCommand, ChatEvent> documents =
        new(table, catalog, locks, new(CatalogKind, ChatRow, ChatRules.Decide, ChatRules.Evolve));

    /// <summary>The chat; null when the platform never told of it.</summary>
    public async Task<Chat?> FindAsync(string chatId) => (await documents.FindAsync(chatId))?.Value;

    /// <summary>The chat, which is stored when it is new.</summary>
    public async Task<Chat> EnsureAsync(string chatId, DateTimeOffset now) =>
        await FindAsync(chatId)
        ?? (await documents.CreateAsync(chatId, new Chat(chatId, now), fingerprint: "")).Document.Value;

    /// <summary>One page of chats in order of id.</summary>
    public Task<Slice<Chat>> PageAsync(int size, string? continuation) => documents.PageAsync(size, continuation);

    /// <summary>Decides on the chat, which exists.</summary>
    public async Task<Decided<Chat, ChatEvent>> DecideAsync(string chatId, ChatCommand command) =>
        await documents.DecideAsync(chatId, command)
        ?? throw new InvalidOperationException($"There is no chat {chatId}.");

    /// <summary>
    /// Keeps a callback until the chat is bound, and returns the key of its row. A repeat of the message keeps nothing.
    /// </summary>
    public async Task<string> KeepAsync(string chatId, ReceivedWeComCallback received)
    {
        var seconds = received.Callback.CreatedAt.ToUnixTimeSeconds().ToString("D12", CultureInfo.InvariantCulture);
        var rowKey = $"{KeptPrefix}{seconds}-{received.Receipt}";
        await table.CommitAsync(Row.Put(chatId, rowKey, received));
        return rowKey;
    }

    /// <summary>The callbacks that are kept, in the order of their instants.</summary>
    public async Task<IReadOnlyList<ReceivedWeComCallback>> KeptAsync(string chatId) =>
        [.. (await table.AllAsync<ReceivedWeComCallback>(chatId, KeptPrefix)).Select(kept => kept.Value)];

    /// <summary>Deletes the callbacks that are kept.</summary>
    public Task ForgetKeptAsync(string chatId) => table.DeleteAllAsync(chatId, KeptPrefix);

    /// <summary>Deletes one callback.</summary>
    public Task ForgetKeptAsync(string chatId, string rowKey) => table.DeleteIfExistsAsync(chatId, [rowKey]);
}
