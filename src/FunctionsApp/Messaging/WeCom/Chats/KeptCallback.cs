using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>A callback of a chat that no group is bound to, due when it is no longer kept.</summary>
public sealed record KeptCallback(string ChatId, string RowKey)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "kept-callback";

    /// <summary>How long callbacks of an unbound chat are kept: 30 days.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);
}

public sealed class KeptCallbackHandler(ChatStore chats) : DueWorkHandler<KeptCallback>(KeptCallback.Kind)
{
    protected override Task HandleAsync(KeptCallback kept, DateTimeOffset at) =>
        chats.ForgetKeptAsync(kept.ChatId, kept.RowKey);
}
